"""Addresses to a connected socket, blocking, with TLS on it."""

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
    """Does something to a socket before it makes one for TLS of it."""

    first: Callable[[socket.socket], object]

    def wrap_socket(self, sock: socket.socket, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Do it."""
        self.first(sock)
        return super().wrap_socket(sock, *args, **options)


@pytest.fixture
def resetting() -> Generator[Address]:
    """Give an address whose server accepts, and breaks the connection off at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            accepted, _ = listener.accept()
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            accepted.close()

        server = Thread(target=accept)
        server.start()
        yield Address(socket.AF_INET, listener.getsockname())
        # For whoever has not come: the thread waits for somebody.
        with socket.socket() as anybody:
            anybody.connect_ex(listener.getsockname())
        server.join()


def tls(first: Callable[[socket.socket], object]) -> Tls:
    """Return TLS that does something first."""
    context = Wrapping(ssl.PROTOCOL_TLS_CLIENT)
    context.first = first
    return Tls(context, "127.0.0.1")


def until_it_hangs_up(sock: socket.socket) -> None:
    """Wait until a connection is broken; one that has not been made counts as that."""
    poll = select.poll()
    poll.register(sock, 0)
    assert poll.poll(20_000)


def test_reset_before_tls(resetting: Address) -> None:
    """A connection that the server resets before TLS begins fails, and nothing is left open."""
    with pytest.raises(OSError, match=r"reset|EOF|not connected"):
        open_socket([resetting], Countdown(20, monotonic), tls(until_it_hangs_up))

    gc.collect()  # what is left open would warn now


def test_no_tls(resetting: Address) -> None:
    """A context that makes nothing of a socket leaves nothing open either."""

    def refuse(_: socket.socket) -> None:
        raise ssl.SSLError("no")

    with pytest.raises(ssl.SSLError, match="no"):
        open_socket([resetting], Countdown(20, monotonic), tls(refuse))

    gc.collect()
