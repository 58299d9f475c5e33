"""Both transports behind one interface, so that tests of common behaviour run on both."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Protocol

import httpx

from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.tls import Trust
from tests.loops import on_loop
from tests.unit.http11.httpx_transports import Http11AsyncTransport, Http11Transport

SECONDS: Final = 20.0
"""Timeout in seconds that even the slowest machine does not reach."""


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def private(thing: object) -> Any:
    """Return an object as `Any`, for tests that read private attributes."""
    return thing


async def until(holds: Callable[[], object]) -> None:
    """Run the event loop until a condition holds."""
    while not holds():  # noqa: ASYNC110 - nothing tells when it comes to hold
        await asyncio.sleep(0)


class TransportHarness(Protocol):
    """A transport."""

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        ...

    async def send_beside(
        self, request: httpx.Request, threads: ThreadPoolExecutor
    ) -> httpx.Response:
        """Send a request so that others can be sent at the same time."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...

    @property
    def waiting(self) -> int:
        """Number of calls that wait for a connection."""
        ...

    @property
    def connections(self) -> int:
        """Number of connections that are still referenced."""
        ...


class AsyncHarness:
    """The transport for asyncio."""

    def __init__(self, **options: Any) -> None:
        self.transport = Http11AsyncTransport(**options)

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        response = await self.transport.handle_async_request(request)
        await response.aread()
        return response

    async def send_beside(
        self, request: httpx.Request, threads: ThreadPoolExecutor
    ) -> httpx.Response:
        """Send a request; a task needs no thread."""
        assert threads is not None
        return await self.send(request)

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.aclose()

    @property
    def waiting(self) -> int:
        """Number of calls that wait for a connection."""
        homes = private(self.transport)._loop_pools.values()
        return sum(len(pool._waiters) for home in homes for pool in home.pools.values())

    @property
    def connections(self) -> int:
        """Number of connections that are still referenced."""
        return len(private(self.transport)._connections)


class SyncHarness:
    """The blocking transport."""

    def __init__(self, **options: Any) -> None:
        self.transport = Http11Transport(**options)

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        return self.send_here(request)

    def send_here(self, request: httpx.Request) -> httpx.Response:
        """Send a request in the calling thread."""
        response = self.transport.handle_request(request)
        response.read()
        return response

    async def send_beside(
        self, request: httpx.Request, threads: ThreadPoolExecutor
    ) -> httpx.Response:
        """Send a request on a thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(threads, self.send_here, request)

    async def close(self) -> None:
        """Close the connections."""
        self.transport.close()

    @property
    def waiting(self) -> int:
        """Number of calls that wait for a connection."""
        return sum(len(pool._waiters) for pool in private(self.transport)._pools.values())

    @property
    def connections(self) -> int:
        """Number of connections that are still referenced."""
        pools = private(self.transport)._all_pools
        return sum(len(pool.abandon()) for pool in pools)


class MakeTransport(Protocol):
    """Function that makes transports."""

    def __call__(
        self,
        *,
        trust: Trust | None = None,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = ...,
    ) -> TransportHarness:
        """Return a transport with these options."""
        ...


HARNESSES_ON_LOOPS: Final = (
    on_loop("asyncio", AsyncHarness, name="async"),
    on_loop("uvloop", AsyncHarness, name="async on uvloop"),
    on_loop("asyncio", SyncHarness, name="blocking"),
)
"""Loops, and functions that make a transport."""


def post(
    url: str, body: bytes = b"", *, total: float | None = None, **limits: float | None
) -> httpx.Request:
    """Return a request with timeouts by phase, which are long unless the test sets them."""
    timeout = {"pool": SECONDS, "connect": SECONDS, "write": SECONDS, "read": SECONDS, **limits}
    extensions: dict[str, Any] = {"timeout": timeout}
    if total is not None:
        extensions["total_timeout"] = total
    return httpx.Request("POST", url, content=body, extensions=extensions)
