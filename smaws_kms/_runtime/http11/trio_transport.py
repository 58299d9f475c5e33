"""Transport for trio, with a pool per run and origin. Imported only if the program has imported trio."""

import time
from collections.abc import Callable

import trio

from smaws_kms._runtime.http11.async_sending import AsyncSending
from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.loop_pools import PARENT_POOLS
from smaws_kms._runtime.http11.pool import Lease, Pool
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trio_connection import TrioConnection
from smaws_kms._runtime.http11.trio_pools import TrioPools, wait_for_lease
from smaws_kms._runtime.http11.trio_waiting import run
from smaws_kms._runtime.http11.waiting import Steps


class Http11TrioTransport(AsyncSending[TrioConnection]):
    """Sends requests on trio, see `AsyncSending`."""

    def __init__(
        self,
        trust: Trust | None = None,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(trust, resolver=resolver, clock=clock)
        self._run_pools: dict[trio.lowlevel.TrioToken, TrioPools] = {}

    def after_fork(self) -> None:
        """Detach from the connections, which belong to the parent."""
        super().after_fork()
        PARENT_POOLS.append(self._run_pools)
        self._run_pools = {}

    async def aclose(self) -> None:
        """Close the connections of this run. Those of others close when their runs end."""
        pools = self._run_pools.pop(trio.lowlevel.current_trio_token(), None)
        if pools is not None:
            pools.close()

    def _known_pool(self, origin: Origin) -> Pool[TrioConnection] | None:
        run_pools = self._run_pools.get(trio.lowlevel.current_trio_token())
        return None if run_pools is None else run_pools.pools.get(origin)

    async def _new_pool(self, origin: Origin) -> Pool[TrioConnection]:
        token = trio.lowlevel.current_trio_token()
        run_pools = self._run_pools.get(token) or self._join_run(token)
        pool = run_pools.pools[origin] = Pool(self.clock)
        return pool

    def _join_run(self, token: trio.lowlevel.TrioToken) -> TrioPools:
        for other, pools in tuple(self._run_pools.items()):
            if not pools.close.alive:
                self._run_pools.pop(other, None)
        run_pools = self._run_pools[token] = TrioPools()
        return run_pools

    async def _wait(
        self, pool: Pool[TrioConnection], within: float | None, origin: Origin
    ) -> Lease[TrioConnection]:
        return await wait_for_lease(pool, within, origin)

    async def _run(self, steps: Steps[Channel]) -> Channel:
        return await run(steps)

    def _make(self, channel: Channel, where: str, now: float) -> TrioConnection:
        return TrioConnection(channel, where, now)
