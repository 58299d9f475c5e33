"""When both transports send the next request over the same connection."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from tests.unit.http11.scripted_server import Peer, echo, response_bytes, serving
from tests.unit.http11.transport_harness import Clock, MakeTransport, TransportHarness, post

MEGA = 1_000_000


async def test_kept(harness: TransportHarness) -> None:
    """One connection carries one request after another."""
    async with serving(echo) as server:
        bodies = [(await harness.send(post(server.url, b"%d" % n))).content for n in range(5)]
        await harness.close()

    assert [b"0", b"1", b"2", b"3", b"4"] == bodies
    assert 1 == server.accepted


SEEN = pytest.mark.parametrize("seen", [0, 5], ids=["at the last moment", "at once"])
"""Whether the event loop can notice bytes on an idle connection before its reuse."""


async def turns(number: int) -> None:
    """Let the event loop run a few iterations."""
    for _ in range(number):
        await asyncio.sleep(0)


ENDS: dict[str, tuple[bytes, bytes]] = {
    "close": (response_bytes(b"a", b"Connection: close\r\n"), b"a"),
    "HTTP/1.0": (response_bytes(b"a").replace(b"/1.1", b"/1.0"), b"a"),
    "no length": (b"HTTP/1.1 200 OK\r\n\r\nabc", b"abc"),
    "bytes behind": (response_bytes(b"a") + response_bytes(b"forged"), b"a"),
    "CR LF behind": (response_bytes(b"a") + b"\r\n", b"a"),
}


@pytest.mark.parametrize(("data", "body"), ENDS.values(), ids=ENDS)
async def test_not_kept(data: bytes, body: bytes, harness: TransportHarness) -> None:
    """A connection that is to close, or that sent extra bytes, is not reused."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(data)
        if b"Length" in data:
            assert b"" == peer.await_close()

    async with serving(script) as server:
        for _ in range(2):
            assert body == (await harness.send(post(server.url))).content
    assert [] == server.problems
    assert 2 == server.accepted


@SEEN
async def test_later_bytes(seen: int, harness: TransportHarness) -> None:
    """Bytes that arrive on an idle connection are never taken for a response."""
    idle = threading.Semaphore(0)

    def script(peer: Peer) -> None:
        peer.request()
        peer.respond(b"requested")
        idle.acquire()
        peer.send(response_bytes(b"forged"))
        peer.signal()
        peer.await_close()

    async with serving(script) as server:
        for _ in range(3):
            assert b"requested" == (await harness.send(post(server.url))).content
            idle.release()
            server.await_signal()
            await turns(seen)
        await harness.close()
    assert 3 == server.accepted


@SEEN
@pytest.mark.parametrize("end", [Peer.close, Peer.reset])
async def test_ended_while_idle(
    end: Callable[[Peer], None], seen: int, harness: TransportHarness
) -> None:
    """A connection that the server closed or reset is not reused."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.respond(b"%d" % peer.number)
        end(peer)
        peer.signal()

    bodies: list[bytes] = []
    async with serving(script) as server:
        for _ in range(3):
            bodies.append((await harness.send(post(server.url))).content)
            server.await_signal()
            await turns(seen)

    assert [b"0", b"1", b"2"] == bodies


async def test_old_connections(make_transport: MakeTransport) -> None:
    """A connection that was idle for too long is replaced."""
    clock = Clock()
    harness = make_transport(clock=clock)
    async with serving(echo) as server:
        for _ in range(3):
            await harness.send(post(server.url))
            clock.now += 13
        await harness.close()
    assert 3 == server.accepted


async def test_used_after_closing(harness: TransportHarness) -> None:
    """A closed transport opens new connections when it is used again."""
    async with serving(echo) as server:
        for _ in range(2):
            await harness.send(post(server.url))
            await harness.close()
            assert 0 == harness.connections
    assert 2 == server.accepted
