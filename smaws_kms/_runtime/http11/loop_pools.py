"""The pools of one event loop: closed when the loop shuts down, and waited for on it."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.errors import PoolTookTooLong
from smaws_kms._runtime.http11.pool import Lease, Pool
from smaws_kms._runtime.http11.request_encoder import Origin

Pools: TypeAlias = dict[Origin, Pool[AsyncConnection]]

PARENT_POOLS: Final[list[object]] = []
"""Keeps the parent's pools alive in a forked child, where closing them would be harmful."""


class LoopPools:
    """Pools by origin, and the guard that closes them."""

    def __init__(self) -> None:
        self.pools: Pools = {}
        self.guard = _closing(self.pools)
        """Closes the pools when the loop shuts down its asynchronous generators, as `asyncio.run`
        does, or when this object is dropped. asyncio has no other hook for loop shutdown."""


async def _closing(pools: Pools) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        for pool in pools.values():
            pool.close()


async def wait_for_lease(
    pool: Pool[AsyncConnection], within: float | None, origin: Origin
) -> Lease[AsyncConnection]:
    """Wait for a lease, first in, first out."""
    loop = asyncio.get_running_loop()
    turn: asyncio.Future[Lease[AsyncConnection] | None] = loop.create_future()

    def waiter(lease: Lease[AsyncConnection] | None) -> bool:
        if turn.done():
            return False
        turn.set_result(lease)
        return True

    pool.wait(waiter)
    timer = None if within is None else loop.call_later(within, waiter, None)
    try:
        lease = await turn
    except asyncio.CancelledError:
        if not turn.cancelled() and (late := turn.result()) is not None:
            pool.release(late)
        raise
    finally:
        pool.leave(waiter)
        if timer is not None:
            timer.cancel()
    if lease is None:
        raise PoolTookTooLong(origin)
    return lease
