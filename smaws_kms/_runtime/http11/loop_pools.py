"""What belongs to one event loop, and how it is told that the loop ends."""

from collections.abc import AsyncGenerator
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.async_connection import Connection
from smaws_kms._runtime.http11.pool import Pool
from smaws_kms._runtime.http11.request_encoder import Origin

Pools: TypeAlias = dict[Origin, Pool[Connection]]

PARENT_POOLS: Final[list[object]] = []
"""What a forked child must never touch, and so must not be collected as garbage either."""


class LoopPools:
    """The pools of an event loop."""

    def __init__(self) -> None:
        self.pools: Pools = {}
        self.guard = _closing(self.pools)
        """Closes the pools when the loop shuts down its asynchronous generators, as `asyncio.run`
        does at its end, or when nobody knows this home any more. Loops have no other farewell."""


async def _closing(pools: Pools) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        for pool in pools.values():
            pool.close()
