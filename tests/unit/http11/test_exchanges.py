"""Requests and answers over real connections, by both transports."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable
from errno import ECONNREFUSED, ECONNRESET

import httpx
import pytest

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.errors import (
    ClosedEarly,
    ConnectionBroke,
    Http11Error,
    Malformed,
    Unsendable,
)
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from tests.unit.http11.scripted_server import Peer, answer, echo, serving
from tests.unit.http11.transport_harness import Clock, MakeTransport, TransportHarness, post

MEGA = 1_000_000


async def test_kept(harness: TransportHarness) -> None:
    """One connection carries one request after another."""
    async with serving(echo) as server:
        bodies = [(await harness.send(post(server.url, b"%d" % n))).content for n in range(5)]
        await harness.close()

    assert [b"0", b"1", b"2", b"3", b"4"] == bodies
    assert 1 == server.accepted


async def test_response(harness: TransportHarness) -> None:
    """An answer is httpx's response, with all that httpx says there may be."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(b"HTTP/1.1 418 Tea\r\nX-A: b\r\nx-a: c\r\nContent-Length: 2\r\n\r\nhi")

    async with serving(script) as server:
        response = await harness.send(post(server.url))

    assert (418, "Tea", "HTTP/1.1") == (
        response.status_code,
        response.reason_phrase,
        response.http_version,
    )
    assert [(b"X-A", b"b"), (b"x-a", b"c"), (b"Content-Length", b"2")] == response.headers.raw
    assert b"hi" == response.content


async def test_large(harness: TransportHarness) -> None:
    """A request of 5 MB and an answer of 7 MB go through buffers that hold neither."""

    def script(peer: Peer) -> None:
        for body in peer.requests():
            peer.answer(body + bytes(2 * MEGA))

    async with serving(script) as server:
        for _ in range(2):
            response = await harness.send(post(server.url, b"x" * (5 * MEGA)))
            assert b"x" * (5 * MEGA) + bytes(2 * MEGA) == response.content
        await harness.close()
    assert 1 == server.accepted


