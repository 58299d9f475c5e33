"""The seam to HTTP: a request goes out, an answer or a classified failure comes back."""

import threading
from functools import lru_cache
from typing import Final, TypeAlias

import httpx

from smaws_kms._runtime.async_library import running_library
from smaws_kms._runtime.direct_clients import DirectAsyncClient, DirectClient
from smaws_kms._runtime.engine_choice import preload
from smaws_kms._runtime.errors import AttemptTimeoutError, ProtocolError, TransportError
from smaws_kms._runtime.forks import mend_after_fork
from smaws_kms._runtime.http_failures import CAUGHT, classify
from smaws_kms._runtime.messages import Waits, WireRequest, WireResponse
from smaws_kms._runtime.worker import in_daemon_thread

AsyncHttpSource: TypeAlias = httpx.AsyncClient | httpx.AsyncBaseTransport
"""What users may bring to an async client."""
SyncHttpSource: TypeAlias = httpx.Client | httpx.BaseTransport
"""What users may bring to a blocking client."""

MAX_HEAD: Final = 64 * 1024
MAX_BODY: Final = 8 * 1024 * 1024
"""No answer of an awsJson service comes near these."""


def _check(given: object, client: type, transport: type) -> None:
    if given is not None and not isinstance(given, client | transport):
        wanted = f"httpx.{client.__name__} or httpx.{transport.__name__}"
        raise TypeError(f"http must be {wanted}, not {type(given).__name__}")


class AsyncHttp:
    """Sends requests through one `httpx.AsyncClient`, which is made on first use."""

    def __init__(self, given: AsyncHttpSource | None) -> None:
        _check(given, httpx.AsyncClient, httpx.AsyncBaseTransport)
        self._given = given
        self._client = given if isinstance(given, httpx.AsyncClient) else None
        self._lock = threading.Lock()  # event loops may be in several threads
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Start anew in a child; nothing is closed, as the connections are the parent's."""
        self._lock = threading.Lock()
        self._client = self._given if isinstance(self._given, httpx.AsyncClient) else None

    async def send(self, request: WireRequest, waits: Waits) -> WireResponse | TransportError:
        """Send one request and read its whole answer."""
        try:
            client, made = self._client or await self._loaded(), _request(request, waits)
            if isinstance(client, DirectAsyncClient) and client.keeps_time(made.url):
                return await _exchange(client, made)
            answer = await running_library().within(waits.remaining(), _exchange(client, made))
        except CAUGHT as error:
            return classify(error, request.url)
        return answer or AttemptTimeoutError("no complete answer in time")

    async def _loaded(self) -> httpx.AsyncClient:
        if self._given is None:
            # Off the loop; without a thread it is imported on the loop after all.
            await running_library().outcome_of(in_daemon_thread(preload, failed=_go_on))
        return self._open()

    async def aclose(self) -> None:
        """Close the connections, unless the user brought them."""
        if self._given is None and self._client is not None:
            await self._client.aclose()

    def _open(self) -> httpx.AsyncClient:
        with self._lock:
            if self._client is None:
                transport = None if isinstance(self._given, httpx.AsyncClient) else self._given
                self._client = DirectAsyncClient(transport)
            return self._client


def _go_on(_: Exception) -> None:
    """Leave it to the import that comes next to fail."""


async def _exchange(
    client: httpx.AsyncClient, request: httpx.Request
) -> WireResponse | TransportError:
    response = await client.send(request, stream=True, auth=None, follow_redirects=False)
    body = _Body(response)
    if body.is_whole:
        return body.answer()
    try:
        async for chunk in response.aiter_bytes():
            if not body.takes(chunk):
                break
        return body.answer()
    finally:
        await response.aclose()


class SyncHttp:
    """Sends requests through one `httpx.Client`, which is made on first use."""

    def __init__(self, given: SyncHttpSource | None) -> None:
        _check(given, httpx.Client, httpx.BaseTransport)
        self._given = given
        self._client = given if isinstance(given, httpx.Client) else None
        self._lock = threading.Lock()
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Start anew in a child."""
        self._lock = threading.Lock()
        self._client = self._given if isinstance(self._given, httpx.Client) else None

    def send(self, request: WireRequest, waits: Waits) -> WireResponse | TransportError:
        """Send one request and read its whole answer."""
        try:
            response = self._open().send(
                _request(request, waits), stream=True, auth=None, follow_redirects=False
            )
            body = _Body(response)
            if body.is_whole:
                return body.answer()
            try:
                for chunk in response.iter_bytes():
                    if not body.takes(chunk):
                        break
                    # httpx bounds each read, not their sum: a slow trickle would never end.
                    if waits.over():
                        return AttemptTimeoutError("no complete answer in time")
                return body.answer()
            finally:
                response.close()
        except CAUGHT as error:
            return classify(error, request.url)

    def close(self) -> None:
        """Close the connections, unless the user brought them."""
        if self._given is None and self._client is not None:
            self._client.close()

    def _open(self) -> httpx.Client:
        with self._lock:
            if self._client is None:
                transport = None if isinstance(self._given, httpx.Client) else self._given
                self._client = DirectClient(transport)
            return self._client


class _Body:
    """Collects a body within its bound."""

    def __init__(self, response: httpx.Response) -> None:
        self._status = response.status_code
        self._headers = dict(response.headers.items())
        self._chunks: list[bytes] = []
        self._size = 0
        head = sum(map(len, self._headers)) + sum(map(len, self._headers.values()))
        self._problem = f"headers over {MAX_HEAD} bytes" if head > MAX_HEAD else None
        self.is_whole = False
        """Whether all of it is here, as with the engine: to iterate would cost more than to sign."""
        stream = response.stream
        if isinstance(stream, httpx.ByteStream) and "content-encoding" not in self._headers:
            self.is_whole = True
            self.takes(b"".join(stream))

    def takes(self, chunk: bytes) -> bool:
        """Keep a piece; False when there is no point in reading on."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > MAX_BODY:
            self._problem = f"a body over {MAX_BODY} bytes"
        return self._problem is None

    def answer(self) -> WireResponse | TransportError:
        """Return the whole answer."""
        if self._problem:
            return ProtocolError(f"the answer is too large to be one: {self._problem}")
        return WireResponse(self._status, self._headers, b"".join(self._chunks))


# A client sends to one URL, and httpx takes 40 microseconds to parse one.
_parsed: Final = lru_cache(maxsize=64)(httpx.URL)


def _request(request: WireRequest, waits: Waits) -> httpx.Request:
    left = waits.remaining()
    # A list of bytes pairs and a ready stream spare httpx its own guesses at headers and encoding.
    made = httpx.Request(
        "POST",
        _parsed(request.url),
        headers=[(name.encode(), value.encode()) for name, value in request.headers.items()],
        stream=httpx.ByteStream(request.body),
        extensions={
            "timeout": {
                "connect": waits.connect,
                "pool": waits.connect,
                "read": left,
                "write": left,
            },
            # The engine's own: the others are limits of phases, which add up to more.
            "total_timeout": left,
        },
    )
    made.read()  # so that hooks and mocks find `request.content`
    return made
