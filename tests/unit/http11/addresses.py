"""Addresses on loopback that accept, refuse or stay silent."""

import socket
from collections.abc import Generator
from contextlib import contextmanager

from smaws_kms._runtime.http11.dns import Address


def address(listener: socket.socket) -> Address:
    """Return the address of a socket."""
    return Address(socket.AF_INET, listener.getsockname())


@contextmanager
def silent() -> Generator[Address]:
    """Return an address that neither accepts nor refuses, since its backlog is full."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)  # noqa: FBT003 - the standard library's own
            waiting.connect_ex(listener.getsockname())
        yield address(listener)


@contextmanager
def refusing() -> Generator[Address]:
    """Return an address that refuses connections."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield address(bound)
