"""Which transport sends a request: the engine, or httpx's own.

The engine serves asyncio and blocking calls on Linux and macOS. httpx's transports serve what it does
not know: trio, other systems, proxies, and tests that have replaced something in httpx
and would be surprised to see a request on the network.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Final, Generic, TypeVar

import httpx

from smaws_kms._runtime import engine
from smaws_kms._runtime.async_library import trio_runs
from smaws_kms._runtime.engine.tls import Trust
from smaws_kms._runtime.forks import mend_after_fork

T = TypeVar("T", httpx.AsyncHTTPTransport, httpx.HTTPTransport)

SWITCH: Final = "SMAWS_KMS_ENGINE"
"""Set to `off`, httpx's transports send everything."""

LIMITS: Final = httpx.Limits(
    max_connections=50, max_keepalive_connections=50, keepalive_expiry=12.0
)
"""The engine's, for httpx's transports: httpcore counts busy connections as idle surplus and closes them."""

_SYSTEMS: Final = frozenset({"linux", "darwin"})


def engine_is_wanted(environ: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Tell whether the engine may be used at all."""
    return system in _SYSTEMS and environ.get(SWITCH) != "off"


def preload() -> None:
    """Import what the first request of an async client needs, which takes 15 ms and more."""
    if engine_is_wanted():
        _ = engine.EngineTransport


class _OnDemand(Generic[T]):
    """A transport of httpx, made when it is needed, once for all threads, and anew in a child."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] = make
        self._lock = threading.Lock()
        self.made: T | None = None
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent."""
        self._lock = threading.Lock()
        self.made = None

    def get(self) -> T:
        """Return it."""
        with self._lock:
            if self.made is None:
                self.made = self._make()
            return self.made


class AsyncChoice(httpx.AsyncBaseTransport):
    """The engine on asyncio, httpx's transport on trio and where there is no engine."""

    def __init__(self, trust: Trust | None = None) -> None:
        trust = trust or Trust()
        # Loads asyncio, which no blocking client needs.
        self._engine = engine.EngineTransport(trust) if engine_is_wanted() else None
        self._httpx = _OnDemand(
            lambda: httpx.AsyncHTTPTransport(verify=trust.context().result(), limits=LIMITS)
        )

    def keeps_time(self) -> bool:
        """Tell whether a request of this moment goes to the engine, which heeds `total_timeout`."""
        return self._ready() is not None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Hand the request to whichever transport is right at the moment."""
        return await (self._ready() or self._httpx.get()).handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of both."""
        if self._engine is not None and not trio_runs():
            await self._engine.aclose()
        if self._httpx.made is not None:
            await self._httpx.made.aclose()

    def _ready(self) -> "engine.EngineTransport | None":
        return None if trio_runs() or httpx_is_patched() else self._engine


class SyncChoice(httpx.BaseTransport):
    """The engine, unless there is none or a test has replaced something in httpx."""

    def __init__(self, trust: Trust | None = None) -> None:
        trust = trust or Trust()
        self._engine = engine.SyncEngineTransport(trust) if engine_is_wanted() else None
        self._httpx = _OnDemand(
            lambda: httpx.HTTPTransport(verify=trust.context().result(), limits=LIMITS)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Hand the request to whichever transport is right at the moment."""
        ready = None if httpx_is_patched() else self._engine
        return (ready or self._httpx.get()).handle_request(request)

    def close(self) -> None:
        """Close the connections of both."""
        for transport in (self._engine, self._httpx.made):
            if transport is not None:
                transport.close()


_REPLACEABLE: Final = (
    ("httpx", "AsyncHTTPTransport", "handle_async_request"),
    ("httpx", "HTTPTransport", "handle_request"),
    ("httpcore", "AsyncConnectionPool", "handle_async_request"),
    ("httpcore", "ConnectionPool", "handle_request"),
)
"""What respx, vcrpy and pytest-httpx put functions of their own into."""


def httpx_is_patched() -> bool:
    """Tell whether somebody has put a function of their own into httpx's transports.

    They do so to answer requests before they reach the network. That has to hold for requests that
    would otherwise go through the engine.
    """
    for package, owner, name in _REPLACEABLE:
        # Whoever replaces something in httpcore has loaded it; another thread may be at that just now.
        home = getattr(sys.modules.get(package), owner, None)
        if home is not None and not _is_from(package, getattr(home, name, None)):
            return True
    return False


def _is_from(package: str, function: object) -> bool:
    # By its globals, since `functools.wraps` copies the name of the module.
    namespace: Mapping[str, object] = getattr(function, "__globals__", {})
    return str(namespace.get("__name__")).partition(".")[0] == package
