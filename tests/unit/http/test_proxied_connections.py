"""Connections through a proxy: cancellation, forks, several loops."""

import asyncio
import os
import ssl
import threading
import time
from collections.abc import Generator
from typing import Any, Final

import pytest
import trio

from smaws_kms._runtime.http.proxied_senders import (
    AsyncProxiedSender,
    SyncProxiedSender,
)
from smaws_kms._runtime.http.senders import SyncSender
from smaws_kms._runtime.http11 import Http11AsyncTransport, Http11Transport, Http11TrioTransport
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import Trust
from tests.forks import Child
from tests.loops import on_loop, run_on
from tests.unit.http.proxy_servers import http_proxy
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, Server, echo
from tests.unit.http11.transport_harness import private

_CANCELLATIONS: Final = int(os.environ.get("SMAWS_KMS_CANCELLATIONS", "200"))
"""10,000 in the long form."""
_REQUEST: Final = EncodedRequest(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi")


class Route:
    """An endpoint with TLS, a proxy and what trusts both."""

    def __init__(self, server: Server, proxy: Server, authority: Authority) -> None:
        scheme = proxy.url.partition(":")[0]
        self.proxy = Proxy("HTTPS_PROXY", scheme, proxy.host, proxy.port)
        self.origin = Origin(True, server.host, server.port)  # noqa: FBT003 - TLS
        context = ssl.create_default_context()
        authority.vouch_to(context)
        self.trust = Trust(context)
        self.server, self.proxy_server = server, proxy


def slow_to_one(peer: Peer) -> None:
    """Respond to all requests but those that ask for nothing."""
    for body in peer.requests():
        if body == b"no":
            peer.await_close()
            return
        peer.respond(body)


@pytest.fixture(params=["http", "https"])
def route(request: pytest.FixtureRequest, authority: Authority) -> Generator[Route]:
    """Provide a proxy without TLS and one with it."""
    tls = authority.server("localhost")
    with (
        serving(http_proxy([]), tls if request.param == "https" else None) as proxy,
        serving(slow_to_one, tls) as server,
    ):
        yield Route(server, proxy, authority)


def deadlines() -> Deadlines:
    """Return long limits."""
    return Deadlines(time.monotonic, pool=20, connect=20, write=20, read=20)


@pytest.mark.parametrize("loop", [on_loop("asyncio"), on_loop("uvloop")])
def test_many_cancellations(loop: str, route: Route) -> None:
    """After many cancelled calls, at every stage, the pool is empty and calls work."""
    transport = Http11AsyncTransport(route.trust)
    sender = AsyncProxiedSender(transport, route.proxy)
    never = EncodedRequest(_REQUEST.data.replace(b"hi", b"no"))

    async def cancelled(turn: int) -> None:
        task = asyncio.ensure_future(sender.send(route.origin, never, deadlines()))
        for _ in range(turn % 40):
            await asyncio.sleep(0)
        if turn % 3 == 0:
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def main() -> None:
        for start in range(0, _CANCELLATIONS, 20):
            await asyncio.gather(*map(cancelled, range(start, start + 20)))
        (pool,) = _pools(private(transport)._loop_pools)
        assert 0 == pool.taken
        for _ in range(3):
            assert b"hi" == (await sender.send(route.origin, _REQUEST, deadlines()))[1]
        assert 1 == pool.taken
        await transport.aclose()

    run_on(loop, main())


def test_many_cancellations_on_trio(route: Route) -> None:
    """After many cancelled calls, at every stage, the pool is empty and calls work."""
    transport = Http11TrioTransport(route.trust)
    sender = AsyncProxiedSender(transport, route.proxy)
    never = EncodedRequest(_REQUEST.data.replace(b"hi", b"no"))

    async def cancelled(turn: int) -> None:
        with trio.move_on_after(0.001 * (turn % 40)) as scope:
            await sender.send(route.origin, never, deadlines())
        assert scope.cancelled_caught

    async def main() -> None:
        for start in range(0, _CANCELLATIONS, 20):
            async with trio.open_nursery() as nursery:
                for turn in range(start, start + 20):
                    nursery.start_soon(cancelled, turn)
        assert all(pool.taken == 0 for pool in _pools(private(transport)._run_pools))
        for _ in range(3):
            assert b"hi" == (await sender.send(route.origin, _REQUEST, deadlines()))[1]

    trio.run(main)


def test_loops(route: Route) -> None:
    """Each loop has connections of its own through the proxy."""
    transport = Http11AsyncTransport(route.trust)
    sender = AsyncProxiedSender(transport, route.proxy)
    bodies: list[bytes] = []

    async def main() -> None:
        bodies.extend([(await sender.send(route.origin, _REQUEST, deadlines()))[1] for _ in "123"])

    threads = [threading.Thread(target=asyncio.run, args=(main(),)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asyncio.run(main())

    assert [b"hi"] * 12 == bodies
    assert 4 == route.server.accepted == route.proxy_server.accepted


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_fork(route: Route) -> None:
    """A forked child opens a tunnel of its own, and the parent keeps its own."""
    sender = SyncProxiedSender(transport := Http11Transport(route.trust), route.proxy)
    bodies = [sender.send(route.origin, _REQUEST, deadlines())[1]]

    def thrice() -> list[bytes]:
        return [sender.send(route.origin, _REQUEST, deadlines())[1] for _ in range(3)]

    child = Child(lambda: [b"hi"] * 3 == thrice())
    bodies += thrice()
    fine = child.is_fine()
    transport.close()

    assert fine
    assert [b"hi"] * 4 == bodies
    assert 2 == route.server.accepted
    assert [] == route.server.problems  # such as a bad record of TLS


def test_pools() -> None:
    """Connections through different proxies, and without one, are never exchanged."""
    transport = Http11Transport(Trust())
    with serving(echo) as server, serving(http_proxy([])) as one, serving(http_proxy([])) as two:
        origin = Origin(False, server.host, server.port)  # noqa: FBT003 - no TLS
        proxies = [Proxy("P", "http", proxy.host, proxy.port) for proxy in (one, two)]
        senders: list[SyncSender] = [
            transport,
            *(SyncProxiedSender(transport, proxy) for proxy in proxies),
        ]
        for _ in range(2):
            for sender in senders:
                assert b"hi" == sender.send(origin, _REQUEST, deadlines())[1]
        transport.close()

    assert (3, 1, 1) == (server.accepted, one.accepted, two.accepted)


def _pools(homes: Any) -> list[Any]:
    return [pool for home in homes.values() for pool in home.pools.values()]
