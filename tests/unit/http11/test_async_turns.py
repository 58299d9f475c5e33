"""The transport for asyncio: tasks that wait for a connection."""

import asyncio

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from tests.unit.http11.async_requests import cancelled_after, send, the_pool
from tests.unit.http11.httpx_transports import Http11AsyncTransport
from tests.unit.http11.scripted_server import Peer, echo, serving
from tests.unit.http11.transport_harness import post, until


async def test_served_while_cancelled() -> None:
    """If a waiter is cancelled just when it is served, its connection or slot is passed on."""
    for ends in (b"keeps", b"closes"):

        def script(peer: Peer) -> None:
            for body in peer.requests():
                peer.respond(body, b"Connection: close\r\n" if body == b"closes" else b"")

        transport = Http11AsyncTransport()
        async with serving(script) as server:
            await send(transport, server, b"first")
            pool = the_pool(transport)
            pool._limit = 1
            lease = pool.acquire()
            connection = lease.connection
            assert isinstance(connection, AsyncConnection)
            waiting = [asyncio.create_task(send(transport, server, b"next")) for _ in range(2)]
            await asyncio.sleep(0)
            if ends == b"closes":
                connection.close()
                connection.reusable = False
            pool.release(lease)
            waiting[0].cancel()
            await asyncio.wait(waiting)
            assert waiting[0].cancelled()
            assert b"next" == waiting[1].result()
            await transport.aclose()


async def test_wait_without_limit() -> None:
    """Without a limit, a call waits for a connection until one is free, and can be cancelled."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await send(transport, server, b"first")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()
        assert await cancelled_after(1, send(transport, server, b"given up"))
        request = post(server.url, b"next", pool=None)
        waiting = asyncio.create_task(transport.handle_async_request(request))
        await until(lambda: pool._waiters)
        pool.release(lease)
        assert b"next" == await (await waiting).aread()
        await transport.aclose()


async def test_cancelled_and_too_late() -> None:
    """A call that is cancelled at the moment of its timeout keeps no slot."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await send(transport, server, b"first")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()
        request = post(server.url, b"next", pool=1000)
        waiting = asyncio.create_task(transport.handle_async_request(request))
        await until(lambda: pool._waiters)
        (waiter,) = pool._waiters
        waiter(None)
        waiting.cancel()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        pool.release(lease)
        assert (1, 1, 0) == (pool.taken, len(pool._idle), len(pool._waiters))
        await transport.aclose()


async def test_served_with_a_closed_connection() -> None:
    """A waiter whose connection closes during the hand-over opens another one."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await send(transport, server, b"first")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()
        connection = lease.connection
        assert isinstance(connection, AsyncConnection)
        waiting = asyncio.create_task(send(transport, server, b"next"))
        await asyncio.sleep(0)
        pool.release(lease)
        connection.close()
        assert b"next" == await waiting
        await transport.aclose()
    assert 2 == server.accepted
