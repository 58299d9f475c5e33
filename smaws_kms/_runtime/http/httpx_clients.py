"""The httpx clients that are ours: they hand requests straight to the transport that is right for them."""

from ssl import SSLContext
from typing import Any

import httpx

from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.transport_selection import (
    AsyncTransportSelector,
    SyncTransportSelector,
)
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trust_roots import Bundle


class DirectAsyncClient(httpx.AsyncClient):
    """Hands requests straight to the transport.

    It is ours alone and has no hooks, auth or cookies; the stock `send` spends 30 microseconds a
    call on those and on redirects, none of which the awsJson protocols have.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None,
        bundle: Bundle | None,
        switch: str,
        ssl_context: SSLContext | None = None,
    ) -> None:
        own = transport or AsyncTransportSelector(
            Trust(ssl_context, bundle=bundle), ProxyFinder(), switch=switch
        )
        super().__init__(transport=own)

    def enforces_total_timeout(self, url: httpx.URL) -> bool:
        """Tell whether `total_timeout` is heeded: httpx's transports bound each piece, not the sum."""
        transport = self._transport_for_url(url)
        return isinstance(transport, AsyncTransportSelector) and transport.enforces_total_timeout(
            url
        )

    async def prepare(self, url: httpx.URL) -> None:
        """Find the proxy and load the trust roots as a request would, and raise what it would."""
        transport = self._transport_for_url(url)
        if isinstance(transport, AsyncTransportSelector):
            await transport.prepare(url)

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        response = await self._transport_for_url(request.url).handle_async_request(request)
        response.request = request
        return response


class DirectClient(httpx.Client):
    """The blocking twin of `DirectAsyncClient`."""

    def __init__(
        self,
        transport: httpx.BaseTransport | None,
        bundle: Bundle | None,
        switch: str,
        ssl_context: SSLContext | None = None,
    ) -> None:
        own = transport or SyncTransportSelector(
            Trust(ssl_context, bundle=bundle), ProxyFinder(), switch=switch
        )
        super().__init__(transport=own)

    def prepare(self, url: httpx.URL, within: float | None) -> None:
        """Find the proxy and load the trust roots as a request would, and raise what it would."""
        transport = self._transport_for_url(url)
        if isinstance(transport, SyncTransportSelector):
            transport.prepare(url, within)

    def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        response = self._transport_for_url(request.url).handle_request(request)
        response.request = request
        return response
