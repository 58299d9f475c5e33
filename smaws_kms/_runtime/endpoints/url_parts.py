"""Split and percent-encode URLs, without `urllib.parse` for the plain ones that nearly all endpoints have.

With `ipaddress`, which it imports, `urllib.parse` takes 3 ms of a first call.
"""

import re
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.support.fork_guard import import_whole

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# What `urlsplit` splits without a change. It decides about all other URLs.
_PLAIN: Final = re.compile(
    r"(?P<scheme>https?)://(?P<netloc>(?P<host>[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,4}|[1-5][0-9]{4}))?)"
    r"(?P<path>(?:/[A-Za-z0-9._~/-]*)?)"
)


class PlainUrl:
    """The parts of a URL without query, fragment and user, as `urlsplit` names them."""

    __slots__ = ("hostname", "netloc", "path", "port", "query", "scheme")

    def __init__(self, parts: re.Match[str]) -> None:
        self.scheme: str = parts["scheme"]
        self.netloc: str = parts["netloc"]
        self.hostname: str = parts["host"].lower()
        self.port = None if parts["port"] is None else int(parts["port"])
        self.path: str = parts["path"]
        self.query = ""


def split_url(url: str) -> "PlainUrl | SplitResult":
    """Return the parts of a URL; raise `ValueError` where `urlsplit` does."""
    plain = _PLAIN.fullmatch(url)
    if plain is not None:
        return PlainUrl(plain)
    import_whole("urllib.parse")  # a fork waits for it
    from urllib.parse import urlsplit  # noqa: PLC0415  # see above

    return urlsplit(url)


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
