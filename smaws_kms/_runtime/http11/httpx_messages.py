"""Translate `httpx.Request` into what a transport sends, and a parsed response into `httpx.Response`."""

from collections.abc import AsyncIterator, Iterator

import httpx

from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.request_encoder import encode_request, origin_of
from smaws_kms._runtime.http11.response_parser import ResponseParser


class OutgoingRequest:
    """One request, ready to be sent over one connection after another until a connection takes it."""

    def __init__(self, request: httpx.Request, body: bytes) -> None:
        self.encoded = encode_request(request, body)
        self.origin = origin_of(request.url)
        self.where = str(self.origin)
        """Host and port, for messages."""
        self._bodiless = request.method == "HEAD"

    def new_parser(self) -> ResponseParser:
        """Return a parser for the response."""
        return ResponseParser(self.where, bodiless=self._bodiless)


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


def response_from(parser: ResponseParser) -> httpx.Response:
    """Return the response of a complete parser."""
    head, body = parser.head, parser.body
    response = httpx.Response(
        head.status,
        headers=head.headers,
        stream=httpx.ByteStream(body) if len(body) <= PIECE else _Pieces(body),
        extensions={"http_version": b"HTTP/1." + head.minor, "reason_phrase": head.reason},
    )
    if head.ascii:
        response.headers.encoding = "ascii"  # httpx would decode all headers to find out
    return response
