"""Requests that fail: refused, cut, early and malformed responses, by both transports."""

import ssl
import threading
from collections.abc import Callable
from errno import ECONNREFUSED, ECONNRESET

import httpx
import pytest

from smaws_kms._runtime.http11.errors import ClosedEarly, ConnectionBroke, Http11Error, Malformed
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.scripted_server import Peer, echo, response_bytes, serving
from tests.unit.http11.transport_harness import MakeTransport, TransportHarness, post

MEGA = 1_000_000


def closes(_: Peer) -> None:
    """Do nothing, so that the server closes the connection."""


def resets(peer: Peer) -> None:
    """Reset the connection."""
    peer.reset()


def sends(data: bytes, then: Callable[[Peer], None] = closes) -> Callable[[Peer], None]:
    """Send bytes before something else."""

    def send(peer: Peer) -> None:
        peer.send(data)
        then(peer)

    return send


HALF = response_bytes(b"abc")[:-1]
NO_CHUNK = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"

FAILURES: dict[str, tuple[Callable[[Peer], None], type[Http11Error], str]] = {
    "an end before": (closes, ClosedEarly, "closed the connection before it had sent any of its"),
    "an end within": (sends(HALF), ClosedEarly, "closed the connection before it had sent all of"),
    "a reset before": (resets, ConnectionBroke, f"broke: [Errno {ECONNRESET}]"),
    "a reset within": (sends(HALF, resets), ConnectionBroke, f"broke: [Errno {ECONNRESET}]"),
    "no HTTP": (
        sends(b"SSH-2.0\r\n"),
        Malformed,
        "sent no valid response: the first bytes are not HTTP",
    ),
    "two lengths": (
        sends(response_bytes(b"", b"Content-Length: 1\r\n")),
        Malformed,
        "sent no valid response: Content-Length is not one whole number",
    ),
    "no chunk": (sends(NO_CHUNK), Malformed, "the line before a chunk is malformed"),
}


@pytest.mark.parametrize(("then", "kind", "text"), FAILURES.values(), ids=FAILURES)
async def test_failure(
    then: Callable[[Peer], None], kind: type[Http11Error], text: str, harness: TransportHarness
) -> None:
    """An error says what failed and where; the request is not repeated, and the pool stays consistent."""
    seen: list[bytes] = []

    def script(peer: Peer) -> None:
        for body in peer.requests():
            seen.append(body)
            if body == b"secret":
                then(peer)
                return
            peer.respond(body)

    async with serving(script) as server:
        for _ in range(2):
            with pytest.raises(kind) as caught:
                await harness.send(post(server.url, b"secret"))
            assert server.where in str(caught.value)
            assert text in str(caught.value)
            assert b"after" == (await harness.send(post(server.url, b"after"))).content
        await harness.close()
    assert [b"secret", b"after", b"secret", b"after"] == seen


async def test_end_without_close_notify(
    make_transport: MakeTransport, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    """Over TLS, a response without length must end with close_notify."""

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
async def test_early_response(closes_at_once: bool, harness: TransportHarness) -> None:  # noqa: FBT001 - a parameter of pytest
    """A response that arrives before the request is written is returned, and the rest not sent."""
    received = threading.Event()

    def script(peer: Peer) -> None:
        peer.sock.recv(100)
        peer.send(response_bytes(b"too large").replace(b"200", b"413"))
        if not closes_at_once:
            received.wait(20)

    async with serving(script) as server:
        for _ in range(2):
            # More than fits into the buffers of both sides.
            response = await harness.send(post(server.url, bytes(20 * MEGA)))
            assert (413, b"too large") == (response.status_code, response.content)
        received.set()
    assert 2 == server.accepted


async def test_cut_while_writing(harness: TransportHarness) -> None:
    """If the server closes during a write, the error says that it may have seen the request."""

    def script(peer: Peer) -> None:
        peer.sock.recv(100)
        peer.reset()

    async with serving(script) as server:
        with pytest.raises((ConnectionBroke, ClosedEarly)):
            await harness.send(post(server.url, bytes(20 * MEGA)))
    assert 1 == server.accepted


async def test_refused(harness: TransportHarness) -> None:
    """The error for a refused connection has the system's text."""
    async with serving(echo) as server:
        pass
    with pytest.raises(httpx.ConnectError) as caught:
        await harness.send(post(server.url))

    assert str(caught.value).startswith(
        f"could not connect to {server.where}: [Errno {ECONNREFUSED}]"
    )
