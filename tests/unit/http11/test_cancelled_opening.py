"""Cancelling while a connection is being established."""

import asyncio
import ssl
from typing import Any

import pytest

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
    shake_hands = ssl.SSLSocket.do_handshake
    task: asyncio.Task[Any]

    def cancelling(sock: ssl.SSLSocket, *arguments: Any) -> None:
        shake_hands(sock, *arguments)
        if not sock.server_side:
            task.cancel()

    monkeypatch.setattr(ssl.SSLSocket, "do_handshake", cancelling)
    transport = Http11AsyncTransport(Trust(client_tls))
    async with serving(echo, server_tls) as server:
        for _ in range(10):
            task = asyncio.create_task(transport.handle_async_request(post(server.url)))
            await asyncio.wait([task])
            assert task.cancelled()

    assert [] == signals
    assert 10 == server.accepted
