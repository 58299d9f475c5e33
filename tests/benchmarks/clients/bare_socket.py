"""Exchanges on bare blocking sockets."""

import socket
import ssl
from threading import local
from urllib.parse import urlsplit

from tests.benchmarks.clients.signed_request import content_length
from tests.benchmarks.setup import Setup


class Sockets:
    """A connection for each thread."""

    def __init__(self, setup: Setup) -> None:
        self._url = urlsplit(setup.url)
        self._context = ssl.create_default_context(cafile=setup.trusted)
        self._local = local()

    def exchange(self, request: bytes) -> bytes:
        """Send a request, and return the body of the response."""
        connection: ssl.SSLSocket | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._open()
        connection.sendall(request)
        received = connection.recv(65536)
        while b"\r\n\r\n" not in received:
            received += connection.recv(65536)
        head, _, body = received.partition(b"\r\n\r\n")
        length = content_length(head + b"\r\n")
        while len(body) < length:
            body += connection.recv(65536)
        return body

    def _open(self) -> ssl.SSLSocket:
        address = (str(self._url.hostname), self._url.port or 443)
        bare = socket.create_connection(address)
        bare.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._context.wrap_socket(bare, server_hostname=self._url.hostname)
