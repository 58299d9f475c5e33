"""What may be shown of an exception that other code raised: its type, and its text without secrets.

Libraries quote what they were given: a header with the session token, the body of a response, a
URL with a password, the error output of a process. What looks like key material is replaced.
"""

import re
from itertools import pairwise
from typing import Final

_LONGEST: Final = 500
_REDACTED: Final = "<redacted>"

# http.client shows the header that it refuses, which may be the signature or the session token.
_HEADER: Final = re.compile(r"(?<=Invalid header value ).*", re.DOTALL)
_USER_INFO: Final = re.compile(r"(?<=://)[^\s/@]+(?=@)")
_NAMES: Final = (
    r"secret[ _-]?(?:access[ _-]?)?key|(?:session|security|access|refresh|id|auth)[ _-]?token"
    r"|(?:client|aws)[ _-]?secret|x-[\w-]*token|authorization|passw(?:or)?d|passphrase|pwd"
    r"|api[ _-]?key|private[ _-]?key"
)
# After `=` a shorter name will do. After a colon it would hit prose such as "Token: Token for ...".
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
# What AWS's session tokens and JSON web tokens start with.
_TOKEN: Final = re.compile(r"IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz|eyJ")
_HEXADECIMAL: Final = re.compile(r"[0-9a-fA-F]{32,}")
_SEGMENT: Final = 16
# Random base64 changes its kind of character at two places in three, names and paths at one in five.
_RANDOM: Final = 0.4


def describe(error: BaseException) -> str:
    """Return the type and, without what looks secret, the text of an exception. Never raise."""
    kind = type(error).__qualname__
    try:
        text = redacted(str(error))
    except Exception:  # noqa: BLE001 - the exception's own code
        return f"{kind} (without a text that can be shown)"
    return f"{kind}: {text}" if text else kind


def redacted(text: str) -> str:
    """Return a text on one line, of bounded length, with what looks like key material replaced."""
    # What is cut off is not searched: a text may be megabytes long.
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
