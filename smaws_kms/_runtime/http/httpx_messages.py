"""Sends `httpx.Request`s over http11, and returns `httpx.Response`s."""

import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import httpx

from smaws_kms._runtime.http.senders import AsyncSender, SyncSender
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin, encode_request
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.support.frames import discard_locals


async def send_async(transport: AsyncSender, request: httpx.Request) -> httpx.Response:
    """Send a request and return its response, whose body has been read; raise what http11 raises."""
    deadlines = deadlines_of(request, transport.clock)
    body = await request.aread()
    outer = sys.exception()
    try:
        found = await transport.send(origin_of(request.url), bytes_of(request, body), deadlines)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    return response_from(*found)


def send(transport: SyncSender, request: httpx.Request) -> httpx.Response:
    """Send a request and return its response, whose body has been read; raise what http11 raises."""
    deadlines = deadlines_of(request, transport.clock)
    body = request.read()
    outer = sys.exception()
    try:
        found = transport.send(origin_of(request.url), bytes_of(request, body), deadlines)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    return response_from(*found)


def origin_of(url: httpx.URL) -> Origin:
    """Return the origin of a URL."""
    scheme, host = url.scheme, url.raw_host.decode("ascii")
    if scheme not in {"http", "https"} or not host:
        raise httpx.UnsupportedProtocol("only http:// and https:// URLs with a host can be sent to")
    secure = scheme == "https"
    return Origin(secure, host, url.port or (443 if secure else 80))


def deadlines_of(request: httpx.Request, clock: Callable[[], float]) -> Deadlines:
    """Return the time limits of httpx's extension `timeout` and of ours, `total_timeout`."""
    limits: Mapping[str, Any] = request.extensions.get("timeout", {})
    return Deadlines(
        clock,
        pool=limits.get("pool"),
        connect=limits.get("connect"),
        write=limits.get("write"),
        read=limits.get("read"),
        total=request.extensions.get("total_timeout"),
    )


def bytes_of(request: httpx.Request, body: bytes) -> EncodedRequest:
    """Return the bytes of a request."""
    method = request.method.encode("ascii")
    return encode_request(method, request.url.raw_path, request.headers.raw, body)


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A large body in pieces, so that a decompressing reader can stop before memory is full."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._body), PIECE):
            yield self._body[start : start + PIECE]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def response_from(head: Head, body: bytes) -> httpx.Response:
    """Return a complete response."""
    response = httpx.Response(
        head.status,
        headers=head.headers,
        stream=httpx.ByteStream(body) if len(body) <= PIECE else _Pieces(body),
        extensions={"http_version": b"HTTP/1." + head.minor, "reason_phrase": head.reason},
    )
    if head.ascii:
        response.headers.encoding = "ascii"  # httpx would decode all headers to find out
    return response
