"""A server on loopback that misbehaves on command.

The key id of a request is the command, or one for each attempt (see `commands`), or the address is: a server can refuse the
connection, stall or end it before a request, or show a bad certificate. It notes every connection and
every request, so that a test can say that nothing was sent twice.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from threading import Condition, Event, Thread
from typing import Final, Self

from attrs import field, frozen

from tests.faults.commands import BEHAVIOURS, EARLY
from tests.faults.connection import Served
from tests.faults.wire import Request

_PATIENCE: Final = 20.0
"""No test waits that long for something that happens."""


@frozen
class Seen:
    """A request that arrived."""

    connection: int
    key: str
    head: str = field(repr=False)


class FaultServer:
    """Listens for as long as the block lasts; one thread a connection."""

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        greet: Callable[[Served], None] | None = None,
        remembers: bool = True,
    ) -> None:
        self.requests: list[Seen] = []
        """Those that arrived, unless they are too many to be remembered."""
        self.connections = 0
        self.port = 0
        self.go = Event()
        """Set by a test that has its answer: what is to happen on the idle connection may happen."""
        self._tls = tls
        self._greet = greet
        self._remembers = remembers
        self._stopping = Event()
        self._changed = Condition()
        self._settled = 0
        self._open: list[Served] = []
        self._threads: list[Thread] = []

    @property
    def url(self) -> str:
        """Where it is."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def seen(self, key: str) -> list[Seen]:
        """Return the requests with this command."""
        return [request for request in self.requests if request.key == key]

    async def settled(self, requests: int) -> None:
        """Wait until so many requests have been dealt with to the end, while the loop goes on."""
        assert await asyncio.to_thread(self._wait, lambda: self._settled >= requests)

    def _wait(self, condition: Callable[[], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(condition, _PATIENCE)

    @contextmanager
    def listening(self) -> Generator[Self]:
        """Serve until the block ends."""
        with socket.create_server(("127.0.0.1", 0), backlog=256) as listener:
            self.port = listener.getsockname()[1]
            acceptor = Thread(target=self._accept, args=(listener,), daemon=True)
            acceptor.start()
            try:
                yield self
            finally:
                self._stop(listener)
                for thread in (acceptor, *self._threads):
                    thread.join(_PATIENCE)

    def _stop(self, listener: socket.socket) -> None:
        self._stopping.set()
        self.go.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        # Connections that the acceptor has not come to yet see the flag.
        for served in tuple(self._open):
            served.abandon()

    def _accept(self, listener: socket.socket) -> None:
        while not self._stopping.is_set():
            try:
                accepted, _ = listener.accept()
            except OSError:
                return
            # Else a second write may wait for the acknowledgement of the first, and no fault is exact.
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            served = Served(accepted, self.connections, self.go, self._stopping)
            self._open.append(served)
            self._threads.append(Thread(target=self._serve, args=(served,), daemon=True))
            self._threads[-1].start()

    def _serve(self, served: Served) -> None:
        # A client that goes away in the middle is what most faults lead to.
        with suppress(OSError):
            if self._greet is not None:
                self._greet(served)
            if self._tls is not None and not served.over:
                served.start_tls(self._tls)
            while not (served.over or self._stopping.is_set()):
                request = served.read_request()
                if request is None:
                    break
                self._meet(served, request)
        with suppress(OSError):
            served.close()

    def _meet(self, served: Served, request: Request) -> None:
        command = request.command
        if self._remembers:
            self.requests.append(Seen(served.number, request.key or "", request.head))
        try:
            if command not in EARLY:
                request = served.read_rest(request)
            BEHAVIOURS[command](served, request)
        finally:
            with self._changed:
                self._settled += 1
                self._changed.notify_all()
