"""The transport for asyncio: cancellation, event loops, and what is left behind."""

import asyncio
import gc
import os
import ssl
import stat
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest

from smaws_kms._runtime.http11 import async_transport as transport_module
from smaws_kms._runtime.http11.async_connection import Connection
from smaws_kms._runtime.http11.async_transport import Http11AsyncTransport
from smaws_kms._runtime.http11.pool import MAX_CONNECTIONS
from smaws_kms._runtime.http11.tls import Trust
from tests.loops import loop_factory, run_on
from tests.unit.http11.scripted_server import Peer, Server, echo, serving
from tests.unit.http11.transport_harness import inside, post, until

LARGE = b"x" * 300_000


async def ask(transport: Http11AsyncTransport, server: Server, body: bytes) -> bytes:
    """Send a request and return the body of the answer."""
    response = await transport.handle_async_request(post(server.url, body))
    return await response.aread()


def the_pool(transport: Http11AsyncTransport) -> Any:
    """Return the only pool there is."""
    ((pool,),) = (home.pools.values() for home in inside(transport)._loop_pools.values())
    return pool


async def cancelled_after(turns: int, work: Coroutine[Any, Any, bytes]) -> bool:
    """Cancel some work after so many rounds of the loop; tell whether it was cancelled."""
    task = asyncio.create_task(work)
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    return task.cancelled()


