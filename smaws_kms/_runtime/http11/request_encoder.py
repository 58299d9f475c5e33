"""Encode a request as the bytes that are sent."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import httpx

from smaws_kms._runtime.http11.errors import Unsendable

_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})
_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """Scheme, host and port of a server; a connection belongs to one."""

    secure: bool
    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def origin_of(url: httpx.URL) -> Origin:
    """Return the origin of a URL."""
    scheme, host = url.scheme, url.raw_host.decode("ascii")
    if scheme not in _PORTS or not host:
        raise httpx.UnsupportedProtocol("only http:// and https:// URLs with a host can be sent to")
    return Origin(scheme == "https", host, url.port or _PORTS[scheme])


class EncodedRequest:
    """The bytes of a request, hidden from `repr`, which tools print for local variables."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


def encode_request(request: httpx.Request, body: bytes) -> EncodedRequest:
    """Return head and body in one piece, so that a small request is one write."""
    headers = request.headers.raw
    lines = [b"%b %b HTTP/1.1" % (request.method.encode("ascii"), request.url.raw_path)]
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
    return EncodedRequest(b"%b\r\n\r\n%b" % (head, body))
