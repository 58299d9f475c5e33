"""A server on loopback that misbehaves on command.

The key ID of a request is the command, or one command for each attempt (see `commands`). It records
every connection and every request, so that tests can prove that nothing was sent twice.
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
from tests.faults.connection import ServerConnection
from tests.faults.messages import Request

_TIMEOUT: Final = 20.0
"""Seconds after which waiting fails the test."""


@frozen
class ReceivedRequest:
    """A request that arrived."""

    connection: int
    key: str
    head: str = field(repr=False)


class FaultServer:
    """Serves each connection in a thread of its own."""

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        greet: Callable[[ServerConnection], None] | None = None,
        remembers: bool = True,
    ) -> None:
        self.requests: list[ReceivedRequest] = []
        """The requests that arrived, unless `remembers` is off."""
        self.connections = 0
        self.port = 0
        self.go = Event()
        """Set by a test once it has its response: starts what happens on the idle connection."""
        self._tls = tls
        self._greet = greet
        self._remembers = remembers
        self._stopping = Event()
        self._changed = Condition()
        self._settled = 0
        self._open: list[ServerConnection] = []
        self._threads: list[Thread] = []

    @property
    def url(self) -> str:
        """The URL."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def seen(self, key: str) -> list[ReceivedRequest]:
        """Return the requests with this command."""
        return [request for request in self.requests if request.key == key]

    async def settled(self, requests: int) -> None:
        """Wait until so many requests are completely handled, without blocking the event loop."""
        assert await self.has_settled(requests)

    async def has_settled(self, requests: int) -> bool:
        """Wait for so many requests as `settled` does; return `False` if they do not arrive."""
        return await asyncio.to_thread(self._wait, lambda: self._settled >= requests)

    def _wait(self, condition: Callable[[], bool]) -> bool:
        with self._changed:
            return self._changed.wait_for(condition, _TIMEOUT)

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
                    thread.join(_TIMEOUT)

    def _stop(self, listener: socket.socket) -> None:
        self._stopping.set()
        self.go.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        # The acceptor closes later connections itself: it checks the event.
        for connection in tuple(self._open):
            connection.abandon()

    def _accept(self, listener: socket.socket) -> None:
        while not self._stopping.is_set():
            try:
                accepted, _ = listener.accept()
            except OSError:
                return
            # Otherwise a second write may wait for the ACK of the first, which blurs the faults.
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            connection = ServerConnection(accepted, self.connections, self.go, self._stopping)
            self._open.append(connection)
            self._threads.append(Thread(target=self._serve, args=(connection,), daemon=True))
            self._threads[-1].start()

    def _serve(self, connection: ServerConnection) -> None:
        # Most faults make the client close the connection.
        with suppress(OSError):
            if self._greet is not None:
                self._greet(connection)
            if self._tls is not None and not connection.over:
                connection.start_tls(self._tls)
            while not (connection.over or self._stopping.is_set()):
                request = connection.read_request()
                if request is None:
                    break
                self._handle(connection, request)
        with suppress(OSError):
            connection.close()

    def _handle(self, connection: ServerConnection, request: Request) -> None:
        command = request.command
        if self._remembers:
            self.requests.append(
                ReceivedRequest(connection.number, request.key or "", request.head)
            )
        try:
            if command not in EARLY:
                request = connection.read_rest(request)
            BEHAVIOURS[command](connection, request)
        finally:
            with self._changed:
                self._settled += 1
                self._changed.notify_all()
