"""Which connections a request uses, and who closes them."""

import sys
import threading
from typing import Any

import httpx
import pytest

from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http.http_fakes import REQUEST, TIMEOUTS, by_both, responding


class Closable(httpx.MockTransport):
    """A transport that records whether it was closed."""

    closed = False

    def close(self) -> None:
        """Record the call."""
        self.closed = True

    async def aclose(self) -> None:
        """Record the call."""
        self.closed = True


async def test_user_transport_stays_open() -> None:
    """Neither a user's transport nor a user's client is closed."""
    transport = Closable(lambda _: httpx.Response(200))
    client, sync_client = httpx.AsyncClient(transport=transport), httpx.Client(transport=transport)

    for http in (AsyncHttp(transport), AsyncHttp(client)):
        await http.send(REQUEST, TIMEOUTS)
        await http.aclose()
    for sync_http in (SyncHttp(transport), SyncHttp(sync_client)):
        sync_http.send(REQUEST, TIMEOUTS)
        sync_http.close()

    assert (False, False, False) == (transport.closed, client.is_closed, sync_client.is_closed)


async def test_user_client() -> None:
    """A user's client sends with its hooks, and without its headers and auth: they are unsigned."""
    hooked: list[bytes] = []
    seen: list[list[tuple[bytes, bytes]]] = []

    async def hook(request: httpx.Request) -> None:
        hooked.append(request.content)

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.raw)
        return httpx.Response(200)

    client = httpx.AsyncClient(
        transport=httpx.MockTransport(handle),
        headers={"x-own": "1"},
        auth=("user", "password"),
        event_hooks={"request": [hook]},
    )
    await AsyncHttp(client).send(REQUEST, TIMEOUTS)

    assert [b"secret plaintext"] == hooked
    assert [[(b"Host", b"kms.test"), (b"Authorization", b"secret")]] == seen


async def test_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's transport is used even if the environment names a proxy."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:1")
    monkeypatch.setenv("ALL_PROXY", "http://proxy.test:1")
    transport, _ = responding(b"direct")

    for found in await by_both(transport):
        assert isinstance(found, WireResponse)
        assert b"direct" == found.body


async def test_own_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients are made on first use, can be patched by respx, and are closed."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", "off")
    made: list[str] = []
    closed: list[str] = []

    class Async(httpx.AsyncHTTPTransport):
        def __init__(self, **_: object) -> None:
            made.append("async")

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=await request.aread())

        async def aclose(self) -> None:
            closed.append("async")

    class Sync(httpx.HTTPTransport):
        def __init__(self, **_: object) -> None:
            made.append("sync")

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=request.read())

        def close(self) -> None:
            closed.append("sync")

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Async)
    monkeypatch.setattr(httpx, "HTTPTransport", Sync)
    http, sync_http = AsyncHttp(None), SyncHttp(None)

    assert [] == made
    for _ in range(2):
        outcomes = [await http.send(REQUEST, TIMEOUTS), sync_http.send(REQUEST, TIMEOUTS)]
        assert [REQUEST.body] * 2 == [a.body for a in outcomes if isinstance(a, WireResponse)]
    assert ([], ["async", "sync"]) == (closed, made)
    await http.aclose()
    sync_http.close()
    assert ["async", "sync"] == closed


async def test_after_fork() -> None:
    """A child opens its own connections, also with httpx's transports; a user's client is kept."""
    transport, _ = responding(b"")
    own: list[Any] = [AsyncHttp(None), SyncHttp(None)]
    given: list[Any] = [httpx.AsyncClient(transport=transport), httpx.Client(transport=transport)]
    users: list[Any] = [AsyncHttp(given[0]), SyncHttp(given[1])]
    connections = [(each._open(None), each._open_httpx(None)) for each in own]
    clients = [each.client for each in users]

    for each in (*own, *users):
        each._connections._lock.acquire()  # held, as by a thread of the parent
        each._httpx._lock.acquire()
    after_fork_in_child()

    assert given == clients == [each.client for each in users]
    for (before, httpx_before), each in zip(connections, own, strict=True):
        assert before is not each._open(None)
        assert httpx_before is not each._open_httpx(None)


async def test_no_thread_to_import_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """If no thread can be started, http11 and httpx's part are imported on the loop."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    monkeypatch.delitem(sys.modules, "smaws_kms._runtime.http.httpx_exchange")
    http: Any = AsyncHttp(None)

    assert (await http._connect(None)).route("https://kms.test/") is not None
    assert await http._through_httpx(None) is not None
    await http.aclose()
