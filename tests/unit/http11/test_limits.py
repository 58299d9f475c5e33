"""Timeouts of single phases, and of a whole request."""

import asyncio
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.pool import MAX_CONNECTIONS
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.scripted_server import Peer, echo, serving
from tests.unit.http11.transport_harness import MakeTransport, TransportHarness, post, until

SHORT = 0.05


def silent(peer: Peer) -> None:
    """Read requests and never respond."""
    while peer.request() is not None:
        pass


async def test_read(harness: TransportHarness) -> None:
    """If a response does not arrive in time, its connection is closed."""
    async with serving(silent) as server:
        with pytest.raises(httpx.ReadTimeout, match=f"{server.where} did not send its whole res"):
            await harness.send(post(server.url, read=SHORT))
    assert [] == server.problems


async def test_trickle(harness: TransportHarness) -> None:
    """The limit covers the whole response, so single bytes do not extend it."""

    def script(peer: Peer) -> None:
        peer.request()
        for byte in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 10_000:
            peer.send(bytes([byte]))
            time.sleep(0.01)

    async with serving(script) as server:
        with pytest.raises(httpx.ReadTimeout):
            await harness.send(post(server.url, read=0.2))


async def test_write(harness: TransportHarness) -> None:
    """A request that the server does not read in time fails."""
    over = threading.Event()

    def script(_: Peer) -> None:
        over.wait(20)

    async with serving(script) as server:
        with pytest.raises(httpx.WriteTimeout, match=f"{server.where} did not take the request"):
            await harness.send(post(server.url, bytes(50_000_000), write=SHORT))
        over.set()


async def test_connect_name(make_transport: MakeTransport) -> None:
    """The connect timeout includes resolving the name."""
    over = threading.Event()

    def resolver(*_: object) -> list[Address]:
        over.wait(20)
        return []

    harness = make_transport(resolver=resolver)
    with pytest.raises(httpx.ConnectTimeout, match=r"no connection to kms\.test:80 in time"):
        await harness.send(post("http://kms.test/", connect=SHORT))
    over.set()


async def test_connect_tls(make_transport: MakeTransport, client_tls: ssl.SSLContext) -> None:
    """The connect timeout includes the TLS handshake."""

    def script(peer: Peer) -> None:
        peer.await_close()

    harness = make_transport(trust=Trust(client_tls))
    async with serving(script) as server:
        with pytest.raises(httpx.ConnectTimeout, match="no connection to 127"):
            await harness.send(post(server.url.replace("http", "https"), connect=SHORT))


async def test_total(harness: TransportHarness) -> None:
    """The total timeout ends a request in any phase."""
    async with serving(silent) as server:
        for total in (SHORT, 0):
            with pytest.raises((httpx.ConnectTimeout, httpx.ReadTimeout)):
                await harness.send(post(server.url, total=total))


async def test_no_limits(harness: TransportHarness) -> None:
    """Requests without limits get a response."""
    async with serving(echo) as server:
        request = post(server.url, b"x" * 200_000, pool=None, connect=None, write=None, read=None)
        assert b"x" * 200_000 == (await harness.send(request)).content
        await harness.close()


async def test_pool(harness: TransportHarness) -> None:
    """A call that gets no connection in time fails, and other calls are served."""
    release = threading.Event()

    def script(peer: Peer) -> None:
        for body in peer.requests():
            release.wait(20)
            peer.respond(body)

    async with serving(script) as server:
        with ThreadPoolExecutor(MAX_CONNECTIONS + 20) as threads:

            async def send(**limits: float) -> bytes:
                request = post(server.url, b"hi", **limits)
                return (await harness.send_beside(request, threads)).content

            busy = [asyncio.create_task(send()) for _ in range(MAX_CONNECTIONS)]
            await until(lambda: server.accepted == MAX_CONNECTIONS)
            with pytest.raises(httpx.PoolTimeout, match=r"no free connection to .+: all are busy"):
                await send(pool=SHORT)
            waiting = [asyncio.create_task(send()) for _ in range(10)]
            await until(lambda: harness.waiting == len(waiting))
            release.set()
            assert [b"hi"] * (MAX_CONNECTIONS + 10) == await asyncio.gather(*busy, *waiting)
        await harness.close()
    assert MAX_CONNECTIONS == server.accepted
