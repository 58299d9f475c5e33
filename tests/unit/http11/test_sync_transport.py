"""The blocking transport: threads, interrupts, and what is left behind."""

import asyncio
import gc
import select
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import httpx
import pytest

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.pool import MAX_CONNECTIONS
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from smaws_kms._runtime.http11.sync_transport import Http11Transport
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.scripted_server import Server, echo, serving
from tests.unit.http11.transport_harness import Clock, inside, post


def ask(transport: Http11Transport, server: Server, body: bytes) -> bytes:
    """Send a request and return the body of the answer."""
    return transport.handle_request(post(server.url, body)).read()


def the_pool(transport: Http11Transport) -> Any:
    """Return the only pool there is."""
    (pool,) = inside(transport)._pools.values()
    return pool


async def test_threads() -> None:
    """64 threads share 50 connections, and each gets its own answers."""
    transport = Http11Transport()

    def calls(name: int) -> None:
        for number in range(20):
            body = b"%d-%d" % (name, number)
            assert body == ask(transport, server, body)

    async with serving(echo) as server:
        with ThreadPoolExecutor(64) as threads:
            list(threads.map(calls, range(64)))
        pool = the_pool(transport)
        assert pool.taken == len(pool._idle)
        transport.close()
    assert server.accepted <= MAX_CONNECTIONS


async def test_after_fork() -> None:
    """A child closes its ends of the connections, and has its own."""
    transport = Http11Transport()
    async with serving(echo) as server:
        assert b"hi" == ask(transport, server, b"hi")
        (connection,) = the_pool(transport)._idle
        transport.after_fork()

        assert -1 == connection._socket.fileno()
        assert b"hi" == ask(transport, server, b"hi")
        transport.close()
    assert 2 == server.accepted


