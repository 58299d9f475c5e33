"""Requests pass what replaces a part of httpx or httpcore, and never reach the network around it."""

from collections.abc import AsyncGenerator, Callable
from typing import Any
from unittest.mock import MagicMock

import httpcore
import httpx
import pytest

from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.patches import Proxy, wrapper
from tests.unit.http11.scripted_server import Server, echo, serving

# Each of these kinds of replacement is tried with requests.


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(echo) as server:
        yield server


def _mocked(*_: object, **__: object) -> httpx.Response:
    return httpx.Response(200, content=b"mocked")


async def _mocked_async(*_: object, **__: object) -> httpx.Response:
    return _mocked()


def _mocked_by_httpcore(*_: object) -> httpcore.Response:
    return httpcore.Response(200, content=b"mocked")


async def _mocked_by_httpcore_async(*_: object) -> httpcore.Response:
    return _mocked_by_httpcore()


class _MockTransport(httpx.MockTransport):
    def __init__(self, **_: object) -> None:
        super().__init__(_mocked)


class _MockPool:
    def __init__(self, **_: object) -> None:
        self.handle_request = _mocked_by_httpcore
        self.handle_async_request = _mocked_by_httpcore_async

    def close(self) -> None:
        """Close nothing."""

    async def aclose(self) -> None:
        """Close nothing."""


class _MockClient(httpx.Client):
    send = _mocked


class _MockAsyncClient(httpx.AsyncClient):
    send = _mocked_async


def _transport_for_url(*_: object) -> httpx.MockTransport:
    return httpx.MockTransport(_mocked)


def _in_init(genuine: Callable[..., None], pool: object) -> Callable[..., None]:
    def init(transport: Any, **options: Any) -> None:
        genuine(transport, **options)
        transport._pool = pool

    return init


# Libraries, with the attributes that they replace for blocking and for async clients.
PATCHES: dict[str, list[tuple[object, str, object]]] = {
    "pytest-httpx": [
        (httpx.HTTPTransport, "handle_request", _mocked),
        (httpx.AsyncHTTPTransport, "handle_async_request", _mocked_async),
    ],
    "vcrpy": [
        (httpcore.ConnectionPool, "handle_request", _mocked_by_httpcore),
        (httpcore.AsyncConnectionPool, "handle_async_request", _mocked_by_httpcore_async),
    ],
    "older vcrpy": [
        (httpx.Client, "_send_single_request", _mocked),
        (httpx.AsyncClient, "_send_single_request", _mocked_async),
    ],
    "OpenTelemetry": [
        (httpx.HTTPTransport, "handle_request", Proxy(_mocked)),
        (httpx.AsyncHTTPTransport, "handle_async_request", Proxy(_mocked_async)),
    ],
    "older OpenTelemetry": [
        (httpx, "Client", _MockClient),
        (httpx, "AsyncClient", _MockAsyncClient),
    ],
    "pook": [
        (httpx.Client, "_transport_for_url", _transport_for_url),
        (httpx.AsyncClient, "_transport_for_url", _transport_for_url),
    ],
    "patch.object": [
        (httpx.Client, "send", MagicMock(side_effect=_mocked)),
        (httpx.AsyncClient, "send", MagicMock(side_effect=_mocked_async)),
    ],
    "transport class": [
        (httpx, "HTTPTransport", _MockTransport),
        (httpx, "AsyncHTTPTransport", _MockTransport),
    ],
    "pool class": [
        (httpcore, "ConnectionPool", _MockPool),
        (httpcore, "AsyncConnectionPool", _MockPool),
    ],
    "constructor": [
        (cls, "__init__", _in_init(cls.__init__, _MockPool()))
        for cls in (httpx.HTTPTransport, httpx.AsyncHTTPTransport)
    ],
}


@pytest.mark.parametrize("patches", PATCHES.values(), ids=PATCHES)
async def test_request(patches: list[tuple[object, str, object]], server: Server) -> None:
    """A patch serves requests from the moment it is applied until it is undone.

    The clients already have transports of httpx, made under another patch that lets requests pass.
    """
    own, blocking = AsyncHttp(None), SyncHttp(None)
    made = WireRequest(server.url, {"Host": server.where, "Content-Length": "2"}, b"hi")

    async def send() -> list[bytes]:
        responses = [await own.send(made, TIMEOUTS), blocking.send(made, TIMEOUTS)]
        return [each.body if isinstance(each, WireResponse) else b"" for each in responses]

    with pytest.MonkeyPatch.context() as patch:  # a first patch, which lets requests pass
        for cls, name in ((httpx.HTTPTransport, "close"), (httpx.AsyncHTTPTransport, "aclose")):
            patch.setattr(cls, name, wrapper(getattr(cls, name)))
        assert [b"hi", b"hi"] == await send()
    bodies = [await send()]
    accepted = server.accepted
    with pytest.MonkeyPatch.context() as patch:
        for owner, name, by in patches:
            patch.setattr(owner, name, by)
        bodies.append(await send())
        accepted_meanwhile = server.accepted - accepted
    bodies.append(await send())
    await own.aclose()
    blocking.close()

    assert [[b"hi", b"hi"], [b"mocked", b"mocked"], [b"hi", b"hi"]] == bodies
    assert 0 == accepted_meanwhile


async def test_transport_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """A patched client class also applies to a user's transport."""
    transport = httpx.MockTransport(lambda _: httpx.Response(500))
    made = WireRequest("https://kms.test/", {"Host": "kms.test", "Content-Length": "2"}, b"hi")
    for owner, name, by in PATCHES["older vcrpy"]:
        monkeypatch.setattr(owner, name, by)
    responses = [
        await AsyncHttp(transport).send(made, TIMEOUTS),
        SyncHttp(transport).send(made, TIMEOUTS),
    ]

    assert [b"mocked"] * 2 == [it.body for it in responses if isinstance(it, WireResponse)]
