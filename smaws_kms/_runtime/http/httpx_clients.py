"""Clients that hand requests straight to a transport, and through httpx's clients when those are patched.

httpx's `send` takes 30 microseconds a call for hooks, authentication, cookies and redirects. None of
these exists here: the clients are private, and awsJson protocols have no redirects.
"""

from typing import Any

import httpx

from smaws_kms._runtime.http.httpx_patches import ASYNC_CLIENT, SYNC_CLIENT


class DirectAsyncClient:
    """Sends requests over a transport."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """Send a request; the options are those of `httpx.AsyncClient.send`."""
        if ASYNC_CLIENT.replacements():
            client = httpx.AsyncClient(transport=self._transport)
            return await client.send(request, **options)
        return await self._transport.handle_async_request(request)


class DirectClient:
    """The blocking twin of `DirectAsyncClient`."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """Send a request; the options are those of `httpx.Client.send`."""
        if SYNC_CLIENT.replacements():
            return httpx.Client(transport=self._transport).send(request, **options)
        return self._transport.handle_request(request)
