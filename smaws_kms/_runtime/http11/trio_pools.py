"""The pools of one run of trio: closed when the run ends, and waited for in it."""

from math import inf
from typing import Final
from weakref import WeakSet, finalize

import trio

from smaws_kms._runtime.http11.errors import PoolTookTooLong
from smaws_kms._runtime.http11.pool import Lease, Pool
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.trio_connection import TrioConnection

_known: Final[trio.lowlevel.RunVar["WeakSet[TrioPools] | None"]] = trio.lowlevel.RunVar(
    f"{__name__}.pools"
)


class TrioPools:
    """Pools by origin. They close at the end of the run, on `close`, and when this object is dropped."""

    def __init__(self) -> None:
        self.pools: dict[Origin, Pool[TrioConnection]] = {}
        self.close = finalize(self, _close, self.pools)
        _of_this_run().add(self)


def _of_this_run() -> WeakSet[TrioPools]:
    """Return the set of pools that close when the run ends."""
    known = _known.get(None)
    if known is None:
        known = WeakSet[TrioPools]()
        _known.set(known)
        # Not an asynchronous generator as on asyncio: trio warns about one that is dropped. A system
        # task is cancelled once the main task and its children have ended.
        trio.lowlevel.spawn_system_task(_close_at_the_end, known)
    return known


async def _close_at_the_end(known: WeakSet[TrioPools]) -> None:
    try:
        await trio.sleep_forever()
    finally:
        for pools in tuple(known):
            pools.close()


def _close(pools: dict[Origin, Pool[TrioConnection]]) -> None:
    for pool in pools.values():
        pool.close()


async def wait_for_lease(
    pool: Pool[TrioConnection], within: float | None, origin: Origin
) -> Lease[TrioConnection]:
    """Wait for a lease, first in, first out."""
    leases: list[Lease[TrioConnection]] = []
    served = trio.Event()

    def waiter(lease: Lease[TrioConnection]) -> bool:
        leases.append(lease)
        served.set()
        return True

    pool.wait(waiter)
    try:
        with trio.move_on_after(inf if within is None else within):
            await served.wait()
    except BaseException:
        if leases:
            pool.release(leases[0])
        raise
    finally:
        pool.leave(waiter)
    if not leases:
        raise PoolTookTooLong(origin)
    return leases[0]
