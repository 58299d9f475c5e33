"""Sends one HTTP request and returns the response or a classified error."""

from collections.abc import Awaitable, Callable
from functools import partial
from ssl import SSLContext
from typing import Literal, cast

from smaws_kms._runtime.errors import AttemptTimeoutError, ConfigurationError, TransportError
from smaws_kms._runtime.http.body import Body
from smaws_kms._runtime.http.error_mapping import classify, unready
from smaws_kms._runtime.http.httpx_api import (
    HTTPX,
    AsyncBaseTransport,
    AsyncClient,
    AsyncHttpSource,
    BaseTransport,
    Client,
    HttpxApi,
    Request,
    Response,
    SyncHttpSource,
    api_of,
    failures,
    is_from_httpx,
)
from smaws_kms._runtime.http.httpx_clients import DirectAsyncClient, DirectClient
from smaws_kms._runtime.http.httpx_messages import send_async
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http.transport_selection import SWITCH, preload
from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.support.async_backend import running_backend
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.lazy import Lazy
from smaws_kms._runtime.support.type_names import name_of


def _check(given: object, client: str, transport: str) -> None:
    if given is not None and not is_from_httpx(given, client, transport):
        wanted = f"httpx.{client} or httpx.{transport}, or one of httpx2's"
        raise TypeError(f"http must be {wanted}, not {name_of(given)}")


class AsyncHttp:
    """Sends requests through the user's `httpx.AsyncClient` or one of our own, made on first use."""

    def __init__(
        self,
        given: AsyncHttpSource | None,
        switch: str = SWITCH,
        ssl_context: SSLContext | None = None,
    ) -> None:
        _check(given, "AsyncClient", "AsyncBaseTransport")
        self._given = given
        self._switch = switch
        self._ssl_context = ssl_context
        self._api = HTTPX if given is None else api_of(given)
        client = given if is_from_httpx(given, "AsyncClient") else None
        # httpx2's client is used like httpx's. A forked child does not close our client: its connections
        # are the parent's.
        self._client: Lazy[AsyncClient | DirectAsyncClient] = Lazy(
            cast("AsyncClient | None", client), inherited=client is not None
        )

    async def send(
        self, request: WireRequest, timeouts: AttemptTimeouts
    ) -> WireResponse | TransportError | ConfigurationError:
        """Send one request and read its complete response."""
        try:
            client = self._client.value or await self._loaded(request.ca_bundle)
            made = _request(self._api, request, timeouts)
            http11 = client.http11_for(made.url) if isinstance(client, DirectAsyncClient) else None
            if http11 is not None:  # it enforces `total_timeout`; httpx bounds single reads only
                return await _exchange(partial(send_async, http11), made)
            send = partial(client.send, stream=True, auth=None, follow_redirects=False)
            response = await running_backend().within(timeouts.remaining(), _exchange(send, made))
        except failures() as error:
            raise_if_from_handler(error)
            return classify(error, request.url)
        return response or AttemptTimeoutError("no complete response in time")

    async def prepare(self, url: str, bundle: Bundle | None) -> Literal[True] | ConfigurationError:
        """Find the proxy and load the trust roots, unless the user passed a client or transport."""
        try:
            client = self._client.value or await self._loaded(bundle)
            if isinstance(client, DirectAsyncClient):
                await client.prepare(HTTPX.url(url))
        except Exception as error:  # noqa: BLE001  # nothing escapes from `check`
            return unready(error)
        return True

    async def _loaded(self, bundle: Bundle | None) -> AsyncClient | DirectAsyncClient:
        if self._given is None:
            # On a thread. If none can be started, the import happens on the loop, in `_open`.
            loading = run_in_daemon_thread(partial(preload, self._switch), failed=_go_on)
            await running_backend().outcome_of(loading)
        return self._open(bundle)

    async def aclose(self) -> None:
        """Close the connections, unless they belong to the user."""
        if self._given is None and self._client.value is not None:
            await self._client.value.aclose()

    def _open(self, bundle: Bundle | None = None) -> AsyncClient | DirectAsyncClient:
        transport = cast("AsyncBaseTransport | None", self._given)
        make = partial(DirectAsyncClient, transport, bundle, self._switch, self._ssl_context)
        return self._client.get(make)


def _go_on(_: Exception) -> None:
    """Ignore a failed import: the regular import raises it again."""


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


class SyncHttp:
    """Sends requests through the user's `httpx.Client` or one of our own, made on first use."""

    def __init__(
        self,
        given: SyncHttpSource | None,
        switch: str = SWITCH,
        ssl_context: SSLContext | None = None,
    ) -> None:
        _check(given, "Client", "BaseTransport")
        self._given = given
        self._switch = switch
        self._ssl_context = ssl_context
        self._api = HTTPX if given is None else api_of(given)
        client = given if is_from_httpx(given, "Client") else None
        self._client: Lazy[Client | DirectClient] = Lazy(
            cast("Client | None", client), inherited=client is not None
        )

    def send(
        self, request: WireRequest, timeouts: AttemptTimeouts
    ) -> WireResponse | TransportError | ConfigurationError:
        """Send one request and read its complete response."""
        try:
            client = self._client.value or self._open(request.ca_bundle)
            response = client.send(
                _request(self._api, request, timeouts),
                stream=True,
                auth=None,
                follow_redirects=False,
            )
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

    def prepare(
        self, url: str, bundle: Bundle | None, within: float | None
    ) -> Literal[True] | ConfigurationError | None:
        """Find the proxy and load the trust roots; return `None` if that exceeds `within`."""
        try:
            client = self._client.value or self._open(bundle)
            if isinstance(client, DirectClient):
                client.prepare(HTTPX.url(url), within)
        except TimeoutError:
            return None
        except Exception as error:  # noqa: BLE001  # nothing escapes from `check`
            return unready(error)
        return True

    def close(self) -> None:
        """Close the connections, unless they belong to the user."""
        if self._given is None and self._client.value is not None:
            self._client.value.close()

    def _open(self, bundle: Bundle | None = None) -> Client | DirectClient:
        transport = cast("BaseTransport | None", self._given)
        make = partial(DirectClient, transport, bundle, self._switch, self._ssl_context)
        return self._client.get(make)


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
