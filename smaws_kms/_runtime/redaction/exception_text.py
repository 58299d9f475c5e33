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

# Patterns are text: compiling them takes 6 ms, and only errors need them. `re` caches compiled ones.
# http.client quotes the header value that it rejects: possibly the signature or the session token.
_HEADER: Final = r"(?s)(?<=Invalid header value ).*"
_USER_INFO: Final = r"(?<=://)[^\s/@]+(?=@)"
_NAMES: Final = (
    r"secret[ _-]?(?:access[ _-]?)?key|(?:session|security|access|refresh|id|auth)[ _-]?token"
    r"|(?:client|aws)[ _-]?secret|x-[\w-]*token|authorization|passw(?:or)?d|passphrase|pwd"
    r"|api[ _-]?key|private[ _-]?key"
)
# Before `=`, single words count as names. Before a colon they would match prose ("Token: Token for ...").
_NAMED: Final = (
    rf"(?i)((?:{_NAMES})[\"']?\s*[:=]\s*|(?:secret|token|credential|signature|passw)\w{{0,40}}=)"
    r"((?:bearer|basic|aws4-hmac-sha256)\s+)?(\"[^\"]*\"|'[^']*'|[^\s,;&})\]]+)"
)
_WORD: Final = (
    r"(?P<kept>arn:aws[\w-]*:[^\s\"',]+"
    r"|\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b)"
    r"|[\w+/=.~-]{16,}"
)
_SECRET_KEY: Final = r"[A-Za-z0-9/+]{40}"  # noqa: S105  # a pattern
# Prefixes of AWS session tokens and of JSON web tokens.
_TOKEN: Final = r"IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz|eyJ"  # noqa: S105  # a pattern
_HEXADECIMAL: Final = r"[0-9a-fA-F]{32,}"
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
        line = re.sub(pattern, _REDACTED, line)
    line = re.sub(_NAMED, rf"\1{_REDACTED}", " ".join(line.split()))
    line = re.sub(_WORD, _without_randomness, line)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _without_randomness(word: re.Match[str]) -> str:
    if word["kept"] is not None:
        return word["kept"]
    found = word[0]
    secret = (
        re.search(_TOKEN, found)
        or re.search(_HEXADECIMAL, found)
        or (
            re.fullmatch(_SECRET_KEY, found)
            and {"upper", "lower", "digit"} <= set(map(_kind, found))
        )
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
