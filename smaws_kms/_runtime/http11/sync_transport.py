"""Blocking transport, with a pool per origin, for any number of threads."""

import threading
import time
import weakref
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.errors import NotSent, PoolTookTooLong
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.pool import Lease, Pool, verify_usable
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from smaws_kms._runtime.http11.sync_waiting import run
from smaws_kms._runtime.http11.timeouts import Countdown, Deadlines
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.fork import register_at_fork

_Pools: TypeAlias = dict[Origin, Pool[SyncConnection]]
_Turn: TypeAlias = SimpleQueue[Lease[SyncConnection]]

_RECLAIM_INTERVAL: Final = 0.5
"""Seconds after which a waiter reclaims slots that other threads lost when a signal handler raised."""


class Http11Transport:
    """Sends requests over HTTP/1.1, blocking.

    It may be used by any number of threads, and in forked children. `close` closes its connections;
    the transport can be used again afterwards.

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
        self._opener = Opener(trust or Trust(), resolver, or_here=True)
        self.clock = clock
        """The clock of deadlines."""
        self._lock = threading.Lock()
        self._pools: _Pools = {}
        # Includes closed pools whose connections are still in use.
        self._all_pools: weakref.WeakSet[Pool[SyncConnection]] = weakref.WeakSet()
        # Also runs at interpreter exit, where unclosed sockets would warn.
        weakref.finalize(self, _close, self._pools)
        register_at_fork(self)

    def after_fork(self) -> None:
        """Close the child's copies of the sockets, which sends nothing while the parent holds them."""
        self._lock = threading.Lock()
        for pool in tuple(self._all_pools):
            for connection in pool.abandon():
                connection.close()
        self._pools.clear()

    def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response.

        The caller clears the frames of exceptions, which hold the request.

        Raises:
            Http11Error: There is no complete, valid response.
        """
        pool = self._pools.get(origin) or self._pool(origin)
        while True:
            parser = ResponseParser(origin, bodiless=request.bodiless)
            lease = self._acquire(pool, deadlines, origin)
            try:
                used = verify_usable(lease)
                connection = used or self._open(pool, lease, origin, deadlines)
                try:
                    connection.exchange(request, parser, deadlines)
                except NotSent:
                    # Safe to send again: the server cannot have seen this request.
                    if used is None:
                        raise
                else:
                    return parser.head, parser.body
            finally:
                with self._lock:
                    pool.release(lease)

    def close(self) -> None:
        """Close idle connections now, and those in use after their responses."""
        with self._lock:
            _close(self._pools)

    def _pool(self, origin: Origin) -> Pool[SyncConnection]:
        with self._lock:
            pool = self._pools.get(origin)
            if pool is None:
                pool = self._pools[origin] = Pool(self.clock)
                self._all_pools.add(pool)
            return pool

    def _open(
        self,
        pool: Pool[SyncConnection],
        lease: Lease[SyncConnection],
        origin: Origin,
        deadlines: Deadlines,
    ) -> SyncConnection:
        """Open a connection for a lease that has none."""
        channel = run(self._opener.open(origin, deadlines.countdown("connect")))
        connection = SyncConnection(channel, str(origin), self.clock())
        with self._lock:
            pool.attach(lease, connection)
        connection.usable()  # notes bytes that came unasked, before the first request
        return connection

    def _acquire(
        self, pool: Pool[SyncConnection], deadlines: Deadlines, origin: Origin
    ) -> Lease[SyncConnection]:
        """Return a lease, and wait for one if all slots are in use."""
        with self._lock:
            lease = pool.acquire()
            if lease is not None:
                return lease
            turn: _Turn = SimpleQueue()
            waiter = partial(_offer, turn)
            pool.wait(waiter)
        try:
            return self._wait(pool, turn, deadlines.countdown("pool"))
        except BaseException as error:
            with self._lock:
                pool.leave(waiter)
                if not turn.empty():
                    pool.release(turn.get())
            if isinstance(error, Empty):
                raise PoolTookTooLong(origin) from None
            raise

    def _wait(
        self, pool: Pool[SyncConnection], turn: _Turn, countdown: Countdown
    ) -> Lease[SyncConnection]:
        while True:
            left = countdown.left()
            try:
                return turn.get(
                    timeout=_RECLAIM_INTERVAL if left is None else min(left, _RECLAIM_INTERVAL)
                )
            except Empty:
                if left is not None and left <= _RECLAIM_INTERVAL:
                    raise
                with self._lock:
                    pool.reclaim()


def _offer(turn: _Turn, lease: Lease[SyncConnection]) -> bool:
    turn.put(lease)
    return True


def _close(pools: _Pools) -> None:
    while pools:
        pools.popitem()[1].close()
