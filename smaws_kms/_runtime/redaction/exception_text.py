"""Describes exceptions of other code by type and redacted text.

Libraries quote their input: a header with the session token, the body of a response, a URL with a
password, the error output of a process. The secrets are not known here, so everything that looks like key
material is replaced.
"""

import re
from itertools import pairwise
from typing import Final

_LONGEST: Final = 500
_REDACTED: Final = "<redacted>"

# http.client quotes the header value that it rejects: possibly the signature or the session token.
_HEADER: Final = re.compile(r"(?<=Invalid header value ).*", re.DOTALL)
_USER_INFO: Final = re.compile(r"(?<=://)[^\s/@]+(?=@)")
_NAMES: Final = (
    r"secret[ _-]?(?:access[ _-]?)?key|(?:session|security|access|refresh|id|auth)[ _-]?token"
    r"|(?:client|aws)[ _-]?secret|x-[\w-]*token|authorization|passw(?:or)?d|passphrase|pwd"
    r"|api[ _-]?key|private[ _-]?key"
)
# Before `=`, single words count as names. Before a colon they would match prose ("Token: Token for ...").
_NAMED: Final = re.compile(
    rf"((?:{_NAMES})[\"']?\s*[:=]\s*|(?:secret|token|credential|signature|passw)\w{{0,40}}=)"
    r"((?:bearer|basic|aws4-hmac-sha256)\s+)?(\"[^\"]*\"|'[^']*'|[^\s,;&})\]]+)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    r"(?P<kept>arn:aws[\w-]*:[^\s\"',]+"
    r"|\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b)"
    r"|[\w+/=.~-]{16,}"
)
_SECRET_KEY: Final = re.compile(r"[A-Za-z0-9/+]{40}")
# Prefixes of AWS session tokens and of JSON web tokens.
_TOKEN: Final = re.compile(r"IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz|eyJ")
_HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{32,}")
_SEGMENT: Final = 16
# The kind of character changes after 2 of 3 characters in random base64, and after 1 of 5 in names.
_RANDOM: Final = 0.4


def describe(error: BaseException) -> str:
    """Return the type and the redacted text of an exception. Never raises."""
    kind = type(error).__qualname__
    try:
        text = redacted(str(error))
    except Exception:  # noqa: BLE001 - `__str__` is foreign code
        return f"{kind} (without a text that can be shown)"
    return f"{kind}: {text}" if text else kind


def redacted(text: str) -> str:
    """Return a text as one line of bounded length, with everything like key material replaced."""
    # Cut before the search: a text may be megabytes long.
    line = "".join(char if char.isprintable() else " " for char in text[: 4 * _LONGEST])
    for pattern in (_HEADER, _USER_INFO):
        line = pattern.sub(_REDACTED, line)
    line = _NAMED.sub(rf"\1{_REDACTED}", " ".join(line.split()))
    line = _WORD.sub(_without_randomness, line)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _without_randomness(word: re.Match[str]) -> str:
    if word["kept"] is not None:
        return word["kept"]
    found = word[0]
    secret = (
        _TOKEN.search(found)
        or _HEXADECIMAL.search(found)
        or (_SECRET_KEY.fullmatch(found) and {"upper", "lower", "digit"} <= set(map(_kind, found)))
        or any(map(_looks_random, found.split("/")))
    )
    return _REDACTED if secret else found


def _looks_random(segment: str) -> bool:
    if len(segment) < _SEGMENT or not any(map(str.isdigit, segment)):
        return False
    kinds = [_kind(char) for char in segment]
    changes = sum(one != other for one, other in pairwise(kinds))
    return changes >= _RANDOM * len(segment)


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "upper" if char.isupper() else "lower"
    return "other"
