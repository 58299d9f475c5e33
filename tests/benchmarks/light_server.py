"""A TLS server that does as little as possible: `python -m tests.benchmarks.light_server CERTIFICATE`.

One process, epoll, prepared responses, one port for each kind of work. It prints the ports. It finds the end
of a request by its length, so a client may send head and body apart.
"""

import gc
import re
import select
import socket
import ssl
import sys
from typing import Final

from tests.benchmarks.responses import BODIES, response

_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_BACKLOG: Final = 2048


class _Connection:
    """One client, and what it has sent of a request."""

    __slots__ = ("blocked", "pending", "received", "response", "shaken", "tls")

    def __init__(self, tls: ssl.SSLSocket, response: bytes) -> None:
        self.tls = tls
        self.response = response
        self.received = b""
        self.pending = memoryview(b"")
        self.shaken = False
        self.blocked = False


class LightServer:
    """Serves several ports."""

    def __init__(self, certificate: str) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._epoll = select.epoll()
        self._listeners: dict[int, tuple[socket.socket, bytes]] = {}
        self._connections: dict[int, _Connection] = {}

    def listen(self, body: bytes) -> int:
        """Listen on a port of its own, and return the port."""
        listener = socket.create_server(("127.0.0.1", 0), backlog=_BACKLOG)
        listener.settimeout(0)
        self._listeners[listener.fileno()] = (listener, response(body))
        self._epoll.register(listener, select.EPOLLIN)
        port: int = listener.getsockname()[1]
        return port

    def serve(self) -> None:
        """Serve until killed."""
        while True:
            for descriptor, _ in self._epoll.poll():
                connection = self._connections.get(descriptor)
                if connection is None:
                    self._accept(*self._listeners[descriptor])
                else:
                    self._step(descriptor, connection)

    def _accept(self, listener: socket.socket, prepared: bytes) -> None:
        bare, _ = listener.accept()
        bare.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        bare.settimeout(0)
        tls = self._context.wrap_socket(bare, server_side=True, do_handshake_on_connect=False)
        self._connections[tls.fileno()] = _Connection(tls, prepared)
        self._epoll.register(tls, select.EPOLLIN)

    def _step(self, descriptor: int, connection: _Connection) -> None:
        try:
            if not connection.shaken:
                connection.tls.do_handshake()
                connection.shaken = True
            if connection.pending:
                self._write(descriptor, connection)
            while self._read(connection):
                connection.pending = memoryview(connection.response)
                self._write(descriptor, connection)
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            pass
        except OSError:
            self._close(descriptor)

    @staticmethod
    def _read(connection: _Connection) -> bool:
        """Return whether a request is complete."""
        data = connection.tls.recv(65536)
        if not data:
            raise ConnectionResetError
        received = connection.received = connection.received + data
        end = received.find(b"\r\n\r\n")
        length = _LENGTH.search(received, 0, end) if end > 0 else None
        if length is None or len(received) < end + 4 + int(length[1]):
            return False
        connection.received = b""
        return True

    def _write(self, descriptor: int, connection: _Connection) -> None:
        try:
            while connection.pending:
                connection.pending = connection.pending[connection.tls.send(connection.pending) :]
        except ssl.SSLWantWriteError:
            self._epoll.modify(descriptor, select.EPOLLIN | select.EPOLLOUT)
            connection.blocked = True
            raise
        if connection.blocked:
            self._epoll.modify(descriptor, select.EPOLLIN)
            connection.blocked = False

    def _close(self, descriptor: int) -> None:
        connection = self._connections.pop(descriptor)
        self._epoll.unregister(descriptor)
        connection.tls.close()


def main(certificate: str) -> None:
    """Print the port of each kind of work, and serve."""
    server = LightServer(certificate)
    sys.stdout.write(" ".join([str(server.listen(body)) for body in BODIES.values()]) + "\n")
    sys.stdout.flush()
    gc.freeze()
    server.serve()


if __name__ == "__main__":
    main(sys.argv[1])
