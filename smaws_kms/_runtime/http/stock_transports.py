"""httpx's own transports: one per route, made on a thread."""

import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from importlib import import_module
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from typing import Any, Final, Generic, TypeVar

import httpx
from attrs import field, frozen

from smaws_kms._runtime.http.proxy_failures import explain, refusal
from smaws_kms._runtime.http.proxy_progress import Progress
from smaws_kms._runtime.http11.errors import Http11Error, Misconfigured
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.fork_guard import unforked
from smaws_kms._runtime.support.frames import raised_by_handler
from smaws_kms._runtime.support.lazy import Lazy

LIMITS: Final = httpx.Limits(
    max_connections=50, max_keepalive_connections=50, keepalive_expiry=12.0
)
"""The limits of http11. With fewer keep-alive connections, httpcore closes busy ones as surplus."""

T = TypeVar("T")


def _identities(parts: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(map(id, parts))


@frozen
class Route:
    """Selects the transport of a request: equal routes share one."""

    proxy: Proxy | None
    needs_trust: bool
    """Whether TLS is used, with the endpoint or with the proxy."""
    replacements: tuple[object, ...] = field(default=(), repr=False, eq=_identities)
    """Replaced parts of httpx: a transport made from others does not pass them."""

    @classmethod
    def to(
        cls, origin: Origin, proxy: Proxy | None, replacements: tuple[object, ...] = ()
    ) -> "Route":
        """Return the route to an endpoint."""
        needs_trust = origin.secure or (proxy is not None and proxy.scheme == "https")
        return cls(proxy, needs_trust, replacements)


class StockTransports(Generic[T]):
    """Makes one transport per route, shared by all threads; a forked child makes its own."""

    def __init__(self, trust: Trust, make: Callable[[Route, Mapping[str, Any]], T]) -> None:
        self._trust = trust
        self._make = make
        self._by_route: dict[Route, Lazy[T]] = {}

    def get(self, route: Route, *, or_here: bool = False) -> Future[T]:
        """Return the future of a route's transport; after a failure it is made again.

        With `or_here`, the calling thread makes it if no thread can be started.
        """
        transport = self._by_route.get(route)
        if transport is None:
            # `setdefault` is atomic. A child does not inherit: the connections are the parent's.
            transport = self._by_route.setdefault(route, Lazy(inherited=False))
        # On a thread: importing httpcore and loading trust roots would block an event loop.
        return transport.future(unforked(partial(self._safely, route)), or_here=or_here)

    def made(self) -> list[T]:
        """Return the transports made so far."""
        transports = [each.value for each in tuple(self._by_route.values())]
        return [each for each in transports if each is not None]

    def _safely(self, route: Route) -> T:
        try:
            return self._make(route, self._options(route))
        except Http11Error:
            raise
        except Exception as error:  # noqa: BLE001  # its text may hold anything
            problem = type(error).__name__
        raise Misconfigured(f"httpx's connections cannot be made: {problem}")

    def _options(self, route: Route) -> Mapping[str, Any]:
        proxy = route.proxy
        # httpx loads trust roots even without TLS, unless it gets a context. This one stays unused.
        context = (
            self._trust.context(or_here=True).result()
            if route.needs_trust
            else SSLContext(PROTOCOL_TLS_CLIENT)
        )
        options: dict[str, Any] = {"verify": context, "limits": LIMITS}
        if proxy is not None:
            url = f"{proxy.scheme}://{proxy.authority}"
            secured = context if proxy.scheme == "https" else None
            options["proxy"] = httpx.Proxy(url, auth=proxy.user_info, ssl_context=secured)
        return options


def make_async(route: Route, options: Mapping[str, Any]) -> httpx.AsyncBaseTransport:
    """Make a transport for async clients."""
    transport = httpx.AsyncHTTPTransport(**options)
    for library in ("asyncio", "trio"):
        if library in sys.modules:
            # anyio would import its backend on the loop, which takes 50 ms and more.
            with suppress(ImportError):
                import_module(f"anyio._backends._{library}")
    return AsyncProxied(transport, route.proxy) if route.proxy else transport


def make_sync(route: Route, options: Mapping[str, Any]) -> httpx.BaseTransport:
    """Make a transport for blocking clients."""
    transport = httpx.HTTPTransport(**options)
    return SyncProxied(transport, route.proxy) if route.proxy else transport


class AsyncProxied(httpx.AsyncBaseTransport):
    """Translates exceptions of a proxied request into errors that name the proxy."""

    def __init__(self, transport: httpx.AsyncBaseTransport, proxy: Proxy) -> None:
        self._transport = transport
        self._proxy = proxy

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        progress = Progress(request)
        request.extensions["trace"] = progress.anote
        try:
            response = await self._transport.handle_async_request(request)
        except BaseException as error:
            if progress.stream is not None:
                await progress.stream.aclose()  # httpcore leaves it open when SOCKS fails
            if not isinstance(error, Exception) or raised_by_handler(error):
                raise
            raise explain(error, self._proxy, progress) from error
        if refused := refusal(response, self._proxy, progress.origin):
            await response.aclose()
            raise refused
        return response

    async def aclose(self) -> None:
        await self._transport.aclose()


class SyncProxied(httpx.BaseTransport):
    """The blocking twin of `AsyncProxied`."""

    def __init__(self, transport: httpx.BaseTransport, proxy: Proxy) -> None:
        self._transport = transport
        self._proxy = proxy

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        progress = Progress(request)
        request.extensions["trace"] = progress.note
        try:
            response = self._transport.handle_request(request)
        except BaseException as error:
            if progress.stream is not None:
                progress.stream.close()
            if not isinstance(error, Exception) or raised_by_handler(error):
                raise
            raise explain(error, self._proxy, progress) from error
        if refused := refusal(response, self._proxy, progress.origin):
            response.close()
            raise refused
        return response

    def close(self) -> None:
        self._transport.close()