async def test_cancellation(server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> None:
    """Wherever a call is cancelled, its slot comes back and the next call gets its own answer."""
    for tls in (None, server_tls):
        transport = Http11AsyncTransport(Trust(client_tls))
        async with serving(echo, tls) as server:
            for turns in range(60):
                await cancelled_after(turns, ask(transport, server, LARGE))
                body = b"%d" % turns
                assert body == await ask(transport, server, body)
                pool = the_pool(transport)
                assert pool.taken == len(pool._idle)
                if turns % 2:  # also when there is no connection to begin with
                    await transport.aclose()
            await transport.aclose()


async def test_cancelled_call_stops() -> None:
    """What is cancelled is not carried on: the connection ends with the call."""
    ended = threading.Event()

    def script(peer: Peer) -> None:
        peer.request()
        peer.signal()
        assert b"" == peer.await_close()
        ended.set()

    transport = Http11AsyncTransport()
    async with serving(script) as server:
        task = asyncio.create_task(ask(transport, server, b"hi"))
        await asyncio.to_thread(server.await_signal)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(ended.wait, 20)


async def test_many_cancellations() -> None:
    """Thousands of cancelled calls, waiting and under way, leave a pool that works."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        for storm in range(10):
            tasks = [asyncio.create_task(ask(transport, server, b"hi")) for _ in range(200)]
            for _ in range(storm):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        bodies = [b"%d" % n for n in range(2 * MAX_CONNECTIONS)]
        assert bodies == await asyncio.gather(*(ask(transport, server, body) for body in bodies))
        pool = the_pool(transport)
        assert pool.taken == len(pool._idle)
        assert 0 == len(pool._waiters)
        await transport.aclose()


async def test_after_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child lets go of the descriptors, leaves what holds them alone and has its own connections."""
    inherited: list[Any] = []
    monkeypatch.setattr(transport_module, "PARENT_POOLS", inherited)
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        assert b"hi" == await ask(transport, server, b"hi")
        (connection,) = inside(transport)._connections
        homes = inside(transport)._loop_pools
        transport.after_fork()

        assert not stat.S_ISSOCK(os.fstat(connection._socket.fileno()).st_mode)
        assert [homes] == inherited
        assert b"hi" == await ask(transport, server, b"hi")
        await transport.aclose()
        await homes.popitem()[1].guard.aclose()
        await asyncio.sleep(0)
    assert 2 == server.accepted


async def test_many_tasks() -> None:
    """A thousand calls share 50 connections, first come, first served."""
    transport = Http11AsyncTransport()
    order: list[int] = []

    async def call(number: int) -> None:
        body = b"%d" % number
        assert body == await ask(transport, server, body)
        order.append(number)

    async with serving(echo) as server:
        await asyncio.gather(*(call(number) for number in range(1000)))
        await transport.aclose()
    assert MAX_CONNECTIONS == server.accepted
    # Those that had to connect first may have waited for the machine, not for their turn.
    queued = [number for number in order if number >= MAX_CONNECTIONS]
    late = [abs(place - number) for place, number in enumerate(queued, MAX_CONNECTIONS)]
    assert max(late) < 10 * MAX_CONNECTIONS


async def test_turn_that_comes_too_late() -> None:
    """A turn that comes together with the cancellation is passed on, connection or slot."""
    for ends in (b"keeps", b"closes"):

        def script(peer: Peer) -> None:
            for body in peer.requests():
                peer.answer(body, b"Connection: close\r\n" if body == b"closes" else b"")

        transport = Http11AsyncTransport()
        async with serving(script) as server:
            await ask(transport, server, b"first")
            pool = the_pool(transport)
            pool._limit = 1
            lease = pool.acquire()
            connection = lease.connection
            assert isinstance(connection, Connection)
            waiting = [asyncio.create_task(ask(transport, server, b"next")) for _ in range(2)]
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


async def test_turn_without_limit() -> None:
    """Who sets no limit waits for a connection as long as it takes, and may be given up all the same."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await ask(transport, server, b"first")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()
        assert await cancelled_after(1, ask(transport, server, b"given up"))
        request = post(server.url, b"next", pool=None)
        waiting = asyncio.create_task(transport.handle_async_request(request))
        await until(lambda: pool._waiters)
        pool.release(lease)
        assert b"next" == await (await waiting).aread()
        await transport.aclose()


async def test_cancelled_and_too_late() -> None:
    """A call that is cancelled in the moment in which its time for waiting ends takes no slot along."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await ask(transport, server, b"first")
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


async def test_turn_with_a_connection_that_closed() -> None:
    """Who is handed a connection that closes in the same moment opens another."""
    transport = Http11AsyncTransport()
    async with serving(echo) as server:
        await ask(transport, server, b"first")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()
        connection = lease.connection
        assert isinstance(connection, Connection)
        waiting = asyncio.create_task(ask(transport, server, b"next"))
        await asyncio.sleep(0)
        pool.release(lease)
        connection.close()
        assert b"next" == await waiting
        await transport.aclose()
    assert 2 == server.accepted


async def test_cancelled_while_writing() -> None:
    """A call that is cancelled while the server takes nothing ends at once."""
    over = threading.Event()
    transport = Http11AsyncTransport()

    def script(_: Peer) -> None:
        over.wait(20)

    async with serving(script) as server:
        task = asyncio.create_task(ask(transport, server, bytes(50_000_000)))
        await until(lambda: any(each._paused for each in inside(transport)._connections))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        over.set()


def in_threads(*functions: Callable[[], None]) -> None:
    """Run functions at the same time, and hear of what they raise."""
    problems: list[BaseException] = []

    def run(function: Callable[[], None]) -> None:
        try:
            function()
        except BaseException as problem:  # noqa: BLE001 - told below
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == problems


def served(use: Callable[[Server], None]) -> Server:
    """Use a server from outside any event loop."""
    server = Server(echo, None)
    server.start()
    use(server)
    gc.collect()
    server.stop()
    return server


def test_loops_in_turn(loop: str) -> None:
    """One transport serves one event loop after another, and nothing is left of those before."""
    transport = Http11AsyncTransport()

    async def calls() -> None:
        for _ in range(3):
            assert b"hi" == await ask(transport, server, b"hi")

    server: Server

    def use(running: Server) -> None:
        nonlocal server
        server = running
        for _ in range(3):
            run_on(loop, calls())
        assert 1 == len(inside(transport)._loop_pools)

    assert 3 == served(use).accepted


def test_loops_at_once(loop: str) -> None:
    """One transport serves two event loops in two threads, each with connections of its own."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        async def calls(name: bytes) -> None:
            for number in range(50):
                bodies = [b"%b-%d-%d" % (name, number, each) for each in range(4)]
                assert bodies == await asyncio.gather(
                    *(ask(transport, server, body) for body in bodies)
                )

        in_threads(lambda: run_on(loop, calls(b"one")), lambda: run_on(loop, calls(b"other")))

    assert 8 == served(use).accepted


def test_closed_from_another_loop(loop: str) -> None:
    """Closing on one event loop has the connections of another closed there."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        closed, done = threading.Event(), threading.Event()

        async def other() -> None:
            await ask(transport, server, b"hi")
            (connection,) = inside(transport)._connections
            done.set()
            await asyncio.to_thread(closed.wait, 20)
            await until(lambda: connection._closed)

        async def closing() -> None:
            await asyncio.to_thread(done.wait, 20)
            await transport.aclose()
            closed.set()

        in_threads(lambda: run_on(loop, other()), lambda: run_on(loop, closing()))

    assert 1 == served(use).accepted


def test_loop_without_farewell(loop: str) -> None:
    """A loop that was closed without shutting anything down is forgotten when there is another."""
    transport = Http11AsyncTransport()

    def use(server: Server) -> None:
        first = loop_factory(loop)()
        first.run_until_complete(ask(transport, server, b"hi"))
        (connection,) = inside(transport)._connections
        connection.close()
        first.run_until_complete(asyncio.sleep(0))
        first.close()
        run_on(loop, ask(transport, server, b"hi"))
        assert first not in inside(transport)._loop_pools

    assert 2 == served(use).accepted


def test_forgotten_transport(loop: str) -> None:
    """A transport that nobody holds any more closes its connections, also while the loop runs."""

    def use(server: Server) -> None:
        async def forget() -> None:
            transport = Http11AsyncTransport()
            await ask(transport, server, b"hi")
            (connection,) = inside(transport)._connections
            del transport
            await until(lambda: connection._closed)

        run_on(loop, forget())

    assert 1 == served(use).accepted


async def test_stands_in_for_httpx() -> None:
    """It is a transport like any other for a client of httpx."""
    async with (
        serving(echo) as server,
        httpx.AsyncClient(transport=Http11AsyncTransport()) as client,
    ):
        assert b"hi" == (await client.post(server.url, content=b"hi")).content
