"""Which transport sends a request: the http11, or httpx's own.

The engine serves asyncio and blocking calls on Linux and macOS. httpx's transports serve what it does
not know: trio, other systems, proxies, and tests that have replaced something in httpx
and would be surprised to see a request on the network.
"""

import os
import sys
import time
from collections.abc import Mapping
from typing import Final, cast

from smaws_kms._runtime import http11
from smaws_kms._runtime.http.httpx_api import (
    URL,
    AsyncBaseTransport,
    BaseTransport,
    Request,
    Response,
)
from smaws_kms._runtime.http.httpx_patches import ASYNC_TRANSPORT, SYNC_TRANSPORT
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.proxy_url import Proxy
from smaws_kms._runtime.http.stock_transports import Route, StockTransports, make_async, make_sync
from smaws_kms._runtime.http11.errors import Misconfigured, connecting
from smaws_kms._runtime.http11.request_encoder import Origin, origin_of
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.async_backend import running_backend, trio_is_running

SWITCH: Final = f"{__name__.partition('.')[0].upper()}_ENGINE"
"""Set to `off`, httpx's transports send everything; clients have `Service.engine_switch` for it."""

_SYSTEMS: Final = frozenset({"linux", "darwin"})


def http11_is_enabled(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform, switch: str = SWITCH
) -> bool:
    """Tell whether the engine may be used at all."""
    return system in _SYSTEMS and environ.get(switch) != "off"


def preload(switch: str = SWITCH) -> None:
    """Import what the first request of an async client needs, which takes 15 ms and more."""
    if http11_is_enabled(switch=switch):
        _ = http11.Http11AsyncTransport


class AsyncTransportSelector(AsyncBaseTransport):
    """The engine on asyncio; httpx's transports on trio, through proxies and where there is no http11.

    Args:
        trust: How to do TLS.
        proxies: Finds proxies; none are used if `None`.
    """

    def __init__(
        self,
        trust: Trust | None = None,
        proxies: ProxyFinder | None = None,
        *,
        switch: str = SWITCH,
    ) -> None:
        self._trust = trust or Trust()
        self._proxies = proxies
        # Loads asyncio, which no blocking client needs.
        is_wanted = http11_is_enabled(switch=switch)
        self._engine = http11.Http11AsyncTransport(self._trust) if is_wanted else None
        self._stock = StockTransports(self._trust, make_async)

    def http11_for(self, url: URL) -> "http11.Http11AsyncTransport | None":
        """Return http11 if a request sent now goes over it, and `None` if httpx's transports send it."""
        return self._engine if self._stock_route(url) is None else None

    async def prepare(self, url: URL) -> None:
        """Find the proxy of an endpoint and load the trust roots, or raise as a request would."""
        route = self._stock_route(url)
        if route is not None:
            await running_backend().outcome_of(self._stock.get(route))
        elif origin_of(url).secure:
            await running_backend().outcome_of(self._trust.context())

    async def handle_async_request(self, request: Request) -> Response:
        """Hand the request to whichever transport is right at the moment."""
        route = self._stock_route(request.url)
        if route is not None:
            return await (await self._made(route, request)).handle_async_request(request)
        return await cast("http11.Http11AsyncTransport", self._engine).handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of both."""
        if self._engine is not None and not trio_is_running():
            await self._engine.aclose()
        for transport in self._stock.made():
            await transport.aclose()

    def _stock_route(self, url: URL) -> Route | None:
        is_ready = self._engine is not None and not trio_is_running()
        return _stock_route(url, self._proxies, ASYNC_TRANSPORT.replacements(), is_ready)

    async def _made(self, route: Route, request: Request) -> AsyncBaseTransport:
        library = running_backend()
        with connecting(origin_of(request.url)):
            # Never on the loop itself: to load trust roots takes up to seconds.
            made = library.outcome_of(self._stock.get(route))
            return _in_time(await library.within(_connect_limit(request), made))


class SyncTransportSelector(BaseTransport):
    """The blocking twin of `AsyncTransportSelector`."""

    def __init__(
        self,
        trust: Trust | None = None,
        proxies: ProxyFinder | None = None,
        *,
        switch: str = SWITCH,
    ) -> None:
        self._trust = trust or Trust()
        self._proxies = proxies
        is_wanted = http11_is_enabled(switch=switch)
        self._engine = http11.Http11Transport(self._trust) if is_wanted else None
        self._stock = StockTransports(self._trust, make_sync)

    def prepare(self, url: URL, within: float | None) -> None:
        """Find the proxy of an endpoint and load the trust roots, or raise as a request would."""
        route = self._stock_route(url)
        if route is not None:
            self._stock.get(route, or_here=True).result(within)
        elif origin_of(url).secure:
            self._trust.context(or_here=True).result(within)

    def handle_request(self, request: Request) -> Response:
        """Hand the request to whichever transport is right at the moment."""
        route = self._stock_route(request.url)
        if route is not None:
            return self._made(route, request).handle_request(request)
        return cast("http11.Http11Transport", self._engine).handle_request(request)

    def close(self) -> None:
        """Close the connections of both."""
        if self._engine is not None:
            self._engine.close()
        for transport in self._stock.made():
            transport.close()

    def _stock_route(self, url: URL) -> Route | None:
        is_ready = self._engine is not None
        return _stock_route(url, self._proxies, SYNC_TRANSPORT.replacements(), is_ready)

    def _made(self, route: Route, request: Request) -> BaseTransport:
        with connecting(origin_of(request.url)):
            return self._stock.get(route, or_here=True).result(_connect_limit(request))


def _in_time(made: AsyncBaseTransport | None) -> AsyncBaseTransport:
    if made is None:
        raise TimeoutError
    return made


def _connect_limit(request: Request) -> float | None:
    return Deadlines(request.extensions, time.monotonic).within("connect")


def _stock_route(
    url: URL,
    proxies: ProxyFinder | None,
    replacements: tuple[object, ...],
    http11_is_usable: bool,  # noqa: FBT001 - private, and called twice
) -> Route | None:
    """Return the route over httpx's transports, or `None` if http11 sends the request."""
    http11_is_usable = http11_is_usable and not replacements
    if http11_is_usable and (proxies is None or proxies.finds_none()):
        return None  # before the URL is read, which takes microseconds
    origin = origin_of(url)
    proxy = None if proxies is None else _proxy_for(origin, proxies, replacements)
    if http11_is_usable and proxy is None:
        return None
    return Route.to(origin, proxy, replacements)


def _proxy_for(
    origin: Origin, proxies: ProxyFinder, replacements: tuple[object, ...]
) -> Proxy | None:
    try:
        return proxies.find(origin)
    except Misconfigured:
        if replacements:
            return None  # a mock that answers the request needs no proxy
        raise
