"""Blocking connects to one of several addresses, with TLS."""

import gc
import select
import socket
import ssl
import struct
from collections.abc import Callable, Generator
from threading import Thread
from time import monotonic
from typing import Any

import pytest

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.sync_connect import Tls, open_socket
from smaws_kms._runtime.http11.timeouts import Countdown

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Wrapping(ssl.SSLContext):
    """Runs a function on a socket before it wraps it."""

    first: Callable[[socket.socket], object]

    def wrap_socket(self, sock: socket.socket, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Run the function, then wrap the socket."""
        self.first(sock)
        return super().wrap_socket(sock, *args, **options)


@pytest.fixture
def resetting() -> Generator[Address]:
    """Return an address whose server accepts and resets at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            accepted, _ = listener.accept()
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            accepted.close()

        server = Thread(target=accept)
        server.start()
        yield Address(socket.AF_INET, listener.getsockname())
        # Wake the thread if no client has connected.
        with socket.socket() as client:
            client.connect_ex(listener.getsockname())
        server.join()


def tls(first: Callable[[socket.socket], object]) -> Tls:
    """Return a context that runs a function before TLS."""
    context = Wrapping(ssl.PROTOCOL_TLS_CLIENT)
    context.first = first
    return Tls(context, "127.0.0.1")


def until_it_hangs_up(sock: socket.socket) -> None:
    """Wait until a connection is reset; an unconnected socket counts as that."""
    poll = select.poll()
    poll.register(sock, 0)
    assert poll.poll(20_000)


def test_reset_before_tls(resetting: Address) -> None:
    """A reset before the TLS handshake is an error, and no socket stays open."""
    with pytest.raises(OSError, match=r"reset|EOF|not connected"):
        open_socket([resetting], Countdown(20, monotonic), tls(until_it_hangs_up))

    gc.collect()  # an open socket would warn here


def test_no_tls(resetting: Address) -> None:
    """If wrapping fails, no socket stays open."""

    def refuse(_: socket.socket) -> None:
        raise ssl.SSLError("no")

    with pytest.raises(ssl.SSLError, match="no"):
        open_socket([resetting], Countdown(20, monotonic), tls(refuse))

    gc.collect()
