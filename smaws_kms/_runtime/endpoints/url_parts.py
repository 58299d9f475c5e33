"""Split and percent-encode URLs, without `urllib.parse` for the plain ones that nearly all endpoints have.

With `ipaddress`, which it imports, `urllib.parse` takes 3 ms of a first call.
"""

import re
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.support.fork_guard import import_whole

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SURE_PORT: Final = 4
"""Digits that are a port for certain."""
_FIRST_INVALID: Final = "65536"
_OTHERS: Final = str.maketrans("", "", "._~/-")
"""Removes what may be in a host or a path beside letters and digits."""


class PlainUrl:
    """The parts of a URL without query, fragment and user, as `urlsplit` names them."""

    __slots__ = ("hostname", "netloc", "path", "port", "query", "scheme")

    def __init__(self, scheme: str, netloc: str, path: str) -> None:
        host, _, port = netloc.partition(":")
        self.scheme = scheme
        self.netloc = netloc
        self.hostname = host.lower()
        self.port = int(port) if port else None
        self.path = path
        self.query = ""


def split_url(url: str) -> "PlainUrl | SplitResult":
    """Return the parts of a URL; raise `ValueError` where `urlsplit` does."""
    plain = _read_plain(url)
    if plain is not None:
        return plain
    import_whole("urllib.parse")  # a fork waits for it
    from urllib.parse import urlsplit  # noqa: PLC0415  # see above

    return urlsplit(url)


def _read_plain(url: str) -> PlainUrl | None:
    """Return the parts of a URL that `urlsplit` splits without a change, `None` if it may be another."""
    # Not with a pattern, which takes 0.3 ms to compile.
    scheme, _, rest = url.partition("://")
    netloc, slash, path = rest.partition("/")
    host, colon, port = netloc.partition(":")
    is_plain = (
        scheme in {"http", "https"}
        and url.isascii()
        and host.translate(_OTHERS).isalnum()
        and (not path or path.translate(_OTHERS).isalnum())
        and (not colon or (port.isdigit() and (len(port) <= _SURE_PORT or _is_port(port))))
    )
    return PlainUrl(scheme, netloc, slash + path) if is_plain else None


def _is_port(digits: str) -> bool:
    return len(digits) == _SURE_PORT + 1 and digits < _FIRST_INVALID


def percent_encode(text: str, safe: str = "/", *, errors: str = "strict") -> str:
    """Percent-encode all characters except unreserved ones (RFC 3986) and those in `safe`.

    Args:
        text: The text.
        safe: ASCII characters to keep.
        errors: How to encode characters that UTF-8 does not have.
    """
    if not re.search(rf"[^A-Za-z0-9._~{re.escape(safe)}-]", text):
        return text
    import_whole("urllib.parse")  # a fork waits for it
    from urllib.parse import quote  # noqa: PLC0415  # see above

    return quote(text, safe=safe, errors=errors)
