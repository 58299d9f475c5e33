"""Transport for asyncio, with a pool per event loop and origin."""

import asyncio
import time
from collections.abc import Callable

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.async_sending import AsyncSending
from smaws_kms._runtime.http11.async_waiting import run
from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.loop_pools import PARENT_POOLS, LoopPools, wait_for_lease
from smaws_kms._runtime.http11.pool import Lease, Pool
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.waiting import Steps


class Http11AsyncTransport(AsyncSending[AsyncConnection]):
    """Sends requests on asyncio, see `AsyncSending`."""

    def __init__(
        self,
        trust: Trust | None = None,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(trust, resolver=resolver, clock=clock)
        self._loop_pools: dict[asyncio.AbstractEventLoop, LoopPools] = {}

    def after_fork(self) -> None:
        """Detach from the connections, which belong to the parent."""
        super().after_fork()
        PARENT_POOLS.append(self._loop_pools)
        self._loop_pools = {}

    async def aclose(self) -> None:
        """Close the connections of this event loop, and schedule closing those of other loops."""
        loop_pools = self._loop_pools.pop(asyncio.get_running_loop(), None)
        self._loop_pools.clear()  # asyncio finalizes a dropped guard on the guard's own loop
        if loop_pools is not None:
            await loop_pools.guard.aclose()

    def _known_pool(self, origin: Origin) -> Pool[AsyncConnection] | None:
        loop_pools = self._loop_pools.get(asyncio.get_running_loop())
        return None if loop_pools is None else loop_pools.pools.get(origin)

    async def _new_pool(self, origin: Origin) -> Pool[AsyncConnection]:
        loop = asyncio.get_running_loop()
        loop_pools = self._loop_pools.get(loop) or await self._join_loop(loop)
        pool = loop_pools.pools[origin] = Pool(self.clock)
        return pool

    async def _join_loop(self, loop: asyncio.AbstractEventLoop) -> LoopPools:
        for other in tuple(self._loop_pools):
            if other.is_closed():
                self._loop_pools.pop(other, None)
        loop_pools = self._loop_pools[loop] = LoopPools()
        await anext(loop_pools.guard)  # does not wait: it registers the guard with the loop
        return loop_pools

    async def _wait(
        self, pool: Pool[AsyncConnection], within: float | None, origin: Origin
    ) -> Lease[AsyncConnection]:
        return await wait_for_lease(pool, within, origin)

    async def _run(self, steps: Steps[Channel]) -> Channel:
        return await run(steps)

    def _make(self, channel: Channel, where: str, now: float) -> AsyncConnection:
        return AsyncConnection(channel, where, now)
