"""Encode a request as the bytes that are sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from smaws_kms._runtime.http11.errors import Unsendable

if TYPE_CHECKING:
    from smaws_kms._runtime.http11.proxy import Proxy

_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})


class Origin(NamedTuple):
    """Scheme, host and port of a server, and the proxy on the way; a connection belongs to one."""

    secure: bool
    host: str
    port: int
    proxy: "Proxy | None" = None

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


class EncodedRequest:
    """The bytes of a request, hidden from `repr`, which tools print for local variables.

    Args:
        data: Head and body in one piece, so that a small request is one write.
        bodiless: Whether the response has no body because the request is HEAD.
    """

    __slots__ = ("bodiless", "data")

    def __init__(self, data: bytes, *, bodiless: bool = False) -> None:
        self.data = data
        self.bodiless = bodiless


def encode_request(
    method: bytes, target: bytes, headers: Sequence[tuple[bytes, bytes]], body: bytes
) -> EncodedRequest:
    """Return head and body in one piece.

    Raises:
        Unsendable: A header contains a line break or a NUL, or the length is missing or wrong.
    """
    lines = [b"%b %b HTTP/1.1" % (method, target)]
    lines += [b"%b: %b" % pair for pair in headers]
    framing = [value for name, value in headers if name.lower() in _FRAMING]
    if framing != [b"%d" % len(body)] and (framing or body):
        raise Unsendable(
            "expected one Content-Length header with the size of the body, and no Transfer-Encoding"
        )
    head = b"\r\n".join(lines)
    # RFC 9112 section 11.1: a line end in a header would allow request smuggling.
    if not head.count(b"\r") == head.count(b"\n") == len(lines) - 1 or b"\0" in head:
        raise Unsendable("a header has a line break or a NUL")
    return EncodedRequest(b"%b\r\n\r\n%b" % (head, body), bodiless=method == b"HEAD")
