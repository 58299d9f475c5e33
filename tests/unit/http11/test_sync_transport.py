"""The blocking transport: threads, time limits, and release of what it holds."""

import asyncio
import gc
import select
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from smaws_kms._runtime.http11.pool import MAX_CONNECTIONS
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.httpx_transports import Http11Transport
from tests.unit.http11.scripted_server import echo, serving
from tests.unit.http11.sync_requests import send, the_pool
from tests.unit.http11.transport_harness import Clock, post, private


async def test_threads() -> None:
    """64 threads share 50 connections, and each gets its own responses."""
    transport = Http11Transport()

    def calls(name: int) -> None:
        for number in range(20):
            body = b"%d-%d" % (name, number)
            assert body == send(transport, server, body)

    async with serving(echo) as server:
        with ThreadPoolExecutor(64) as threads:
            list(threads.map(calls, range(64)))
        pool = the_pool(transport)
        assert pool.taken == len(pool._idle)
        transport.close()
    assert server.accepted <= MAX_CONNECTIONS


async def test_after_fork() -> None:
    """A child closes its copies of the connections, and opens its own."""
    transport = Http11Transport()
    async with serving(echo) as server:
        assert b"hi" == send(transport, server, b"hi")
        (connection,) = the_pool(transport).abandon()
        transport.after_fork()

        assert -1 == connection._socket.fileno()
        assert b"hi" == send(transport, server, b"hi")
        transport.close()
    assert 2 == server.accepted


async def test_waiters_are_served() -> None:
    """A waiter gets a working connection, or a slot to open one."""
    transport = Http11Transport()
    async with serving(echo) as server:
        send(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        for fate in ("kept", "closed by the server", "not reusable"):
            lease = pool.acquire()
            connection = lease.connection
            assert isinstance(connection, SyncConnection)
            with ThreadPoolExecutor(1) as threads:
                waiting = threads.submit(send, transport, server, b"next")
                while not pool._waiters:
                    pass
                if fate == "closed by the server":
                    connection.usable = lambda: False  # type: ignore[method-assign]
                connection.reusable = fate != "not reusable"
                with private(transport)._lock:
                    pool.release(lease)
                assert b"next" == waiting.result(20), fate
        transport.close()
    assert 3 == server.accepted


async def test_no_time_for_tls(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If connecting took all the time, the TLS handshake does not start."""
    clock = Clock()
    connect = socket.socket.connect_ex

    def slowly(sock: socket.socket, where: tuple[str, int]) -> int:
        clock.now += 10
        return connect(sock, where)

    monkeypatch.setattr("socket.socket.connect_ex", slowly)
    transport = Http11Transport(Trust(client_tls), clock=clock)
    async with serving(echo, server_tls) as server:
        with pytest.raises(httpx.ConnectTimeout):
            transport.handle_request(post(server.url, connect=10))


async def test_ticket_on_an_idle_connection(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session ticket on an idle connection does not close it."""
    transport = Http11Transport(Trust(client_tls))

    class Ready:
        """Reports that the socket is readable."""

        def poll(self, _: int) -> list[tuple[int, int]]:
            """Return a readable event."""
            return [(0, select.POLLIN)]

    async with serving(echo, server_tls) as server:
        send(transport, server, b"hi")
        (connection,) = the_pool(transport).abandon()
        with monkeypatch.context() as patch:
            patch.setattr(connection, "_readable", Ready())
            assert connection.usable()
        assert b"hi" == send(transport, server, b"hi")
        transport.close()
    assert 1 == server.accepted


async def test_half_a_record(
    server_tls: ssl.SSLContext, client_tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If only part of a TLS record arrived, the rest is awaited."""
    transport = Http11Transport(Trust(client_tls))
    receive = ssl.SSLSocket.recv
    looked: list[int] = []

    def half(sock: ssl.SSLSocket, size: int) -> bytes:
        if sock.server_side or size == 1:  # Python itself polls a new socket
            return receive(sock, size)
        looked.append(size)
        if len(looked) == 1:
            raise ssl.SSLWantReadError
        return receive(sock, size)

    monkeypatch.setattr(ssl.SSLSocket, "recv", half)
    async with serving(echo, server_tls) as server:
        assert b"hi" == send(transport, server, b"hi")
        transport.close()
    assert len(looked) > 1


async def test_forgotten_transport() -> None:
    """A transport that is garbage-collected closes its connections."""
    async with serving(echo) as server:
        transport = Http11Transport()
        send(transport, server, b"hi")
        del transport
        gc.collect()
    assert 1 == server.accepted


async def test_as_transport_of_an_httpx_client() -> None:
    """An httpx client can use it as its transport."""
    async with serving(echo) as server:
        with httpx.Client(transport=Http11Transport()) as client:
            received = await asyncio.to_thread(client.post, server.url, content=b"hi")
    assert b"hi" == received.content


def test_no_thread_is_left() -> None:
    """Blocking calls leave no thread behind."""
    before = threading.active_count()
    transport = Http11Transport()
    with pytest.raises(httpx.ConnectError):
        transport.handle_request(post("http://127.0.0.1:1/"))

    assert before == threading.active_count()