async def test_large_over_tls(
    make_transport: MakeTransport, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    """The same over TLS."""
    harness = make_transport(trust=Trust(client_tls))
    async with serving(echo, server_tls) as server:
        for size in (0, 5 * MEGA, 3):
            assert b"x" * size == (await harness.send(post(server.url, b"x" * size))).content
        await harness.close()
    assert 1 == server.accepted


async def test_head(harness: TransportHarness) -> None:
    """The answer to HEAD has no body, and the connection stays."""

    def script(peer: Peer) -> None:
        for _ in peer.requests():
            peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")

    async with serving(script) as server:
        for _ in range(2):
            assert b"" == (await harness.send(httpx.Request("HEAD", server.url))).content
        await harness.close()
    assert 1 == server.accepted


SEEN = pytest.mark.parametrize("seen", [0, 5], ids=["at the last moment", "at once"])
"""Whether the event loop has a chance to see what comes over an idle connection."""


async def turns(number: int) -> None:
    """Let the event loop go round."""
    for _ in range(number):
        await asyncio.sleep(0)


ENDS: dict[str, tuple[bytes, bytes]] = {
    "close": (answer(b"a", b"Connection: close\r\n"), b"a"),
    "HTTP/1.0": (answer(b"a").replace(b"/1.1", b"/1.0"), b"a"),
    "no length": (b"HTTP/1.1 200 OK\r\n\r\nabc", b"abc"),
    "bytes behind": (answer(b"a") + answer(b"forged"), b"a"),
    "CR LF behind": (answer(b"a") + b"\r\n", b"a"),
}


@pytest.mark.parametrize(("data", "body"), ENDS.values(), ids=ENDS)
async def test_not_kept(data: bytes, body: bytes, harness: TransportHarness) -> None:
    """A connection that is to end, or says too much, serves nobody else."""

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
    """What comes while nobody asks is nobody's answer."""
    idle = threading.Semaphore(0)

    def script(peer: Peer) -> None:
        peer.request()
        peer.answer(b"asked for")
        idle.acquire()
        peer.send(answer(b"forged"))
        peer.signal()
        peer.await_close()

    async with serving(script) as server:
        for _ in range(3):
            assert b"asked for" == (await harness.send(post(server.url))).content
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
    """A connection that the server has closed or reset is not used again."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.answer(b"%d" % peer.number)
        end(peer)
        peer.signal()

    bodies: list[bytes] = []
    async with serving(script) as server:
        for _ in range(3):
            bodies.append((await harness.send(post(server.url))).content)
            server.await_signal()
            await turns(seen)

    assert [b"0", b"1", b"2"] == bodies


def closes(_: Peer) -> None:
    """Do nothing more."""


def resets(peer: Peer) -> None:
    """Reset."""
    peer.reset()


def sends(data: bytes, then: Callable[[Peer], None] = closes) -> Callable[[Peer], None]:
    """Send something first."""

    def send(peer: Peer) -> None:
        peer.send(data)
        then(peer)

    return send


HALF = answer(b"abc")[:-1]
NO_CHUNK = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"

FAILURES: dict[str, tuple[Callable[[Peer], None], type[Http11Error], str]] = {
    "an end before": (closes, ClosedEarly, "closed the connection before it had sent any of its"),
    "an end within": (sends(HALF), ClosedEarly, "closed the connection before it had sent all of"),
    "a reset before": (resets, ConnectionBroke, f"broke: [Errno {ECONNRESET}]"),
    "a reset within": (sends(HALF, resets), ConnectionBroke, f"broke: [Errno {ECONNRESET}]"),
    "no HTTP": (sends(b"SSH-2.0\r\n"), Malformed, "sent no valid response: what came is not HTTP"),
    "two lengths": (
        sends(answer(b"", b"Content-Length: 1\r\n")),
        Malformed,
        "sent no valid response: the length of the body cannot be told",
    ),
    "no chunk": (sends(NO_CHUNK), Malformed, "the line before a chunk is malformed"),
}


@pytest.mark.parametrize(("then", "kind", "text"), FAILURES.values(), ids=FAILURES)
async def test_failure(
    then: Callable[[Peer], None], kind: type[Http11Error], text: str, harness: TransportHarness
) -> None:
    """A failure says what happened and where, is not tried again, and leaves the pool in order."""
    seen: list[bytes] = []

    def script(peer: Peer) -> None:
        for body in peer.requests():
            seen.append(body)
            if body == b"secret":
                then(peer)
                return
            peer.answer(body)

    async with serving(script) as server:
        for _ in range(2):
            with pytest.raises(kind) as caught:
                await harness.send(post(server.url, b"secret"))
            assert server.where in str(caught.value)
            assert text in str(caught.value)
            assert b"after" == (await harness.send(post(server.url, b"after"))).content
        await harness.close()
    assert [b"secret", b"after", b"secret", b"after"] == seen


async def test_ragged_end(
    make_transport: MakeTransport, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    """Over TLS, an answer without length ends with a goodbye; a cut is no end."""

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(b"HTTP/1.1 200 OK\r\n\r\nabc")
        if peer.number == 0:
            assert isinstance(peer.sock, ssl.SSLSocket)
            peer.sock.unwrap()

    harness = make_transport(trust=Trust(client_tls))
    async with serving(script, server_tls) as server:
        assert b"abc" == (await harness.send(post(server.url))).content
        with pytest.raises(ClosedEarly, match="before it had sent all of its response"):
            await harness.send(post(server.url))


@pytest.mark.parametrize("closes_at_once", [False, True])
async def test_early_answer(closes_at_once: bool, harness: TransportHarness) -> None:  # noqa: FBT001 - a parameter of pytest
    """An answer that comes before the request is written is delivered, and the rest not sent."""
    answered = threading.Event()

    def script(peer: Peer) -> None:
        peer.sock.recv(100)
        peer.send(answer(b"too large").replace(b"200", b"413"))
        if not closes_at_once:
            answered.wait(20)

    async with serving(script) as server:
        for _ in range(2):
            # More than the buffers of both sides can hold.
            response = await harness.send(post(server.url, bytes(20 * MEGA)))
            assert (413, b"too large") == (response.status_code, response.content)
        answered.set()
    assert 2 == server.accepted


async def test_cut_while_writing(harness: TransportHarness) -> None:
    """A server that goes away in the middle of a request may have seen it."""

    def script(peer: Peer) -> None:
        peer.sock.recv(100)
        peer.reset()

    async with serving(script) as server:
        with pytest.raises((ConnectionBroke, ClosedEarly)):
            await harness.send(post(server.url, bytes(20 * MEGA)))
    assert 1 == server.accepted


async def test_refused(harness: TransportHarness) -> None:
    """A port where nobody listens is told with the system's words."""
    async with serving(echo) as server:
        pass
    with pytest.raises(httpx.ConnectError) as caught:
        await harness.send(post(server.url))

    assert str(caught.value).startswith(
        f"could not connect to {server.where}: [Errno {ECONNREFUSED}]"
    )


async def test_names(make_transport: MakeTransport) -> None:
    """Names that do not resolve, or cannot even be looked up, are told."""

    class Resolver:
        def __init__(self, problem: Exception | None) -> None:
            self._problem = problem

        def __call__(self, *_: object) -> list[Address]:
            if self._problem is not None:
                raise self._problem
            return []

    for problem, text in (
        (OSError(-2, "Name or service not known"), "Name or service not known"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "Temporary failure"),
        (OSError(), "OSError$"),
        (UnicodeError("label too long"), "the host is no valid name"),
        (OverflowError("getsockaddrarg: port must be 0-65535."), "the port is not between"),
        (NoThreadError("no thread can be started"), "no thread can be started"),
        (ValueError("secret"), "ValueError$"),
        (LookupError("secret"), "LookupError$"),
        (None, "the name has no address"),
    ):
        harness = make_transport(resolver=Resolver(problem))
        with pytest.raises(httpx.ConnectError, match=f"could not connect to kms.test:80: .*{text}"):
            await harness.send(post("http://kms.test/"))


async def test_unsendable(harness: TransportHarness) -> None:
    """What cannot be sent is refused before anybody is connected to."""
    request = httpx.Request("POST", "http://127.0.0.1:9/", headers={"X": "a\nb"})

    with pytest.raises(Unsendable):
        await harness.send(request)
    with pytest.raises(httpx.UnsupportedProtocol):
        await harness.send(httpx.Request("POST", "ftp://127.0.0.1/"))


async def test_old_connections(make_transport: MakeTransport) -> None:
    """A connection that has been idle for too long is replaced."""
    clock = Clock()
    harness = make_transport(clock=clock)
    async with serving(echo) as server:
        for _ in range(3):
            await harness.send(post(server.url))
            clock.now += 13
        await harness.close()
    assert 3 == server.accepted


async def test_used_after_closing(harness: TransportHarness) -> None:
    """A transport that was closed opens new connections when it is used again."""
    async with serving(echo) as server:
        for _ in range(2):
            await harness.send(post(server.url))
            await harness.close()
            assert 0 == harness.connections
    assert 2 == server.accepted


async def test_origins(harness: TransportHarness) -> None:
    """Connections are used for whom they lead to."""
    async with serving(echo) as one, serving(echo) as other:
        for server in (one, other, one, other):
            assert b"hi" == (await harness.send(post(server.url, b"hi"))).content
        await harness.close()
    assert (1, 1) == (one.accepted, other.accepted)


async def test_decompression_in_pieces(harness: TransportHarness) -> None:
    """A large body comes in pieces, so that whoever unpacks it can stop in time."""
    async with serving(echo) as server:
        response = await harness.send(post(server.url, b"x" * 200_000))
        await harness.close()

    assert not isinstance(response.stream, httpx.ByteStream)
    assert b"x" * 200_000 == response.content
