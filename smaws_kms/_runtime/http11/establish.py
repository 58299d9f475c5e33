"""Make an asyncio connection of a connected socket, with TLS if a context is given."""

import asyncio
import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from smaws_kms._runtime.http11.async_connection import Connection


async def establish(
    make: Callable[[], Connection],
    sock: socket.socket,
    context: ssl.SSLContext | None,
    server_hostname: str | None,
) -> Connection:
    """Hand the socket to the loop and return the connection after the TLS handshake.

    `create_connection` is never cancelled. uvloop up to 0.22 closes the descriptor when it is, and
    leaves the socket object to close it a second time (MagicStack/uvloop#645); all versions report
    an error to the loop's exception handler if the handshake ends in the same step. Shutting down the
    socket makes `create_connection` fail by itself instead.
    """
    opening = asyncio.create_task(_create(make, sock, context, server_hostname))
    try:
        await asyncio.wait([opening])
    except asyncio.CancelledError:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
        opening.add_done_callback(_discard)
        raise
    return opening.result()


async def _create(
    make: Callable[[], Connection],
    sock: socket.socket,
    context: ssl.SSLContext | None,
    server_hostname: str | None,
) -> Connection:
    detach_if_closed = partial(_detach_if_closed, sock, _identity(sock.fileno()))
    try:
        _, connection = await asyncio.get_running_loop().create_connection(
            make, sock=sock, ssl=context, server_hostname=server_hostname
        )
    except BaseException:
        detach_if_closed()
        sock.close()  # loops leave it open if they fail before they have a transport
        raise
    detach_if_closed()
    return connection


def _discard(opening: asyncio.Task[Connection]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def _detach_if_closed(sock: socket.socket, identity: tuple[int, int] | None) -> None:
    """Detach the socket object from a descriptor that the loop has closed without telling it.

    All versions of uvloop do this if the connection ends in the step between making the transport and
    the end of `create_connection`. The socket object would close the descriptor a second time when it
    is collected, and by then the number may belong to another connection.
    """
    if identity is not None and identity != _identity(sock.fileno()):
        sock.detach()


def _identity(descriptor: int) -> tuple[int, int] | None:
    """Return what tells one open file from another with the same descriptor; None where unknown."""
    try:
        status = os.fstat(descriptor)
    except OSError:
        return None
    return status.st_dev, status.st_ino
