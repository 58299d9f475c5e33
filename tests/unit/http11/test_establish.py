"""Cancelling while a connection is being established."""

import asyncio
import socket
import ssl
from functools import partial
from typing import Any, cast

import pytest

from smaws_kms._runtime.http11.async_connection import Connection
from smaws_kms._runtime.http11.establish import establish
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.httpx_transports import Http11AsyncTransport
from tests.unit.http11.scripted_server import echo, serving
from tests.unit.http11.transport_harness import post


async def test_cancelled_at_the_end_of_the_handshake(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loop reports no error, and the connection is closed at the server."""
    signals: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: signals.append(context))
    made = Connection.connection_made
    task: asyncio.Task[Any]

    def cancelling(self: Connection, transport: asyncio.BaseTransport) -> None:
        made(self, transport)
        task.cancel()

    monkeypatch.setattr(Connection, "connection_made", cancelling)
    transport = Http11AsyncTransport(Trust(client_tls))
    async with serving(echo, server_tls) as server:
        for _ in range(10):
            task = asyncio.create_task(transport.handle_async_request(post(server.url)))
            await asyncio.wait([task])
            assert task.cancelled()

    assert [] == signals
    assert 10 == server.accepted


async def test_ends_while_being_established() -> None:
    """The socket object does not keep a descriptor that the loop has closed: it may be another's."""

    class Ending(Connection):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            cast("asyncio.Transport", transport).abort()

    async with serving(echo) as server:
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.settimeout(0)
        make = partial(Ending, sock, server.where, 0.0)
        await establish(make, sock, None, None)
        for _ in range(5):
            await asyncio.sleep(0)

        assert -1 == sock.fileno()


async def test_fails_before_the_loop_has_a_transport() -> None:
    """The socket is closed although no transport of the loop will close it."""

    def failing() -> Connection:
        raise MemoryError

    async with serving(echo) as server:
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.settimeout(0)
        with pytest.raises(MemoryError):
            await establish(failing, sock, None, None)

        assert -1 == sock.fileno()
