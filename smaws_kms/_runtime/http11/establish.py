"""Make an asyncio connection of a connected socket, with TLS if a context is given."""

import asyncio
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
        opening.add_done_callback(partial(_close, sock))
        raise
    return opening.result()


async def _create(
    make: Callable[[], Connection],
    sock: socket.socket,
    context: ssl.SSLContext | None,
    server_hostname: str | None,
) -> Connection:
    _, connection = await asyncio.get_running_loop().create_connection(
        make, sock=sock, ssl=context, server_hostname=server_hostname
    )
    return connection


def _close(sock: socket.socket, opening: asyncio.Task[Connection]) -> None:
    if opening.cancelled() or opening.exception() is not None:
        sock.close()  # uvloop leaves the socket open if it fails before it has a transport
    else:
        opening.result().close()
