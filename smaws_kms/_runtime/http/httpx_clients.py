"""Clients that hand requests straight to a transport, and through httpx's clients when those are patched.

httpx's `send` takes 30 microseconds a call for hooks, authentication, cookies and redirects. None of
these exists here: the clients are private, and awsJson protocols have no redirects.
"""

from ssl import SSLContext
from typing import Any

import httpx

from smaws_kms._runtime import http11
from smaws_kms._runtime.http.httpx_patches import ASYNC_CLIENT, SYNC_CLIENT
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.transport_selection import (
    AsyncTransportSelector,
    SyncTransportSelector,
)
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trust_roots import Bundle


class DirectAsyncClient:
    """Sends requests over the user's transport, or over the one that `AsyncTransportSelector` selects."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None,
        bundle: Bundle | None,
        switch: str,
        ssl_context: SSLContext | None = None,
    ) -> None:
        self._transport = transport or AsyncTransportSelector(
            Trust(ssl_context, bundle=bundle), ProxyFinder(), switch=switch
        )

    def http11_for(self, url: httpx.URL) -> "http11.Http11AsyncTransport | None":
        """Return http11 if a request sent now goes over it, and `None` if `send` has to be used."""
        transport = self._transport
        if isinstance(transport, AsyncTransportSelector) and not ASYNC_CLIENT.replacements():
            return transport.http11_for(url)
        return None

    async def prepare(self, url: httpx.URL) -> None:
        """Find the proxy and load the trust roots as a request would, and raise what it would."""
        if isinstance(self._transport, AsyncTransportSelector):
            await self._transport.prepare(url)

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """Send a request; the options are those of `httpx.AsyncClient.send`."""
        if ASYNC_CLIENT.replacements():
            client = httpx.AsyncClient(transport=self._transport)
            return await client.send(request, **options)
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()


class DirectClient:
    """The blocking twin of `DirectAsyncClient`."""

    def __init__(
        self,
        transport: httpx.BaseTransport | None,
        bundle: Bundle | None,
        switch: str,
        ssl_context: SSLContext | None = None,
    ) -> None:
        self._transport = transport or SyncTransportSelector(
            Trust(ssl_context, bundle=bundle), ProxyFinder(), switch=switch
        )

    def prepare(self, url: httpx.URL, within: float | None) -> None:
        """Find the proxy and load the trust roots as a request would, and raise what it would."""
        if isinstance(self._transport, SyncTransportSelector):
            self._transport.prepare(url, within)

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """Send a request; the options are those of `httpx.Client.send`."""
        if SYNC_CLIENT.replacements():
            return httpx.Client(transport=self._transport).send(request, **options)
        return self._transport.handle_request(request)

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()
