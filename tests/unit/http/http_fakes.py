"""Transports that stand in for a server."""

from collections.abc import AsyncIterator, Iterator

import httpx

from smaws_kms import ConfigurationError, TransportError
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse

URL = "https://kms.test/"
REQUEST = WireRequest(URL, {"Host": "kms.test", "Authorization": "secret"}, b"secret plaintext")
TIMEOUTS = AttemptTimeouts(connect=3.0, until=107.5, monotonic=lambda: 100.0)

Outcome = WireResponse | TransportError | ConfigurationError


class Stream(httpx.AsyncByteStream, httpx.SyncByteStream):
    """A body that counts the parts read, and records that it was closed."""

    def __init__(self, *parts: bytes | Exception) -> None:
        self._parts = parts
        self.read = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            if isinstance(part, Exception):
                raise part
            self.read += 1
            yield part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part

    def close(self) -> None:
        """Record the call."""
        self.closed = True

    async def aclose(self) -> None:
        """Record the call."""
        self.closed = True


async def by_both(transport: httpx.MockTransport) -> Iterator[Outcome]:
    """Send the request with an async and a blocking client."""
    return iter(
        (
            await AsyncHttp(transport).send(REQUEST, TIMEOUTS),
            SyncHttp(transport).send(REQUEST, TIMEOUTS),
        )
    )


def responding(
    *parts: bytes | Exception, **headers: str
) -> tuple[httpx.MockTransport, list[Stream]]:
    """Return a transport that responds with a body in parts, and the list of its bodies."""
    made: list[Stream] = []

    def handle(_: httpx.Request) -> httpx.Response:
        made.append(Stream(*parts))
        return httpx.Response(200, headers=headers, stream=made[-1])

    return httpx.MockTransport(handle), made


class Server(httpx.MockTransport):
    """Responds to every request with an empty object, and records the requests."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.requests: list[httpx.Request] = []

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, content=b"{}")
