"""The connections of clients: http11's, where it can serve a request.

http11 serves asyncio, trio and blocking calls on Linux and macOS, also through HTTP proxies. httpx's
transports, see `httpx_transports`, serve other systems, SOCKS proxies, and requests while a part of httpx is
replaced. Nothing of httpx is
imported here.
"""

import os
import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from smaws_kms._runtime import http11
from smaws_kms._runtime.http.plain_url import read_plain_url
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.async_backend import running_backend, trio_is_running
from smaws_kms._runtime.support.lazy import Lazy
from smaws_kms._runtime.support.lazy_module import runtime_module

if TYPE_CHECKING:
    from smaws_kms._runtime.http import proxied_senders
    from smaws_kms._runtime.http.senders import AsyncSender, SyncSender
    from smaws_kms._runtime.http11.proxy import Proxy

    AsyncRoute: TypeAlias = tuple[str, AsyncSender, Origin, bytes]
    """URL, what sends its requests, and their origin and target."""
    SyncRoute: TypeAlias = tuple[str, SyncSender, Origin, bytes]
else:
    proxied_senders = runtime_module("http.proxied_senders")

SWITCH: Final = f"{__name__.partition('.')[0].upper()}_ENGINE"
"""Environment variable that disables http11 when set to `off`. Clients pass `Service.engine_switch`."""

_SYSTEMS: Final = frozenset({"linux", "darwin"})


def http11_is_enabled(
    environ: Mapping[str, str] = os.environ, system: str = sys.platform, switch: str = SWITCH
) -> bool:
    """Return whether http11 supports this system and is not disabled."""
    return system in _SYSTEMS and environ.get(switch) != "off"


def preload(switch: str = SWITCH) -> None:
    """Import the async transports of http11, which takes 15 ms and more."""
    if http11_is_enabled(switch=switch):
        _ = http11.Http11AsyncTransport
        if "trio" in sys.modules:
            _ = http11.Http11TrioTransport


class AsyncConnections:
    """The connections of an async client.

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
        self.trust = trust or Trust()
        self.proxies = proxies
        # Not at import: this loads asyncio, which blocking clients do not need.
        is_wanted = http11_is_enabled(switch=switch)
        self._http11 = http11.Http11AsyncTransport(self.trust) if is_wanted else None
        self._on_trio: Lazy[http11.Http11TrioTransport] = Lazy()
        self._last: AsyncRoute | None = None
        """The latest route without trio and without proxies, for the requests after it."""

    def route(self, url: str) -> "AsyncRoute | None":
        """Return how http11 sends a request made now, and `None` if httpx's transports do.

        Raises:
            Misconfigured: The proxy variable for the endpoint cannot be parsed.
        """
        route = self._last
        if route is not None and route[0] == url and "trio" not in sys.modules:
            return route
        plain = read_plain_url(url)
        sender = plain and self.http11_for(plain[0], patched=False)
        if not plain or not sender:
            return None
        route = (url, sender, *plain)
        if sender is self._http11 and _names_no_proxy(self.proxies):
            self._last = route
        return route

    def http11_for(self, origin: Origin, *, patched: bool) -> "AsyncSender | None":
        """Return http11 if it sends a request made now, and `None` if httpx's transports do.

        Args:
            origin: Where the request goes.
            patched: Whether something in httpx is replaced that the request has to pass.

        Raises:
            Misconfigured: The proxy variable for the endpoint cannot be parsed.
        """
        if self._http11 is None or patched:
            return None
        http11 = self._trio() if trio_is_running() else self._http11
        proxy = _proxy_for(self.proxies, origin)
        if proxy is None:
            return http11
        if not proxied_senders.is_supported(proxy):
            return None
        return proxied_senders.AsyncProxiedSender(http11, proxy)

    async def prepare(self, origin: Origin) -> None:
        """Load the trust roots if http11 will need them."""
        if origin.secure:
            await running_backend().outcome_of(self.trust.context())

    async def aclose(self) -> None:
        """Close the connections."""
        if trio_is_running():
            if self._on_trio.value is not None:
                await self._on_trio.value.aclose()
        elif self._http11 is not None:
            await self._http11.aclose()

    def _trio(self) -> "http11.Http11TrioTransport":
        make = partial(http11.Http11TrioTransport, self.trust)
        return self._on_trio.value or self._on_trio.get(make)


class SyncConnections:
    """The blocking twin of `AsyncConnections`."""

    def __init__(
        self,
        trust: Trust | None = None,
        proxies: ProxyFinder | None = None,
        *,
        switch: str = SWITCH,
    ) -> None:
        self.trust = trust or Trust()
        self.proxies = proxies
        is_wanted = http11_is_enabled(switch=switch)
        self._http11 = http11.Http11Transport(self.trust) if is_wanted else None
        self._last: SyncRoute | None = None
        """The latest route without proxies, for the requests after it."""

    def route(self, url: str) -> "SyncRoute | None":
        """Return how http11 sends a request made now, and `None` if httpx's transports do.

        Raises:
            Misconfigured: The proxy variable for the endpoint cannot be parsed.
        """
        route = self._last
        if route is not None and route[0] == url:
            return route
        plain = read_plain_url(url)
        sender = plain and self.http11_for(plain[0], patched=False)
        if not plain or not sender:
            return None
        route = (url, sender, *plain)
        if _names_no_proxy(self.proxies):
            self._last = route
        return route

    def http11_for(self, origin: Origin, *, patched: bool) -> "SyncSender | None":
        """Return http11 if it sends a request made now, and `None` if httpx's transports do.

        Args:
            origin: Where the request goes.
            patched: Whether something in httpx is replaced that the request has to pass.

        Raises:
            Misconfigured: The proxy variable for the endpoint cannot be parsed.
        """
        http11 = self._http11
        if http11 is None or patched:
            return None
        proxy = _proxy_for(self.proxies, origin)
        if proxy is None:
            return http11
        if not proxied_senders.is_supported(proxy):
            return None
        return proxied_senders.SyncProxiedSender(http11, proxy)

    def prepare(self, origin: Origin, within: float | None) -> None:
        """Load the trust roots if http11 will need them; raise `TimeoutError` after `within`."""
        if origin.secure:
            self.trust.context(or_here=True).result(within)

    def close(self) -> None:
        """Close the connections."""
        if self._http11 is not None:
            self._http11.close()


def _proxy_for(proxies: ProxyFinder | None, origin: Origin) -> "Proxy | None":
    return None if _names_no_proxy(proxies) or proxies is None else proxies.find(origin)


def _names_no_proxy(proxies: ProxyFinder | None) -> bool:
    """Return whether no request passes a proxy, which does not change anymore."""
    return proxies is None or proxies.finds_none()
