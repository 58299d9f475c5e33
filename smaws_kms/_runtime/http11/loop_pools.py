"""The pools of one event loop, closed when the loop shuts down."""

from collections.abc import AsyncGenerator
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.async_connection import Connection
from smaws_kms._runtime.http11.pool import Pool
from smaws_kms._runtime.http11.request_encoder import Origin

Pools: TypeAlias = dict[Origin, Pool[Connection]]

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
