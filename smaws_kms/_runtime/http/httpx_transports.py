"""Our connections as httpx transports: over http11, or over httpx's own transports."""

import time

from smaws_kms._runtime.http.httpx_api import (
    URL,
    AsyncBaseTransport,
    BaseTransport,
    Request,
    Response,
)
from smaws_kms._runtime.http.httpx_errors import in_httpx
from smaws_kms._runtime.http.httpx_messages import deadlines_of, origin_of, send, send_async
from smaws_kms._runtime.http.httpx_patches import ASYNC_TRANSPORT, SYNC_TRANSPORT
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.senders import AsyncSender, SyncSender
from smaws_kms._runtime.http.stock_transports import Route, StockTransports, make_async, make_sync
from smaws_kms._runtime.http.transport_selection import AsyncConnections, SyncConnections
from smaws_kms._runtime.http11.errors import Http11Error, Misconfigured, connecting
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.async_backend import running_backend


class AsyncTransportSelector(AsyncBaseTransport):
    """Sends over http11 where that serves a request, and over httpx's transports otherwise.

    Args:
        trust: Makes the TLS context.
        proxies: Finds proxies. With `None`, none is used.
        connections: Used instead of new ones.
    """

    def __init__(
        self,
        trust: Trust | None = None,
        proxies: ProxyFinder | None = None,
        *,
        connections: AsyncConnections | None = None,
    ) -> None:
        self._connections = connections or AsyncConnections(trust, proxies)
        self._stock = StockTransports(self._connections.trust, make_async)

    async def prepare(self, url: URL) -> None:
        """Find the proxy of an endpoint and load the trust roots; raise what a request would."""
        origin = origin_of(url)
        if self._http11_for(origin) is not None:
            await self._connections.prepare(origin)
        else:
            await running_backend().outcome_of(self._stock.get(self._route(origin)))

    async def handle_async_request(self, request: Request) -> Response:
        """Send over the transport that the request needs at this moment."""
        try:
            origin = origin_of(request.url)
            transport = self._http11_for(origin)
            if transport is not None:
                return await send_async(transport, request)
            return await (await self._made(origin, request)).handle_async_request(request)
        except Http11Error as error:
            raise in_httpx(error) from None

    async def aclose(self) -> None:
        """Close the connections of all transports."""
        await self._connections.aclose()
        for transport in self._stock.made():
            await transport.aclose()

    def _http11_for(self, origin: Origin) -> AsyncSender | None:
        patched = bool(ASYNC_TRANSPORT.replacements())
        return self._connections.http11_for(origin, patched=patched)

    def _route(self, origin: Origin) -> Route:
        return _route(origin, self._connections.proxies, ASYNC_TRANSPORT.replacements())

    async def _made(self, origin: Origin, request: Request) -> AsyncBaseTransport:
        library = running_backend()
        with connecting(origin):
            # On a thread: loading trust roots may take seconds.
            made = library.outcome_of(self._stock.get(self._route(origin)))
            return _in_time(await library.within(_connect_limit(request), made))


class SyncTransportSelector(BaseTransport):
    """The blocking twin of `AsyncTransportSelector`."""

    def __init__(
        self,
        trust: Trust | None = None,
        proxies: ProxyFinder | None = None,
        *,
        connections: SyncConnections | None = None,
    ) -> None:
        self._connections = connections or SyncConnections(trust, proxies)
        self._stock = StockTransports(self._connections.trust, make_sync)

    def prepare(self, url: URL, within: float | None) -> None:
        """Find the proxy of an endpoint and load the trust roots; raise what a request would."""
        origin = origin_of(url)
        if self._http11_for(origin) is not None:
            self._connections.prepare(origin, within)
        else:
            self._stock.get(self._route(origin), or_here=True).result(within)

    def handle_request(self, request: Request) -> Response:
        """Send over the transport that the request needs at this moment."""
        try:
            origin = origin_of(request.url)
            transport = self._http11_for(origin)
            if transport is not None:
                return send(transport, request)
            return self._made(origin, request).handle_request(request)
        except Http11Error as error:
            raise in_httpx(error) from None

    def close(self) -> None:
        """Close the connections of all transports."""
        self._connections.close()
        for transport in self._stock.made():
            transport.close()

    def _http11_for(self, origin: Origin) -> SyncSender | None:
        patched = bool(SYNC_TRANSPORT.replacements())
        return self._connections.http11_for(origin, patched=patched)

    def _route(self, origin: Origin) -> Route:
        return _route(origin, self._connections.proxies, SYNC_TRANSPORT.replacements())

    def _made(self, origin: Origin, request: Request) -> BaseTransport:
        with connecting(origin):
            made = self._stock.get(self._route(origin), or_here=True)
            return made.result(_connect_limit(request))


def _in_time(made: AsyncBaseTransport | None) -> AsyncBaseTransport:
    if made is None:
        raise TimeoutError
    return made


def _connect_limit(request: Request) -> float | None:
    return deadlines_of(request, time.monotonic).within("connect")


def _route(origin: Origin, proxies: ProxyFinder | None, replacements: tuple[object, ...]) -> Route:
    """Return the route over httpx's transports."""
    proxy = None if proxies is None else _proxy_for(origin, proxies, replacements)
    return Route.to(origin, proxy, replacements)


def _proxy_for(
    origin: Origin, proxies: ProxyFinder, replacements: tuple[object, ...]
) -> Proxy | None:
    try:
        return proxies.find(origin)
    except Misconfigured:
        if replacements:
            return None  # a mock that responds itself needs no proxy
        raise
