"""Turn a parsed response into `httpx.Response`."""

from collections.abc import AsyncIterator, Iterator

import httpx

from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.response_parser import ResponseParser


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
