"""Transport for asyncio, with a pool per event loop and origin."""

import asyncio
import sys
import time
from collections.abc import Callable
from weakref import WeakSet

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.async_waiting import run
from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.errors import NotSent, connecting
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.loop_pools import PARENT_POOLS, LoopPools, wait_for_lease
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.pool import Lease, Pool, verify_usable
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.support.frames import discard_locals


class Http11AsyncTransport:
    """Sends requests over HTTP/1.1 on asyncio.

    It may be used on any number of event loops, in turn or in several threads at once, and in forked
    children. `aclose` closes its connections; the transport can be used again afterwards.

    Args:
        trust: Makes the TLS context.
        resolver: Returns the addresses of a host name.
        clock: A monotonic clock, in seconds.
    """

    def __init__(
        self,
        trust: Trust | None = None,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._opener = Opener(trust or Trust(), resolver)
        self.clock = clock
        """The clock of deadlines."""
        self._loop_pools: dict[asyncio.AbstractEventLoop, LoopPools] = {}
        self._connections: WeakSet[AsyncConnection] = WeakSet()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Detach from the connections, which belong to the parent."""
        for connection in tuple(self._connections):
            connection.forget()
        PARENT_POOLS.append(self._loop_pools)
        self._loop_pools = {}

    async def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response.

        Raises:
            Http11Error: There is no complete, valid response.
        """
        outer = sys.exception()
        try:
            return await self._send(origin, request, deadlines)
        except BaseException as error:
            discard_locals(error, outer)
            raise

    async def _send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        where = str(origin)
        pool = await self._pool(origin)
        while True:
            parser = ResponseParser(where, bodiless=request.bodiless)
            lease = pool.acquire() or await wait_for_lease(pool, deadlines.within("pool"), where)
            try:
                used = verify_usable(lease)
                connection = used or await self._open(pool, lease, origin, deadlines)
                try:
                    await connection.exchange(request, parser, deadlines)
                except NotSent:
                    # Safe to send again: the server cannot have seen this request.
                    if used is None:
                        raise
                else:
                    return parser.head, parser.body
            finally:
                pool.release(lease)

    async def aclose(self) -> None:
        """Close the connections of this event loop, and schedule closing those of other loops."""
        loop_pools = self._loop_pools.pop(asyncio.get_running_loop(), None)
        self._loop_pools.clear()  # asyncio finalizes a dropped guard on the guard's own loop
        if loop_pools is not None:
            await loop_pools.guard.aclose()

    async def _pool(self, origin: Origin) -> Pool[AsyncConnection]:
        loop = asyncio.get_running_loop()
        loop_pools = self._loop_pools.get(loop) or await self._join_loop(loop)
        pool = loop_pools.pools.get(origin)
        if pool is None:
            pool = loop_pools.pools[origin] = Pool(self.clock)
        return pool

    async def _join_loop(self, loop: asyncio.AbstractEventLoop) -> LoopPools:
        for other in tuple(self._loop_pools):
            if other.is_closed():
                self._loop_pools.pop(other, None)
        loop_pools = self._loop_pools[loop] = LoopPools()
        await anext(loop_pools.guard)  # does not wait: it registers the guard with the loop
        return loop_pools

    async def _open(
        self,
        pool: Pool[AsyncConnection],
        lease: Lease[AsyncConnection],
        origin: Origin,
        deadlines: Deadlines,
    ) -> AsyncConnection:
        """Open a connection for a lease that has none."""
        channel = await run(self._opener.open(origin, deadlines.countdown("connect")))
        with connecting(origin):
            connection = self._connection(channel, origin)
        self._connections.add(connection)
        pool.attach(lease, connection)
        connection.usable()  # notes bytes that came unasked, before the first request
        return connection

    def _connection(self, channel: Channel, origin: Origin) -> AsyncConnection:
        try:
            return AsyncConnection(channel, str(origin), self.clock())
        except BaseException:  # the loop has no readers, or no room for one
            channel.close()
            raise
