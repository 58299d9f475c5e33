"""A connected socket to a connection on asyncio, with TLS if there is to be any."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress

from smaws_kms._runtime.http11.async_connection import Connection


async def establish(
    make: Callable[[], Connection],
    sock: socket.socket,
    context: ssl.SSLContext | None,
    server_hostname: str | None,
) -> Connection:
    """Hand the socket to the loop and return the connection once it can be used.

    `create_connection` is never cancelled. uvloop up to 0.22 closes the descriptor when it is, and
    leaves the socket object to close it a second time (MagicStack/uvloop#645); all versions report
    an error to the loop's exception handler when the handshake has ended in the same moment. To end
    the socket makes it fail by itself.
    """
    opening = asyncio.create_task(_create(make, sock, context, server_hostname))
    try:
        await asyncio.wait([opening])
    except asyncio.CancelledError:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
        opening.add_done_callback(_close)
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


def _close(opening: asyncio.Task[Connection]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()
