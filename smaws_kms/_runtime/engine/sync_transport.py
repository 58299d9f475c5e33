"""The blocking transport: pools by origin, for any number of threads."""

import socket
import ssl
import threading
import time
import weakref
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeAlias

import httpx

from smaws_kms._runtime.engine.answer import response_from
from smaws_kms._runtime.engine.deadlines import Countdown, Deadlines
from smaws_kms._runtime.engine.errors import NotSent, PoolTookTooLong, connecting
from smaws_kms._runtime.engine.names import Resolver, addresses, resolve
from smaws_kms._runtime.engine.pool import Pool, Room, still_usable
from smaws_kms._runtime.engine.request import Origin, encode_request, origin_of
from smaws_kms._runtime.engine.response import ResponseParser
from smaws_kms._runtime.engine.sync_connection import SyncConnection
from smaws_kms._runtime.engine.sync_dial import Tls, dial
from smaws_kms._runtime.engine.tls import Trust
from smaws_kms._runtime.forks import mend_after_fork

_Pools: TypeAlias = dict[Origin, Pool[SyncConnection]]


class SyncEngineTransport(httpx.BaseTransport):
    """Sends requests over HTTP/1.1, blocking.

    It may be used by any number of threads, and in forked children. `close` closes its connections;
    it can be used again afterwards.

    Args:
        trust: How to do TLS.
        resolver: How host names become addresses.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        trust: Trust | None = None,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._trust = trust or Trust()
        self._resolver = resolver
        self._clock = clock
        self._lock = threading.Lock()
        self._pools: _Pools = {}
        self._connections: weakref.WeakSet[SyncConnection] = weakref.WeakSet()
        # Also at the interpreter's exit: sockets that nobody closed warn.
        weakref.finalize(self, _close, self._pools)
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Leave the connections to the parent. Closing a socket sends nothing, if others hold it."""
        self._lock = threading.Lock()
        for connection in tuple(self._connections):
            connection.close()
        self._pools.clear()
        self._trust.after_fork()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return its whole answer."""
        deadlines = Deadlines(request.extensions, self._clock)
        data = encode_request(request, request.read())
        origin = origin_of(request.url)
        pool = self._pool(origin)
        while True:
            parser = ResponseParser(str(origin), bodiless=request.method == "HEAD")
            connection, is_new = self._checkout(pool, origin, deadlines)
            try:
                connection.exchange(data, parser, deadlines)
            except NotSent:
                # The only second attempt there is: the server cannot have seen the first.
                if is_new:
                    raise
                continue
            finally:
                with self._lock:
                    pool.put(connection)
            return response_from(parser)

    def close(self) -> None:
        """Close the connections; those in use close when their answers have come."""
        with self._lock:
            _close(self._pools)

    def _pool(self, origin: Origin) -> Pool[SyncConnection]:
        with self._lock:
            pool = self._pools.get(origin)
            if pool is None:
                pool = self._pools[origin] = Pool(self._clock)
            return pool

    def _checkout(
        self, pool: Pool[SyncConnection], origin: Origin, deadlines: Deadlines
    ) -> tuple[SyncConnection, bool]:
        """Return a connection, and whether it is new."""
        found = still_usable(self._take(pool, deadlines.within("pool"), str(origin)))
        if isinstance(found, SyncConnection):
            return found, False
        try:
            return self._open(origin, deadlines.countdown("connect")), True
        except BaseException:
            with self._lock:
                pool.free()
            raise

    def _take(
        self, pool: Pool[SyncConnection], within: float | None, where: str
    ) -> SyncConnection | Room:
        """Take a connection or a slot, and wait for it where there is none."""
        with self._lock:
            found = pool.take()
            if found is not Room.NONE:
                return found
            turn: SimpleQueue[SyncConnection | Room] = SimpleQueue()
            waiter = partial(_hand, turn)
            pool.wait(waiter)
        try:
            found = turn.get(timeout=within)
        except BaseException as error:
            with self._lock:
                pool.leave(waiter)
                if not turn.empty():
                    pool.pass_on(turn.get())
            if isinstance(error, Empty):
                text = f"all connections to {where} were busy for too long"
                raise PoolTookTooLong(text) from None
            raise
        return found

    def _open(self, origin: Origin, countdown: Countdown) -> SyncConnection:
        with connecting(origin):
            sock = self._connect(origin, countdown)
        connection = SyncConnection(sock, str(origin), self._clock())
        self._connections.add(connection)
        return connection

    def _connect(self, origin: Origin, countdown: Countdown) -> socket.socket:
        # On threads, since what they wait for cannot be given up otherwise.
        context: ssl.SSLContext | None = None
        if origin.secure:
            context = self._trust.context(or_here=True).result(countdown.left())
        asked = addresses(self._resolver, origin.host, origin.port, or_here=True)
        found = asked.result(countdown.left())
        return dial(found, countdown, Tls(context, origin.host) if context else None)


def _hand(turn: "SimpleQueue[SyncConnection | Room]", what: SyncConnection | Room) -> bool:
    turn.put(what)
    return True


def _close(pools: _Pools) -> None:
    while pools:
        pools.popitem()[1].close()
