"""httpx's transports are made once per route, and failures name the proxy."""

import asyncio
import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import httpx
import pytest

from smaws_kms._runtime.http import stock_transports
from smaws_kms._runtime.http.httpx_transports import (
    AsyncTransportSelector,
    SyncTransportSelector,
)
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http.proxy_failures import explain
from smaws_kms._runtime.http.proxy_progress import Progress
from smaws_kms._runtime.http.stock_transports import Route, StockTransports, make_async
from smaws_kms._runtime.http11.errors import ConnectionBroke, Misconfigured
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http.single_requests import serving
from tests.unit.http11.scripted_server import Peer
from tests.unit.http11.transport_harness import until

PLAIN = Origin(secure=False, host="kms.test", port=80)
PROXY = Proxy("HTTP_PROXY", "http", "127.0.0.1", 1)


def test_route() -> None:
    """Trust roots are needed only for TLS with the endpoint or the proxy."""
    secure = Origin(secure=True, host="kms.test", port=443)
    with_tls = Proxy("HTTP_PROXY", "https", "a", 1)

    assert [False, False, True, True, True] == [
        Route.to(*pair).needs_trust
        for pair in (
            (PLAIN, None),
            (PLAIN, PROXY),
            (PLAIN, with_tls),
            (secure, None),
            (secure, PROXY),
        )
    ]


def test_once() -> None:
    """A transport is made once per route, without trust roots if there is no TLS, and again after a fork."""
    made: list[object] = []

    def make(route: Route, _: Mapping[str, Any]) -> object:
        made.append(route.proxy)
        return object()

    stock = StockTransports(Trust(environ={"AWS_CA_BUNDLE": "nowhere"}), make)
    one, other = Route.to(PLAIN, None), Route.to(PLAIN, PROXY)
    first = stock.get(one).result(20)

    assert first is stock.get(one).result(20)
    assert first is not stock.get(other).result(20)
    assert 2 == len(stock.made())
    after_fork_in_child()
    assert first is not stock.get(one).result(20)
    assert [None, PROXY, None] == made


def test_failures() -> None:
    """A failure is not cached, and its error shows only the exception's type."""
    problems: list[Exception] = [ArithmeticError("s3cret"), Misconfigured("known")]

    def make(_: Route, __: Mapping[str, Any]) -> object:
        if problems:
            raise problems.pop(0)
        return object()

    stock = StockTransports(Trust(), make)
    route = Route.to(PLAIN, None)
    with pytest.raises(
        Misconfigured, match=r"^httpx's connections cannot be made: ArithmeticError$"
    ):
        stock.get(route).result(20)
    with pytest.raises(Misconfigured, match=r"^known$"):
        stock.get(route).result(20)
    assert stock.get(route).result(20) in stock.made()


def test_without_anyio(monkeypatch: pytest.MonkeyPatch) -> None:
    """An anyio with another layout is no error."""
    monkeypatch.setitem(sys.modules, "anyio._backends._asyncio", None)
    monkeypatch.setitem(sys.modules, "trio", ModuleType("trio"))

    assert make_async(Route.to(PLAIN, None), {"verify": False}) is not None
    monkeypatch.delitem(sys.modules, "trio")
    assert make_async(Route.to(PLAIN, None), {"verify": False}) is not None


def test_unexpected_behind_the_proxy() -> None:
    """Any other exception behind a proxy is a broken connection, shown by its type only."""
    request = httpx.Request("POST", "http://kms.test/")
    found = explain(ArithmeticError("s3cret"), PROXY, Progress(request))
    known = httpx.ReadError("x")

    assert isinstance(found, ConnectionBroke)
    assert "the connection through the proxy 127.0.0.1:1 (from HTTP_PROXY) failed: Arith" in str(
        found
    )
    assert "s3cret" not in str(found)
    assert known is explain(known, PROXY, Progress(request))


async def test_cancelled() -> None:
    """A cancelled call closes its connection to the proxy, and passes cancellation on."""
    reached: list[bytes] = []
    closed: list[bytes] = []

    def script(peer: Peer) -> None:
        reached.append(peer.sock.recv(65536))
        closed.append(peer.await_close())

    with serving(script) as proxy:
        choice = AsyncTransportSelector(proxies=ProxyFinder({"http_proxy": proxy.url}, dict))
        request = httpx.Request("POST", "http://kms.test/", content=b"hi")
        task = asyncio.create_task(choice.handle_async_request(request))
        await until(lambda: reached)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await until(lambda: closed)
        await choice.aclose()


class Interrupted(httpx.BaseTransport):
    """A transport that Ctrl-C interrupts."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raise KeyboardInterrupt."""
        del request
        raise KeyboardInterrupt


def test_interrupted() -> None:
    """Ctrl-C passes, and is not taken for a failure of the proxy."""
    transport = stock_transports.SyncProxied(Interrupted(), PROXY)
    with pytest.raises(KeyboardInterrupt):
        transport.handle_request(httpx.Request("POST", "http://kms.test/"))


def test_patched_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    """A replaced method of httpx serves a request despite a malformed proxy variable."""

    def outcome(*_: object) -> httpx.Response:
        return httpx.Response(200, content=b"mocked")

    choice = SyncTransportSelector(proxies=ProxyFinder({"http_proxy": "ftp://h"}, dict))
    request = httpx.Request("POST", "http://kms.test/")
    with pytest.raises(Misconfigured):
        choice.handle_request(request)
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", outcome)

    assert b"mocked" == choice.handle_request(request).content
    choice.close()
