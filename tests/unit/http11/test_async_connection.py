"""A connection on asyncio at moments that no server can produce."""

import asyncio
import os
import socket
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from smaws_kms._runtime.http11.async_connection import Connection
from smaws_kms._runtime.http11.errors import ConnectionBroke
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from tests.unit.http11.scripted_server import response_bytes
from tests.unit.http11.transport_harness import private

WHERE = "kms.test:80"
NOWHERE = Path(os.devnull).stat()


class Transport(asyncio.Transport):
    """Sends nothing, and closes when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = False

    def write(self, data: Any) -> None:
        """Lose the connection."""

    def is_closing(self) -> bool:
        """Return whether it is closed."""
        return self.closed

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """Do nothing, since it has no buffer."""

    def abort(self) -> None:
        """Close."""
        self.closed = True


@pytest.fixture
def ends() -> Generator[tuple[socket.socket, socket.socket]]:
    """Yield both ends of a connection."""
    client_end, server_end = socket.socketpair()
    client_end.settimeout(0)
    with client_end, server_end:
        yield client_end, server_end


async def lost(client_end: socket.socket) -> bytes:
    """Lose the connection with an error during an exchange; return the body of the response."""
    connection = Connection(client_end, WHERE, 0.0)
    connection.connection_made(Transport())
    parser = ResponseParser(WHERE)
    exchange = asyncio.create_task(
        connection.exchange(EncodedRequest(b""), parser, Deadlines(time.monotonic))
    )
    await asyncio.sleep(0)
    connection.connection_lost(ConnectionResetError("reset"))
    await exchange
    assert not connection.reusable
    return parser.body


async def test_response_before_the_loss(ends: tuple[socket.socket, socket.socket]) -> None:
    """A response that arrived before a write failed is still read."""
    client_end, server_end = ends
    server_end.sendall(response_bytes(b"too large"))

    assert b"too large" == await lost(client_end)


@pytest.mark.parametrize("rest", [b"", response_bytes(b"half")[:-1]])
async def test_no_response_before_the_loss(
    rest: bytes, ends: tuple[socket.socket, socket.socket]
) -> None:
    """If no response arrived before a write failed, the lost connection is reported."""
    client_end, server_end = ends
    server_end.sendall(rest)
    server_end.close()

    with pytest.raises(ConnectionBroke, match=f"the connection to {WHERE} broke: reset"):
        await lost(client_end)


async def test_forget(ends: tuple[socket.socket, socket.socket]) -> None:
    """A forgotten connection is closed without close_notify; a closed one is left alone."""
    client_end, server_end = ends
    with client_end.dup() as of_the_parent:
        connection = Connection(client_end, WHERE, 0.0)
        connection.forget()
        assert os.path.samestat(NOWHERE, os.fstat(client_end.fileno()))
        of_the_parent.sendall(b"hi")
        assert b"hi" == server_end.recv(100)
        assert not connection.usable()
        client_end.close()
        connection.forget()
    assert private(connection)._closed
