"""The transport on trio: reuse, waiting for a slot, cancellation, deadlines and the end of a run."""

import gc
import ssl
import threading
import time
from typing import Any

import pytest
import trio
import trio.testing

from smaws_kms._runtime.http11.errors import (
    CouldNotConnect,
    NotSent,
    PoolTookTooLong,
    ReadTookTooLong,
    WriteTookTooLong,
)
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.trio_transport import Http11TrioTransport
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http.single_requests import serving
from tests.unit.http11.scripted_server import Peer, Server, echo
from tests.unit.http11.transport_harness import private

LARGE = bytes(20_000_000)


async def send(
    transport: Http11TrioTransport, server: Server, body: bytes = b"hi", **limits: float | None
) -> bytes:
    """Send a request and return the body of its response."""
    origin = Origin(server.url.startswith("https"), server.host, server.port)
    request = EncodedRequest(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
    return (await transport.send(origin, request, Deadlines(time.monotonic, **limits)))[1]


def pools(transport: Http11TrioTransport) -> list[Any]:
    """Return the pools of all runs."""
    homes = private(transport)._run_pools.values()
    return [pool for home in homes for pool in home.pools.values()]


def test_reuse(server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> None:
    """Requests share a connection, until `aclose`; then the transport opens another."""
    transport = Http11TrioTransport(Trust(client_tls))

    async def main(server: Server) -> None:
        assert [b"hi", b"hi"] == [await send(transport, server) for _ in range(2)]
        assert 1 == server.accepted
        await transport.aclose()
        await transport.aclose()
        assert b"hi" == await send(transport, server)

    with serving(echo, server_tls) as server:
        trio.run(main, server)

    assert 2 == server.accepted


def test_runs() -> None:
    """Each run has connections of its own, which close when it ends."""
    transport = Http11TrioTransport()
    with serving(echo) as server:
        for _ in range(3):
            assert b"hi" == trio.run(send, transport, server)
            assert 1 == len(private(transport)._run_pools)

    assert 3 == server.accepted  # the server has seen all of them close


def test_dropped() -> None:
    """A transport that is dropped closes its connections, and nothing warns."""

    async def main(server: Server) -> None:
        transport = Http11TrioTransport()
        await send(transport, server)
        del transport
        gc.collect()

    with serving(echo) as server:
        trio.run(main, server)


def test_large_body() -> None:
    """A request that does not fit into the socket is written in pieces, over one connection."""
    transport = Http11TrioTransport()

    async def main(server: Server) -> None:
        for _ in range(2):
            assert len(LARGE) == len(await send(transport, server, LARGE[:4_000_000])) + 16_000_000

    with serving(echo) as server:
        trio.run(main, server)

    assert 1 == server.accepted


def silent(peer: Peer) -> None:
    """Read everything and send nothing."""
    peer.await_close()


@pytest.mark.parametrize("body", [b"hi", LARGE])
def test_deadline(body: bytes) -> None:
    """The deadlines of writing and of reading hold, and the connection is closed."""
    kind = ReadTookTooLong if body == b"hi" else WriteTookTooLong
    transport = Http11TrioTransport()

    def script(peer: Peer) -> None:
        peer.sock.recv(10)
        if body == b"hi":
            peer.await_close()
        else:
            done.acquire()

    async def main(server: Server) -> None:
        with pytest.raises(kind):
            await send(transport, server, body, write=0.05, read=0.05)
        done.release()
        assert 0 == pools(transport)[0].taken

    done = threading.Semaphore(0)
    with serving(script) as server:
        trio.run(main, server)


def test_waiting_for_a_slot() -> None:
    """A call waits for a slot, first in, first out, and gives up at its deadline or when cancelled."""
    transport = Http11TrioTransport()
    order: list[bytes] = []

    async def call(server: Server, body: bytes) -> None:
        order.append(await send(transport, server, body))

    async def main(server: Server) -> None:
        await send(transport, server)
        (pool,) = pools(transport)
        pool._limit = 1
        lease = pool.acquire()
        with pytest.raises(PoolTookTooLong):
            await send(transport, server, pool=0.01)
        with trio.move_on_after(0.01) as scope:
            await send(transport, server)
        assert scope.cancelled_caught
        assert 0 == len(pool._waiters)
        async with trio.open_nursery() as nursery:
            for body in (b"1", b"2", b"3"):
                nursery.start_soon(call, server, body)
                await trio.testing.wait_all_tasks_blocked()
            pool.release(lease)

    with serving(echo) as server:
        trio.run(main, server)

    assert [b"1", b"2", b"3"] == order
    assert 1 == server.accepted


def test_cancelled_with_a_slot() -> None:
    """A waiter that is cancelled when it has got a slot passes it on."""
    transport = Http11TrioTransport()

    async def main(server: Server) -> None:
        await send(transport, server)
        (pool,) = pools(transport)
        pool._limit = 1
        lease = pool.acquire()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(send, transport, server)
            await trio.testing.wait_all_tasks_blocked()
            nursery.cancel_scope.cancel()
            pool.release(lease)
        assert b"hi" == await send(transport, server, pool=1.0)

    with serving(echo) as server:
        trio.run(main, server)


def test_cancelled() -> None:
    """Cancelling a call closes its connection and frees its slot."""
    transport = Http11TrioTransport()

    async def main(server: Server) -> None:
        for _ in range(60):
            with trio.move_on_after(0.005):
                await send(transport, server)
        assert 0 == pools(transport)[0].taken

    with serving(silent) as server:
        trio.run(main, server)


def test_unasked_bytes() -> None:
    """Bytes that come while no request is in progress close the connection before the next one."""
    transport = Http11TrioTransport()

    def script(peer: Peer) -> None:
        for body in peer.requests():
            peer.respond(body)
            if peer.number == 0:
                asked.acquire()
                peer.respond(b"forged")
                peer.signal()

    async def main(server: Server) -> None:
        assert b"1" == await send(transport, server, b"1")
        asked.release()
        server.await_signal()
        assert b"2" == await send(transport, server, b"2")

    asked = threading.Semaphore(0)
    with serving(script) as server:
        trio.run(main, server)

    assert 2 == server.accepted


def test_refused() -> None:
    """A port without a server is an error, and frees the slot."""
    transport = Http11TrioTransport()

    async def main() -> None:
        with serving(echo) as server:
            pass
        with pytest.raises(CouldNotConnect, match=f"could not connect to {server.where}: "):
            await send(transport, server)
        assert 0 == pools(transport)[0].taken

    trio.run(main)


def test_fork() -> None:
    """A forked child has no connections, and does not touch those of the parent."""
    transport = Http11TrioTransport()

    async def main(server: Server) -> None:
        await send(transport, server)
        (pool,) = pools(transport)
        (connection,) = pool.abandon()
        after_fork_in_child()
        assert [] == pools(transport)
        assert not connection.usable()
        with pytest.raises(NotSent):
            await connection.exchange(EncodedRequest(b"x"), None, Deadlines(time.monotonic))

    with serving(echo) as server:
        trio.run(main, server)


def test_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A channel that no connection can be made of is closed."""
    transport = Http11TrioTransport()

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(transport, "_make", fail)
    with serving(echo) as server, pytest.raises(CouldNotConnect, match="MemoryError"):
        trio.run(send, transport, server)

    gc.collect()  # an open socket would warn here
