"""A connection on asyncio at moments that no server can produce."""

import asyncio
import math
import os
import socket
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.errors import (
    ClosedEarly,
    ConnectionBroke,
    NotSent,
    ReadTookTooLong,
    WriteTookTooLong,
)
from tests.unit.http11.scripted_channel import WHERE, ScriptedChannel, connected, parts
from tests.unit.http11.scripted_server import response_bytes
from tests.unit.http11.transport_harness import private, until

NOWHERE = Path(os.devnull).stat()
Ends = tuple[ScriptedChannel, socket.socket]


@pytest.fixture
def ends() -> Generator[Ends]:
    """Yield both ends of a connection."""
    with connected() as both:
        yield both


async def lost(client_end: ScriptedChannel) -> bytes:
    """Lose the connection while a request is being written; return the body of the response."""
    client_end.accept(3, ConnectionResetError("reset"))
    connection = AsyncConnection(client_end, WHERE, 0.0)
    request, parser, deadlines = parts()
    try:
        await connection.exchange(request, parser, deadlines)
    finally:
        assert not connection.reusable
        connection.close()
    return parser.body


async def test_response_before_the_loss(ends: Ends) -> None:
    """A response that arrived before a write failed is still read."""
    client_end, server_end = ends
    server_end.sendall(response_bytes(b"too large"))

    assert b"too large" == await lost(client_end)


@pytest.mark.parametrize("rest", [b"", response_bytes(b"half")[:-1]])
async def test_no_response_before_the_loss(rest: bytes, ends: Ends) -> None:
    """If no response arrived before a write failed, the lost connection is reported."""
    client_end, server_end = ends
    server_end.sendall(rest)
    server_end.shutdown(socket.SHUT_WR)

    with pytest.raises(ClosedEarly, match=f"{WHERE} closed the connection before it had sent"):
        await lost(client_end)


async def test_lost_at_once(ends: Ends) -> None:
    """If the first write fails, the error says that nothing was sent."""
    client_end, _ = ends
    client_end.accept(BrokenPipeError("gone"))
    connection = AsyncConnection(client_end, WHERE, 0.0)

    with pytest.raises(NotSent, match=f"the connection to {WHERE} was closed before .*: gone"):
        await connection.exchange(*parts())
    connection.close()


async def test_forget(ends: Ends) -> None:
    """A forgotten connection is closed without close_notify; a closed one is left alone."""
    client_end, server_end = ends
    with client_end.sock.dup() as of_the_parent:
        connection = AsyncConnection(client_end, WHERE, 0.0)
        connection.forget()
        assert os.path.samestat(NOWHERE, os.fstat(client_end.fileno()))
        of_the_parent.sendall(b"hi")
        assert b"hi" == server_end.recv(100)
        assert not connection.usable()
        connection.close()
        connection.forget()
    assert private(connection)._closed


async def test_child_that_runs_the_loop_of_its_parent(ends: Ends) -> None:
    """A forgotten connection whose descriptor is reported as readable leaves the loop."""
    client_end, _ = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    connection.forget()

    private(connection)._on_readable()

    assert -1 == client_end.fileno()


@pytest.mark.parametrize("unasked", [b"HTTP/1.1 200 OK\r\n", b""])
async def test_bytes_or_an_end_while_idle(unasked: bytes, ends: Ends) -> None:
    """The loop closes an idle connection on which something arrives, and a request is not sent."""
    client_end, server_end = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    server_end.sendall(unasked)
    server_end.shutdown(socket.SHUT_WR)

    await until(lambda: client_end.fileno() < 0)

    with pytest.raises(NotSent, match=f"{WHERE} closed the connection, or sent bytes, before"):
        await connection.exchange(*parts())


async def test_closed_during_an_exchange(ends: Ends) -> None:
    """Closing the connection ends the exchange."""
    client_end, _ = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    exchange = asyncio.create_task(connection.exchange(*parts(read=60.0)))
    await asyncio.sleep(0)

    connection.close()

    with pytest.raises(ClosedEarly, match=f"the connection to {WHERE} was closed"):
        await exchange
    assert private(connection)._timer is None


async def test_cancelled_after_the_response(ends: Ends) -> None:
    """An exchange that is cancelled in the step in which it ends leaves nothing to reuse."""
    client_end, server_end = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    exchange = asyncio.create_task(connection.exchange(*parts()))
    await asyncio.sleep(0)
    server_end.sendall(response_bytes(b"hi"))
    private(connection)._on_readable()
    assert private(connection).reusable

    exchange.cancel()
    with pytest.raises(asyncio.CancelledError):
        await exchange

    assert not connection.reusable
    connection.close()


async def test_unexpected_exception(ends: Ends) -> None:
    """An exception that a signal handler raises in the reader leaves it and ends the exchange."""
    client_end, _ = ends
    client_end.fail_reads(ZeroDivisionError("for the loop"))
    connection = AsyncConnection(client_end, WHERE, 0.0)
    exchange = asyncio.create_task(connection.exchange(*parts()))
    await asyncio.sleep(0)

    with pytest.raises(ZeroDivisionError, match="for the loop"):
        private(connection)._on_readable()
    with pytest.raises(ConnectionBroke, match=f"the connection to {WHERE} broke: ZeroDivisionErr"):
        await exchange
    connection.close()


async def test_one_timer(ends: Ends) -> None:
    """A timer is armed anew for an earlier deadline, and when it fires before the current one."""
    client_end, server_end = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    timers: list[asyncio.TimerHandle | None] = []
    for seconds in (80.0, 90.0, None, math.inf, 60.0):
        exchange = asyncio.create_task(connection.exchange(*parts(read=seconds)))
        await asyncio.sleep(0)
        timers.append(private(connection)._timer)
        server_end.sendall(response_bytes())
        await exchange
    first, last = timers[0], timers[4]
    assert [first, first, first, first, last] == timers
    assert first is not None
    assert last is not None
    assert first.cancelled()

    private(connection)._on_time()  # while idle
    assert private(connection)._timer is None
    for seconds, is_armed in ((70.0, True), (None, False)):
        exchange = asyncio.create_task(connection.exchange(*parts(read=seconds)))
        await asyncio.sleep(0)
        private(connection)._on_time()  # as if an earlier exchange had armed it
        assert is_armed == (private(connection)._timer is not None)
        server_end.sendall(response_bytes())
        await exchange
    connection.close()


async def test_exact_deadline(ends: Ends) -> None:
    """A response ends at its deadline, not before."""
    client_end, _ = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)
    start = time.monotonic()

    with pytest.raises(ReadTookTooLong, match=f"{WHERE} did not send its whole response in time"):
        await connection.exchange(*parts(read=0.05))
    assert 0.045 < time.monotonic() - start
    connection.close()


async def test_request_that_is_not_taken(ends: Ends) -> None:
    """A write that makes no progress ends at its deadline."""
    client_end, _ = ends
    connection = AsyncConnection(client_end, WHERE, 0.0)

    with pytest.raises(WriteTookTooLong, match=f"{WHERE} did not take the request in time"):
        await connection.exchange(*parts(bytes(50_000_000), write=0.01, read=60.0))
    connection.close()
