"""Which transport sends a request: the engine, or httpx's own.

The engine serves asyncio and blocking calls on Linux and macOS. httpx's transports serve what it does
not know: trio, other systems, proxies, and tests that have replaced something in httpx
and would be surprised to see a request on the network.
"""

import os
import sys
from collections.abc import Mapping
from typing import Final

import httpx

from smaws_kms._runtime import engine
from smaws_kms._runtime.async_library import trio_runs
from smaws_kms._runtime.engine.tls import Trust

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


class AsyncChoice(httpx.AsyncBaseTransport):
    """The engine on asyncio, httpx's transport on trio and where there is no engine."""

    def __init__(self, trust: Trust | None = None) -> None:
        self._trust = trust or Trust()
        # Loads asyncio, which no blocking client needs.
        self._engine = engine.EngineTransport(self._trust) if engine_is_wanted() else None
        self._httpx: httpx.AsyncHTTPTransport | None = None

    def keeps_time(self) -> bool:
        """Tell whether a request of this moment goes to the engine, which heeds `total_timeout`."""
        return self._ready() is not None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Hand the request to whichever transport is right at the moment."""
        if (ready := self._ready()) is not None:
            return await ready.handle_async_request(request)
        if self._httpx is None:
            context = self._trust.context().result()
            self._httpx = httpx.AsyncHTTPTransport(verify=context, limits=LIMITS)
        return await self._httpx.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of both."""
        if self._engine is not None and not trio_runs():
            await self._engine.aclose()
        if self._httpx is not None:
            await self._httpx.aclose()

    def _ready(self) -> "engine.EngineTransport | None":
        return None if trio_runs() or httpx_is_patched() else self._engine


class SyncChoice(httpx.BaseTransport):
    """The engine, unless there is none or a test has replaced something in httpx."""

    def __init__(self, trust: Trust | None = None) -> None:
        self._trust = trust or Trust()
        self._engine = engine.SyncEngineTransport(self._trust) if engine_is_wanted() else None
        self._httpx: httpx.HTTPTransport | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Hand the request to whichever transport is right at the moment."""
        if self._engine is not None and not httpx_is_patched():
            return self._engine.handle_request(request)
        if self._httpx is None:
            context = self._trust.context().result()
            self._httpx = httpx.HTTPTransport(verify=context, limits=LIMITS)
        return self._httpx.handle_request(request)

    def close(self) -> None:
        """Close the connections of both."""
        for transport in (self._engine, self._httpx):
            if transport is not None:
                transport.close()


def httpx_is_patched() -> bool:
    """Tell whether somebody has put a function of their own into httpx's transports.

    respx, vcrpy and pytest-httpx do so, to answer requests before they reach the network. That has to
    hold for requests that would otherwise go through the engine. httpcore is loaded by httpx's
    transports, so whoever has replaced something in it has loaded it.
    """
    httpcore = sys.modules.get("httpcore")
    return not (
        _is_from("httpx", httpx.AsyncHTTPTransport, "handle_async_request")
        and _is_from("httpx", httpx.HTTPTransport, "handle_request")
        and (
            httpcore is None
            or (
                _is_from("httpcore", httpcore.AsyncConnectionPool, "handle_async_request")
                and _is_from("httpcore", httpcore.ConnectionPool, "handle_request")
            )
        )
    )


def _is_from(package: str, owner: type, name: str) -> bool:
    # By its globals, since `functools.wraps` copies the name of the module.
    namespace: Mapping[str, object] = getattr(getattr(owner, name, None), "__globals__", {})
    return str(namespace.get("__name__")).partition(".")[0] == package
