"""The transport for asyncio: cancellation, many tasks, and forks."""

import asyncio
import os
import ssl
import stat
import threading
from typing import Any

import httpx
import pytest

from smaws_kms._runtime.http11 import async_transport as transport_module
from smaws_kms._runtime.http11.polling import WRITE
from smaws_kms._runtime.http11.pool import MAX_CONNECTIONS
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.async_requests import cancelled_after, send, the_pool
from tests.unit.http11.httpx_transports import Http11AsyncTransport
from tests.unit.http11.scripted_server import Peer, echo, serving
from tests.unit.http11.transport_harness import private, until

LARGE = b"x" * 300_000


async def test_cancellation(server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> None:
    """Wherever a call is cancelled, its slot is released and the next call gets its own response."""
    for tls in (None, server_tls):
        transport = Http11AsyncTransport(Trust(client_tls))
        async with serving(echo, tls) as server:
            for turns in range(60):
                await cancelled_after(turns, send(transport, server, LARGE))
                body = b"%d" % turns
                assert body == await send(transport, server, body)
                pool = the_pool(transport)
                assert pool.taken == len(pool._idle)
                if turns % 2:  # also without an idle connection at the start
                    await transport.aclose()
            await transport.aclose()


async def test_cancelled_call_stops() -> None:
    """Cancelling a call closes its connection."""
    ended = threading.Event()

    def script(peer: Peer) -> None:
        peer.request()
        peer.signal()
        assert b"" == peer.await_close()
        ended.set()

    transport = Http11AsyncTransport()
    async with serving(script) as server:
        task = asyncio.create_task(send(transport, server, b"hi"))
        await asyncio.to_thread(server.await_signal)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(ended.wait, 20)


async def test_many_cancellations() -> None:
    """After thousands of cancelled calls, waiting and running, the pool still works."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        for storm in range(10):
            tasks = [asyncio.create_task(send(transport, server, b"hi")) for _ in range(200)]
            for _ in range(storm):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        bodies = [b"%d" % n for n in range(2 * MAX_CONNECTIONS)]
        assert bodies == await asyncio.gather(*(send(transport, server, body) for body in bodies))
        pool = the_pool(transport)
        assert pool.taken == len(pool._idle)
        assert 0 == len(pool._waiters)
        await transport.aclose()


async def test_after_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child closes the inherited descriptors, leaves their owners alone and opens connections."""
    inherited: list[Any] = []
    monkeypatch.setattr(transport_module, "PARENT_POOLS", inherited)
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        assert b"hi" == await send(transport, server, b"hi")
        (connection,) = private(transport)._connections
        homes = private(transport)._loop_pools
        transport.after_fork()

        assert not stat.S_ISSOCK(os.fstat(connection._socket.fileno()).st_mode)
        assert [homes] == inherited
        assert b"hi" == await send(transport, server, b"hi")
        await transport.aclose()
        await homes.popitem()[1].guard.aclose()
        await asyncio.sleep(0)
    assert 2 == server.accepted


async def test_many_tasks() -> None:
    """A thousand calls share 50 connections in the order in which they came."""
    transport = Http11AsyncTransport()
    order: list[int] = []

    async def call(number: int) -> None:
        body = b"%d" % number
        assert body == await send(transport, server, body)
        order.append(number)

    async with serving(echo) as server:
        await asyncio.gather(*(call(number) for number in range(1000)))
        await transport.aclose()
    assert MAX_CONNECTIONS == server.accepted
    # Calls that had to connect first may have waited for the machine, not for a connection.
    queued = [number for number in order if number >= MAX_CONNECTIONS]
    late = [abs(place - number) for place, number in enumerate(queued, MAX_CONNECTIONS)]
    assert max(late) < 10 * MAX_CONNECTIONS


async def test_cancelled_while_writing() -> None:
    """A call that is cancelled while the server reads nothing ends at once."""
    over = threading.Event()
    transport = Http11AsyncTransport()

    def script(_: Peer) -> None:
        over.wait(20)

    async with serving(script) as server:
        task = asyncio.create_task(send(transport, server, bytes(50_000_000)))
        await until(lambda: any(each._events & WRITE for each in private(transport)._connections))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        over.set()


async def test_as_transport_of_an_httpx_client() -> None:
    """An httpx client can use it as its transport."""
    async with (
        serving(echo) as server,
        httpx.AsyncClient(transport=Http11AsyncTransport()) as client,
    ):
        assert b"hi" == (await client.post(server.url, content=b"hi")).content
