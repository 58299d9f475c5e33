"""The httpx clients that are ours: they hand requests straight to the transport that is right for them."""

from typing import Any
from urllib.request import getproxies

import httpx

from smaws_kms._runtime.engine.tls import Trust
from smaws_kms._runtime.engine_choice import LIMITS, AsyncChoice, SyncChoice


class DirectAsyncClient(httpx.AsyncClient):
    """Hands requests straight to the transport.

    It is ours alone and has no hooks, auth or cookies; the stock `send` spends 30 microseconds a
    call on those and on redirects, none of which the awsJson protocols have.
    """

    def __init__(self, transport: httpx.AsyncBaseTransport | None, switch: str) -> None:
        if transport is not None or not getproxies():
            super().__init__(transport=transport or AsyncChoice(switch=switch))
            return
        # httpx itself reads which proxies are for which hosts, so that none of them is passed by.
        super().__init__(verify=Trust().context().result(), limits=LIMITS)
        self._transport = AsyncChoice(switch=switch)

    def keeps_time(self, url: httpx.URL) -> bool:
        """Tell whether `total_timeout` is heeded: httpx's transports bound each piece, not the sum."""
        transport = self._transport_for_url(url)
        return isinstance(transport, AsyncChoice) and transport.keeps_time()

    async def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        response = await self._transport_for_url(request.url).handle_async_request(request)
        response.request = request
        return response


class DirectClient(httpx.Client):
    """The blocking twin of `DirectAsyncClient`."""

    def __init__(self, transport: httpx.BaseTransport | None, switch: str) -> None:
        if transport is not None or not getproxies():
            super().__init__(transport=transport or SyncChoice(switch=switch))
            return
        super().__init__(verify=Trust().context().result(), limits=LIMITS)
        self._transport = SyncChoice(switch=switch)

    def send(self, request: httpx.Request, **_: Any) -> httpx.Response:
        response = self._transport_for_url(request.url).handle_request(request)
        response.request = request
        return response
