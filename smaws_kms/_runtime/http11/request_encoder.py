"""A request, as the bytes that are sent."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import httpx

from smaws_kms._runtime.http11.errors import Unsendable

_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})
_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """Whom a connection leads to."""

    secure: bool
    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def origin_of(url: httpx.URL) -> Origin:
    """Return whom a request to this URL is for."""
    scheme, host = url.scheme, url.raw_host.decode("ascii")
    if scheme not in _PORTS or not host:
        raise httpx.UnsupportedProtocol("only http:// and https:// URLs with a host can be sent to")
    return Origin(scheme == "https", host, url.port or _PORTS[scheme])


class EncodedRequest:
    """The bytes of a request, in an object that shows none: `repr` of a frame's variables would."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        self.data = data


def encode_request(request: httpx.Request, body: bytes) -> EncodedRequest:
    """Return head and body in one piece, which small requests leave in one write."""
    headers = request.headers.raw
    lines = [b"%b %b HTTP/1.1" % (request.method.encode("ascii"), request.url.raw_path)]
    lines += [b"%b: %b" % pair for pair in headers]
    framing = [value for name, value in headers if name.lower() in _FRAMING]
    if framing != [b"%d" % len(body)] and (framing or body):
        raise Unsendable("Content-Length and no other header has to say how long the body is")
    head = b"\r\n".join(lines)
    # RFC 9112 section 11.1: whoever can put a line end into a header can put a request behind it.
    if not head.count(b"\r") == head.count(b"\n") == len(lines) - 1 or b"\0" in head:
        raise Unsendable("a header holds what no header can hold")
    return EncodedRequest(b"%b\r\n\r\n%b" % (head, body))