async def test_interrupt_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends the call and its connection, and the next call works."""
    transport = Http11Transport()
    with monkeypatch.context() as patch:
        async with serving(echo) as server:
            patch.setattr(SyncConnection, "_read", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                ask(transport, server, b"hi")
            patch.undo()
            assert b"hi" == ask(transport, server, b"hi")
            pool = the_pool(transport)
            assert pool.taken == len(pool._idle)
            transport.close()
    assert 2 == server.accepted


async def test_interrupt_while_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt while connecting gives the slot back."""
    transport = Http11Transport()
    with monkeypatch.context() as patch:
        async with serving(echo) as server:
            patch.setattr("socket.socket.connect", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                ask(transport, server, b"hi")
            patch.undo()
            assert 0 == the_pool(transport).taken


@pytest.mark.parametrize("late", ["nothing", "a connection", "a slot"])
async def test_interrupt_while_waiting(late: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt while waiting leaves the queue, and passes on what came in the same moment."""
    transport = Http11Transport()
    async with serving(echo) as server:
        ask(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()

        class Turn(SimpleQueue[Any]):
            def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: FBT001, FBT002 - the queue's own
                if timeout is None:
                    return super().get(block)
                if late != "nothing":
                    lease.connection.reusable = late == "a connection"
                    pool.release(lease)
                raise KeyboardInterrupt

        monkeypatch.setattr("smaws_kms._runtime.http11.sync_transport.SimpleQueue", Turn)
        with pytest.raises(KeyboardInterrupt):
            ask(transport, server, b"hi")
        assert 0 == len(pool._waiters)
        assert {"nothing": (1, 0), "a connection": (1, 1), "a slot": (0, 0)}[late] == (
            pool.taken,
            len(pool._idle),
        )
        lease.connection.close()
        transport.close()


async def test_lost_while_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits, with or without a limit, gets the slot of a call that lost it without a word."""
    monkeypatch.setattr("smaws_kms._runtime.http11.sync_transport._RECLAIM_INTERVAL", 0.01)
    transport = Http11Transport()
    async with serving(echo) as server:
        ask(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        for limit in (None, 20.0):
            lease = pool.acquire()
            request = post(server.url, b"next", pool=limit)
            with ThreadPoolExecutor(1) as threads:
                waiting = threads.submit(transport.handle_request, request)
                while not pool._waiters:
                    pass
                del lease
                assert b"next" == waiting.result(20).read()
        transport.close()


async def test_turns() -> None:
    """Who waits gets a connection that works, or a slot to open one."""
    transport = Http11Transport()
    async with serving(echo) as server:
        ask(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        for fate in ("kept", "closed by the server", "not reusable"):
            lease = pool.acquire()
            connection = lease.connection
            assert isinstance(connection, SyncConnection)
            with ThreadPoolExecutor(1) as threads:
                waiting = threads.submit(ask, transport, server, b"next")
                while not pool._waiters:
                    pass
                if fate == "closed by the server":
                    connection.usable = lambda: False  # type: ignore[method-assign]
                connection.reusable = fate != "not reusable"
                with inside(transport)._lock:
                    pool.release(lease)
                assert b"next" == waiting.result(20), fate
        transport.close()
    assert 3 == server.accepted


def test_share_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that does not answer uses up its share of the time and no more."""
    limits: list[float | None] = []

    def set_limit(_: socket.socket, seconds: float | None) -> None:
        limits.append(seconds)

    module = "socket.socket"
    monkeypatch.setattr(f"{module}.settimeout", set_limit)
    monkeypatch.setattr(f"{module}.connect", _time_out)

    def resolver(host: str, port: int) -> list[Address]:
        return [Address(socket.AF_INET, (host, port))] * 4

    transport = Http11Transport(resolver=resolver, clock=lambda: 0.0)
    for limit in (8.0, None):
        with pytest.raises(httpx.ConnectError, match="timed out"):
            transport.handle_request(post("http://kms.test/", connect=limit))

    assert [2.0, 8.0 / 3, 4.0, 8.0, None, None, None, None] == limits


async def test_no_time_for_tls(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When connecting has used up the time, TLS is not even begun."""
    clock = Clock()
    connect = socket.socket.connect

    def slowly(sock: socket.socket, where: tuple[str, int]) -> None:
        connect(sock, where)
        clock.now += 10

    monkeypatch.setattr("socket.socket.connect", slowly)
    transport = Http11Transport(Trust(client_tls), clock=clock)
    async with serving(echo, server_tls) as server:
        with pytest.raises(httpx.ConnectTimeout):
            transport.handle_request(post(server.url, connect=10))


async def test_ticket_on_an_idle_connection(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What TLS itself sends over an idle connection does not end it."""
    transport = Http11Transport(Trust(client_tls))

    class Ready:
        """As if something had come."""

        def poll(self, _: int) -> list[tuple[int, int]]:
            """Say that there is something."""
            return [(0, select.POLLIN)]

    async with serving(echo, server_tls) as server:
        ask(transport, server, b"hi")
        (connection,) = the_pool(transport)._idle
        with monkeypatch.context() as patch:
            patch.setattr(connection, "_readable", Ready())
            assert connection.usable()
        assert b"hi" == ask(transport, server, b"hi")
        transport.close()
    assert 1 == server.accepted


async def test_half_a_record(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When what came is no more than a part of what TLS needs, the rest is waited for."""
    transport = Http11Transport(Trust(client_tls))
    receive = ssl.SSLSocket.recv
    looked: list[int] = []

    def half(sock: ssl.SSLSocket, size: int) -> bytes:
        if sock.server_side or size == 1:  # Python looks at a new socket itself
            return receive(sock, size)
        looked.append(size)
        if len(looked) == 1:
            raise ssl.SSLWantReadError
        return receive(sock, size)

    monkeypatch.setattr(ssl.SSLSocket, "recv", half)
    async with serving(echo, server_tls) as server:
        assert b"hi" == ask(transport, server, b"hi")
        transport.close()
    assert len(looked) > 1


async def test_forgotten_transport() -> None:
    """A transport that nobody holds any more closes its connections."""
    async with serving(echo) as server:
        transport = Http11Transport()
        ask(transport, server, b"hi")
        del transport
        gc.collect()
    assert 1 == server.accepted


async def test_stands_in_for_httpx() -> None:
    """It is a transport like any other for a client of httpx."""
    async with serving(echo) as server:
        with httpx.Client(transport=Http11Transport()) as client:
            answered = await asyncio.to_thread(client.post, server.url, content=b"hi")
    assert b"hi" == answered.content


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _time_out(*_: object) -> None:
    raise TimeoutError("timed out")


def test_no_thread_is_left() -> None:
    """Blocking calls leave no thread behind."""
    before = threading.active_count()
    transport = Http11Transport()
    with pytest.raises(httpx.ConnectError):
        transport.handle_request(post("http://127.0.0.1:1/"))

    assert before == threading.active_count()
