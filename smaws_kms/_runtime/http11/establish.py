"""TLS handshake on asyncio."""

import asyncio
import socket
import ssl
from collections.abc import Callable

from smaws_kms._runtime.http11.channel import Channel


async def establish(sock: socket.socket, context: ssl.SSLContext | None, host: str) -> Channel:
    """Return the connected socket, after the TLS handshake if there is a context."""
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if context is None:
            return sock
        sock = tls = context.wrap_socket(
            sock,
            server_hostname=host,
            do_handshake_on_connect=False,
            # An end without close_notify must not count as the end of a response.
            suppress_ragged_eofs=False,
        )
        await _handshake(tls)
    except BaseException:
        sock.close()
        raise
    return tls


async def _handshake(tls: ssl.SSLSocket) -> None:
    loop = asyncio.get_running_loop()
    while True:
        try:
            tls.do_handshake()
        except ssl.SSLWantReadError:
            await _ready(tls.fileno(), loop.add_reader, loop.remove_reader)
        except ssl.SSLWantWriteError:
            await _ready(tls.fileno(), loop.add_writer, loop.remove_writer)
        else:
            return


async def _ready(
    fd: int, add: Callable[[int, Callable[[], None]], object], remove: Callable[[int], object]
) -> None:
    ready = asyncio.get_running_loop().create_future()
    add(fd, lambda: None if ready.done() else ready.set_result(None))
    try:
        await ready
    finally:
        remove(fd)
