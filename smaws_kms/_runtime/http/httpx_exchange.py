"""Sends requests through httpx's objects: those of users, or ours around our connections.

Imported when a request has to pass them.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

from smaws_kms._runtime.errors import AttemptTimeoutError, ConfigurationError, TransportError
from smaws_kms._runtime.http.body import Body
from smaws_kms._runtime.http.httpx_api import (
    HTTPX,
    AsyncBaseTransport,
    AsyncClient,
    BaseTransport,
    Client,
    HttpxApi,
    Request,
    Response,
    api_of,
    failures,
)
from smaws_kms._runtime.http.httpx_clients import DirectAsyncClient, DirectClient
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http.httpx_sources import AsyncHttpSource, SyncHttpSource, is_from_httpx
from smaws_kms._runtime.http.httpx_transports import AsyncTransportSelector, SyncTransportSelector
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http.transport_selection import AsyncConnections, SyncConnections
from smaws_kms._runtime.support.async_backend import running_backend
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.lazy import Lazy

Outcome = WireResponse | TransportError | ConfigurationError


class AsyncHttpx:
    """Sends through a client or transport of the user, or through our connections."""

    def __init__(self, source: AsyncHttpSource | AsyncConnections) -> None:
        own = (
            AsyncTransportSelector(connections=source)
            if isinstance(source, AsyncConnections)
            else None
        )
        self._api = api_of(source)
        client = source if is_from_httpx(source, "AsyncClient") else None
        # httpx2's client is used like httpx's.
        self._client: Lazy[AsyncClient] = Lazy(cast("AsyncClient | None", client))
        """The client of the user, or the one that was asked for."""
        self._transport = own or cast("AsyncBaseTransport", source)
        self._direct = DirectAsyncClient(self._transport)
        if client is None:
            register_at_fork(self)

    def after_fork(self) -> None:
        """Replace the lock of the cookies, which a thread of the parent may hold."""
        if self._client.value is not None:
            self._client.value.cookies = self._client.value.cookies

    @property
    def client(self) -> AsyncClient:
        """An httpx client that requests pass from now on."""
        make: Callable[[], AsyncClient] = partial(
            self._api.library.AsyncClient, transport=self._transport, trust_env=False
        )
        return self._client.get(make)

    async def send(self, request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
        """Send one request and read its complete response."""
        client = self._client.value or self._direct
        send = partial(client.send, stream=True, auth=None, follow_redirects=False)
        try:
            exchange = _exchange(send, _request(self._api, request, timeouts))
            response = await running_backend().within(timeouts.remaining(), exchange)
        except failures() as error:
            raise_if_from_handler(error)
            return classify(error, request.url)
        return response or AttemptTimeoutError("no complete response in time")

    async def prepare(self, url: str) -> None:
        """Find the proxy and load the trust roots, unless the user passed a client or transport."""
        if isinstance(self._transport, AsyncTransportSelector):
            await self._transport.prepare(HTTPX.url(url))

    async def aclose(self) -> None:
        """Close the client and the connections."""
        await (self._client.value or self._transport).aclose()


async def _exchange(
    send: Callable[[Request], Awaitable[Response]], request: Request
) -> WireResponse | TransportError:
    response = await send(request)
    body = Body(response)
    try:
        if not body.ended:
            async for chunk in response.aiter_raw():
                if not body.takes(chunk):
                    break
        return body.result()
    finally:
        await response.aclose()


class SyncHttpx:
    """The blocking twin of `AsyncHttpx`."""

    def __init__(self, source: SyncHttpSource | SyncConnections) -> None:
        own = (
            SyncTransportSelector(connections=source)
            if isinstance(source, SyncConnections)
            else None
        )
        self._api = api_of(source)
        client = source if is_from_httpx(source, "Client") else None
        self._client: Lazy[Client] = Lazy(cast("Client | None", client))
        self._transport = own or cast("BaseTransport", source)
        self._direct = DirectClient(self._transport)
        if client is None:
            register_at_fork(self)

    def after_fork(self) -> None:
        """Replace the lock of the cookies, which a thread of the parent may hold."""
        if self._client.value is not None:
            self._client.value.cookies = self._client.value.cookies

    @property
    def client(self) -> Client:
        """An httpx client that requests pass from now on."""
        make: Callable[[], Client] = partial(
            self._api.library.Client, transport=self._transport, trust_env=False
        )
        return self._client.get(make)

    def send(self, request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
        """Send one request and read its complete response."""
        client = self._client.value or self._direct
        send = partial(client.send, stream=True, auth=None, follow_redirects=False)
        try:
            response = send(_request(self._api, request, timeouts))
            body = Body(response)
            try:
                for chunk in () if body.ended else response.iter_raw():
                    if not body.takes(chunk):
                        break
                    # httpx limits each read, not their sum: a slow trickle would never time out.
                    if timeouts.over():
                        return AttemptTimeoutError("no complete response in time")
                return body.result()
            finally:
                response.close()
        except failures() as error:
            raise_if_from_handler(error)
            return classify(error, request.url)

    def prepare(self, url: str, within: float | None) -> None:
        """Find the proxy and load the trust roots, unless the user passed a client or transport."""
        if isinstance(self._transport, SyncTransportSelector):
            self._transport.prepare(HTTPX.url(url), within)

    def close(self) -> None:
        """Close the client and the connections."""
        (self._client.value or self._transport).close()


def _request(api: HttpxApi, request: WireRequest, timeouts: AttemptTimeouts) -> Request:
    left = timeouts.remaining()
    # Pairs of bytes and a ready stream spare httpx the conversion of headers and content.
    made = api.request(
        "POST",
        api.url(request.url),
        headers=[(name.encode(), value.encode()) for name, value in request.headers.items()],
        stream=api.byte_stream(request.body),
        extensions={
            "timeout": {
                "connect": timeouts.connect,
                "pool": timeouts.connect,
                "read": left,
                "write": left,
            },
            # For http11 only: the limits of the single phases add up to more.
            "total_timeout": left,
        },
    )
    made.read()  # event hooks and mocks need `request.content`
    return made
