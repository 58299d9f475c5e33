"""Sends one HTTP request and returns the response or a classified error.

The bytes of a request go straight to http11, unless httpx's objects may be seen: the user passed a client or
transport, asked for `client.http` or replaced a part of httpx; or unless httpx's transports serve it. Then
`httpx_exchange` sends it, which is imported for that.
"""

import sys
from collections.abc import Callable
from functools import partial
from ssl import SSLContext
from typing import TYPE_CHECKING, Final, Literal

from smaws_kms._runtime.errors import ConfigurationError, TransportError
from smaws_kms._runtime.http import direct_messages
from smaws_kms._runtime.http.error_mapping import classify, unready
from smaws_kms._runtime.http.httpx_sources import AsyncHttpSource, SyncHttpSource, check_source
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http.patched import is_patched
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.transport_selection import (
    SWITCH,
    AsyncConnections,
    SyncConnections,
    preload,
)
from smaws_kms._runtime.http11.errors import Http11Error
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.support.async_backend import running_backend
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.lazy import Lazy

if TYPE_CHECKING:
    import httpx

    from smaws_kms._runtime.http.httpx_exchange import AsyncHttpx, SyncHttpx

Outcome = WireResponse | TransportError | ConfigurationError

_HTTPX: Final = f"{__package__}.httpx_exchange"


