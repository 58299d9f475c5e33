"""Requests and responses over real connections, by both transports."""

import socket
import ssl

import httpx
import pytest

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.errors import Unsendable
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from tests.unit.http11.scripted_server import Peer, echo, serving
from tests.unit.http11.transport_harness import MakeTransport, TransportHarness, post

MEGA = 1_000_000


async def test_response(harness: TransportHarness) -> None:
    """A response has all attributes and extensions that httpx documents."""

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
    """A request of 5 MB and a response of 7 MB pass through smaller buffers."""

    def script(peer: Peer) -> None:
        for body in peer.requests():
            peer.respond(body + bytes(2 * MEGA))

    async with serving(script) as server:
        for _ in range(2):
            response = await harness.send(post(server.url, b"x" * (5 * MEGA)))
            assert b"x" * (5 * MEGA) + bytes(2 * MEGA) == response.content
        await harness.close()
    assert 1 == server.accepted


async def test_large_over_tls(
    make_transport: MakeTransport, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    """Large bodies also pass over TLS."""
    harness = make_transport(trust=Trust(client_tls))
    async with serving(echo, server_tls) as server:
        for size in (0, 5 * MEGA, 3):
            assert b"x" * size == (await harness.send(post(server.url, b"x" * size))).content
        await harness.close()
    assert 1 == server.accepted


async def test_head(harness: TransportHarness) -> None:
    """The response to HEAD has no body, and the connection is kept."""

    def script(peer: Peer) -> None:
        for _ in peer.requests():
            peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")

    async with serving(script) as server:
        for _ in range(2):
            assert b"" == (await harness.send(httpx.Request("HEAD", server.url))).content
        await harness.close()
    assert 1 == server.accepted


async def test_names(make_transport: MakeTransport) -> None:
    """Names that do not resolve, or that are no valid names, are errors that show the name."""

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
        (UnicodeError("label too long"), "the host is not a valid name"),
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
    """A request that cannot be encoded is refused before connecting."""
    request = httpx.Request("POST", "http://127.0.0.1:9/", headers={"X": "a\nb"})

    with pytest.raises(Unsendable):
        await harness.send(request)
    with pytest.raises(httpx.UnsupportedProtocol):
        await harness.send(httpx.Request("POST", "ftp://127.0.0.1/"))


async def test_origins(harness: TransportHarness) -> None:
    """A connection is only used for its own origin."""
    async with serving(echo) as one, serving(echo) as other:
        for server in (one, other, one, other):
            assert b"hi" == (await harness.send(post(server.url, b"hi"))).content
        await harness.close()
    assert (1, 1) == (one.accepted, other.accepted)


async def test_decompression_in_pieces(harness: TransportHarness) -> None:
    """A large body arrives in pieces, so that a decompressor can stop early."""
    async with serving(echo) as server:
        response = await harness.send(post(server.url, b"x" * 200_000))
        await harness.close()

    assert not isinstance(response.stream, httpx.ByteStream)
    assert b"x" * 200_000 == response.content
