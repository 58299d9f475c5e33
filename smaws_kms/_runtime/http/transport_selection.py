"""Selects the transport of each request: http11 or httpx's own.

http11 serves asyncio and blocking calls on Linux and macOS. httpx's transports serve trio, other systems,
proxies, and requests while a part of httpx is replaced, see `httpx_patches`.
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
from smaws_kms._runtime.http.httpx_errors import in_httpx
from smaws_kms._runtime.http.httpx_messages import deadlines_of, origin_of, send, send_async
from smaws_kms._runtime.http.httpx_patches import ASYNC_TRANSPORT, SYNC_TRANSPORT
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.proxy_url import Proxy
from smaws_kms._runtime.http.stock_transports import Route, StockTransports, make_async, make_sync
from smaws_kms._runtime.http11.errors import Http11Error, Misconfigured, connecting
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.async_backend import running_backend, trio_is_running

SWITCH: Final = f"{__name__.partition('.')[0].upper()}_ENGINE"
"""Environment variable that disables http11 when set to `off`. Clients pass `Service.engine_switch`."""

_SYSTEMS: Final = frozenset({"linux", "darwin"})


def http11_is_enabled(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform, switch: str = SWITCH
) -> bool:
    """Return whether http11 supports this system and is not disabled."""
    return system in _SYSTEMS and environ.get(switch) != "off"


def preload(switch: str = SWITCH) -> None:
    """Import the async transport of http11, which takes 15 ms and more."""
    if http11_is_enabled(switch=switch):
        _ = http11.Http11AsyncTransport


class AsyncTransportSelector(AsyncBaseTransport):
    """Sends over http11 on asyncio, and over httpx's transports otherwise.

    Args:
        trust: Makes the TLS context.
        proxies: Finds proxies. With `None`, none is used.
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
        # Not at import: this loads asyncio, which blocking clients do not need.
        is_wanted = http11_is_enabled(switch=switch)
        self._http11 = http11.Http11AsyncTransport(self._trust) if is_wanted else None
        self._stock = StockTransports(self._trust, make_async)

    def http11_for(self, url: URL) -> "http11.Http11AsyncTransport | None":
        """Return http11 if a request sent now goes over it, and `None` if httpx's transports send it."""
        return self._http11 if self._stock_route(url) is None else None

    async def prepare(self, url: URL) -> None:
        """Find the proxy of an endpoint and load the trust roots; raise what a request would."""
        route = self._stock_route(url)
        if route is not None:
            await running_backend().outcome_of(self._stock.get(route))
        elif origin_of(url).secure:
            await running_backend().outcome_of(self._trust.context())

    async def handle_async_request(self, request: Request) -> Response:
        """Send over the transport that the request needs at this moment."""
        try:
            return await self._send(request)
        except Http11Error as error:
            raise in_httpx(error) from None

    async def aclose(self) -> None:
        """Close the connections of all transports."""
        if self._http11 is not None and not trio_is_running():
            await self._http11.aclose()
        for transport in self._stock.made():
            await transport.aclose()

    async def _send(self, request: Request) -> Response:
        route = self._stock_route(request.url)
        if route is not None:
            return await (await self._made(route, request)).handle_async_request(request)
        return await send_async(cast("http11.Http11AsyncTransport", self._http11), request)

    def _stock_route(self, url: URL) -> Route | None:
        is_ready = self._http11 is not None and not trio_is_running()
        return _stock_route(url, self._proxies, ASYNC_TRANSPORT.replacements(), is_ready)

    async def _made(self, route: Route, request: Request) -> AsyncBaseTransport:
        library = running_backend()
        with connecting(origin_of(request.url)):
            # On a thread: loading trust roots may take seconds.
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
        self._http11 = http11.Http11Transport(self._trust) if is_wanted else None
        self._stock = StockTransports(self._trust, make_sync)

    def prepare(self, url: URL, within: float | None) -> None:
        """Find the proxy of an endpoint and load the trust roots; raise what a request would."""
        route = self._stock_route(url)
        if route is not None:
            self._stock.get(route, or_here=True).result(within)
        elif origin_of(url).secure:
            self._trust.context(or_here=True).result(within)

    def handle_request(self, request: Request) -> Response:
        """Send over the transport that the request needs at this moment."""
        try:
            return self._send(request)
        except Http11Error as error:
            raise in_httpx(error) from None

    def close(self) -> None:
        """Close the connections of all transports."""
        if self._http11 is not None:
            self._http11.close()
        for transport in self._stock.made():
            transport.close()

    def _send(self, request: Request) -> Response:
        route = self._stock_route(request.url)
        if route is not None:
            return self._made(route, request).handle_request(request)
        return send(cast("http11.Http11Transport", self._http11), request)

    def _stock_route(self, url: URL) -> Route | None:
        is_ready = self._http11 is not None
        return _stock_route(url, self._proxies, SYNC_TRANSPORT.replacements(), is_ready)

    def _made(self, route: Route, request: Request) -> BaseTransport:
        with connecting(origin_of(request.url)):
            return self._stock.get(route, or_here=True).result(_connect_limit(request))


def _in_time(made: AsyncBaseTransport | None) -> AsyncBaseTransport:
    if made is None:
        raise TimeoutError
    return made


def _connect_limit(request: Request) -> float | None:
    return deadlines_of(request, time.monotonic).within("connect")


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
            return None  # a mock that responds itself needs no proxy
        raise