class AsyncHttp:
    """Sends the requests of an async client, and of those derived from it."""

    def __init__(
        self,
        given: AsyncHttpSource | None,
        switch: str = SWITCH,
        ssl_context: SSLContext | None = None,
    ) -> None:
        check_source(given, "AsyncClient", "AsyncBaseTransport")
        self._given = given
        self._switch = switch
        self._ssl_context = ssl_context
        self._asked = False
        """Whether the httpx client was asked for."""
        # A forked child makes its own: the connections are the parent's.
        self._connections: Lazy[AsyncConnections] = Lazy(inherited=False)
        self._httpx: Lazy[AsyncHttpx] = Lazy(inherited=False)

    @property
    def client(self) -> "httpx.AsyncClient":
        """The httpx client that every request passes from now on, those of forked children included."""
        client = self._open_httpx(None).client
        self._connections.inherited = self._httpx.inherited = self._asked = True
        return client

    async def send(self, request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
        """Send one request and read its complete response."""
        try:
            if not self._is_seen():
                connections = self._connections.value or await self._connect(request.ca_bundle)
                route = connections.route(request.url)
                if route is not None:
                    _, http11, origin, target = route
                    deadlines = direct_messages.deadlines_of(timeouts, http11.clock)
                    encoded = direct_messages.encode(request, target)
                    return direct_messages.decode(*await http11.send(origin, encoded, deadlines))
        except (Http11Error, OSError) as error:
            raise_if_from_handler(error)
            return classify(error)
        return await (await self._through_httpx(request.ca_bundle)).send(request, timeouts)

    async def prepare(self, url: str, bundle: Bundle | None) -> Literal[True] | ConfigurationError:
        """Find the proxy and load the trust roots, unless the user passed a client or transport."""
        try:
            route = None if self._is_seen() else (await self._connect(bundle)).route(url)
            if route is None:
                await (await self._through_httpx(bundle)).prepare(url)
            else:
                await self._open(bundle).prepare(route[2])
        except Exception as error:  # noqa: BLE001  # nothing escapes from `check`
            return unready(error)
        return True

    async def aclose(self) -> None:
        """Close the connections, unless they belong to the user."""
        owner = self._httpx.value or self._connections.value
        if self._given is None and owner is not None:
            await owner.aclose()

    def _is_seen(self) -> bool:
        """Return whether requests pass objects of httpx, as somebody may look at them."""
        return self._given is not None or self._asked or is_patched("ASYNC_OBJECTS")

    async def _connect(self, bundle: Bundle | None) -> AsyncConnections:
        if self._connections.value is None:
            await _off_the_loop(partial(preload, self._switch))
            return self._open(bundle)
        return self._connections.value

    async def _through_httpx(self, bundle: Bundle | None) -> "AsyncHttpx":
        if self._httpx.value is None and _HTTPX not in sys.modules:
            await _off_the_loop(partial(import_whole, _HTTPX))
        return self._open_httpx(bundle)

    def _open(self, bundle: Bundle | None) -> AsyncConnections:
        trust = partial(Trust, self._ssl_context, bundle=bundle)
        connections = self._connections.get(
            lambda: AsyncConnections(trust(), ProxyFinder(), switch=self._switch)
        )
        connections.trust.use(bundle)
        return connections

    def _open_httpx(self, bundle: Bundle | None) -> "AsyncHttpx":
        from smaws_kms._runtime.http.httpx_exchange import AsyncHttpx  # noqa: PLC0415  # imports httpx

        source = self._given or self._open(bundle)
        return self._httpx.get(lambda: AsyncHttpx(source))


async def _off_the_loop(load: Callable[[], object]) -> None:
    # If no thread can be started, the import happens on the loop, where it is needed.
    await running_backend().outcome_of(run_in_daemon_thread(load, failed=lambda _: None))


class SyncHttp:
    """Sends the requests of a blocking client, and of those derived from it."""

    def __init__(
        self,
        given: SyncHttpSource | None,
        switch: str = SWITCH,
        ssl_context: SSLContext | None = None,
    ) -> None:
        check_source(given, "Client", "BaseTransport")
        self._given = given
        self._switch = switch
        self._ssl_context = ssl_context
        self._asked = False
        self._connections: Lazy[SyncConnections] = Lazy(inherited=False)
        self._httpx: Lazy[SyncHttpx] = Lazy(inherited=False)

    @property
    def client(self) -> "httpx.Client":
        """The httpx client that every request passes from now on, those of forked children included."""
        client = self._open_httpx(None).client
        self._connections.inherited = self._httpx.inherited = self._asked = True
        return client

    def send(self, request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
        """Send one request and read its complete response."""
        try:
            if not self._is_seen():
                connections = self._connections.value or self._open(request.ca_bundle)
                route = connections.route(request.url)
                if route is not None:
                    _, http11, origin, target = route
                    deadlines = direct_messages.deadlines_of(timeouts, http11.clock)
                    encoded = direct_messages.encode(request, target)
                    return direct_messages.decode(*http11.send(origin, encoded, deadlines))
        except (Http11Error, OSError) as error:
            raise_if_from_handler(error)
            return classify(error)
        return self._open_httpx(request.ca_bundle).send(request, timeouts)

    def prepare(
        self, url: str, bundle: Bundle | None, within: float | None
    ) -> Literal[True] | ConfigurationError | None:
        """Find the proxy and load the trust roots; return `None` if that exceeds `within`."""
        try:
            route = None if self._is_seen() else self._open(bundle).route(url)
            if route is None:
                self._open_httpx(bundle).prepare(url, within)
            else:
                self._open(bundle).prepare(route[2], within)
        except TimeoutError:
            return None
        except Exception as error:  # noqa: BLE001  # nothing escapes from `check`
            return unready(error)
        return True

    def close(self) -> None:
        """Close the connections, unless they belong to the user."""
        owner = self._httpx.value or self._connections.value
        if self._given is None and owner is not None:
            owner.close()

    def _is_seen(self) -> bool:
        """Return whether requests pass objects of httpx, as somebody may look at them."""
        return self._given is not None or self._asked or is_patched("SYNC_OBJECTS")

    def _open(self, bundle: Bundle | None) -> SyncConnections:
        trust = partial(Trust, self._ssl_context, bundle=bundle)
        connections = self._connections.get(
            lambda: SyncConnections(trust(), ProxyFinder(), switch=self._switch)
        )
        connections.trust.use(bundle)
        return connections

    def _open_httpx(self, bundle: Bundle | None) -> "SyncHttpx":
        if _HTTPX not in sys.modules:
            import_whole(_HTTPX)
        from smaws_kms._runtime.http.httpx_exchange import SyncHttpx  # noqa: PLC0415  # imports httpx

        source = self._given or self._open(bundle)
        return self._httpx.get(lambda: SyncHttpx(source))
