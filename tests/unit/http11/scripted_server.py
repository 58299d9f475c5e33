"""Servers on loopback that run a test's script, with one thread per connection."""

import asyncio
import socket
import ssl
import struct
import threading
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, suppress
from queue import SimpleQueue
from typing import TypeAlias

_PATIENCE = 20.0
"""Timeout in seconds of a server, so that a failing test ends."""


class Peer:
    """The server's side of a connection."""

    def __init__(self, sock: socket.socket, number: int, signals: SimpleQueue[None]) -> None:
        self.sock = sock
        self._signals = signals
        self.number = number
        """Number of earlier connections."""

    def request(self) -> bytes | None:
        """Read a request and return its body, or `None` if the client closes the connection."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += (piece := self._receive())
            if not piece:
                return None
        head, _, body = received.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        while len(body) < length:
            body += (piece := self._receive())
            if not piece:
                return None
        return body

    def requests(self) -> Generator[bytes]:
        """Read requests until the client closes."""
        while (body := self.request()) is not None:
            yield body

    def send(self, data: bytes) -> None:
        """Send bytes unchanged."""
        self.sock.sendall(data)

    def respond(self, body: bytes = b"", head: bytes = b"") -> None:
        """Send a complete response."""
        self.send(response_bytes(body, head))

    def reset(self) -> None:
        """Close the connection with a reset."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def close(self) -> None:
        """Close the connection."""
        # This object owns the descriptor: TLS makes another object of the accepted socket.
        self.sock.close()

    def signal(self) -> None:
        """Release the test from `await_signal`."""
        self._signals.put(None)

    def await_close(self) -> bytes:
        """Read until the client closes, and return the bytes."""
        received = b""
        while piece := self._receive():
            received += piece
        return received

    def _receive(self) -> bytes:
        try:
            return self.sock.recv(65536)
        except ConnectionResetError:
            return b""


Script: TypeAlias = Callable[[Peer], None]
"""What a server does on a connection, before it closes it."""


class Server:
    """A server on loopback."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None) -> None:
        self._script = script
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self.port: int = self._listener.getsockname()[1]
        self.host = "127.0.0.1" if tls is None else "localhost"
        self.accepted = 0
        """Number of accepted connections."""
        self._signals: SimpleQueue[None] = SimpleQueue()
        self.problems: list[Exception] = []
        """Exceptions raised by scripts."""

    @property
    def where(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """URL of the server."""
        return f"{'http' if self._tls is None else 'https'}://{self.where}/"

    def await_signal(self) -> None:
        """Wait on a thread until a script calls `signal`."""
        self._signals.get(timeout=_PATIENCE)

    def start(self) -> None:
        """Accept connections until `stop`."""
        thread = threading.Thread(target=self._accept, daemon=True)
        thread.start()
        self._threads.append(thread)

    def stop(self) -> None:
        """Stop, and wait for the end of all connections."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.settimeout(_PATIENCE)
            thread = threading.Thread(target=self._serve, args=(sock, self.accepted), daemon=True)
            self.accepted += 1
            thread.start()
            self._threads.append(thread)

    def _serve(self, sock: socket.socket, number: int) -> None:
        try:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            self._script(Peer(sock, number, self._signals))
        except Exception as problem:  # noqa: BLE001 - a test may expect what it is
            self.problems.append(problem)
        finally:
            sock.close()


@asynccontextmanager
async def serving(script: Script, tls: ssl.SSLContext | None = None) -> AsyncGenerator[Server]:
    """Run a server during the block, and then until the client has closed all connections."""
    server = Server(script, tls)
    server.start()
    try:
        yield server
    finally:
        await asyncio.to_thread(server.stop)


def response_bytes(body: bytes = b"", head: bytes = b"") -> bytes:
    """Return the bytes of a complete response."""
    return b"HTTP/1.1 200 OK\r\n%bContent-Length: %d\r\n\r\n%b" % (head, len(body), body)


def echo(peer: Peer) -> None:
    """Send the body of each request back."""
    for body in peer.requests():
        peer.respond(body)
