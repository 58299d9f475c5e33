"""Requests pass whatever replaces a part of httpx or httpcore, and never reach the network around it."""

import functools
import operator
import re
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock, create_autospec

import httpcore
import httpx
import pytest

from smaws_kms._runtime import http
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_patches import (
    ASYNC_CLIENT,
    ASYNC_TRANSPORT,
    SYNC_CLIENT,
    SYNC_TRANSPORT,
    Watch,
)
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from tests.unit.http.http_fakes import WAITS
from tests.unit.http11.scripted_server import Server, echo, serving
from tests.unit.http11.transport_harness import inside

WATCHES = (SYNC_CLIENT, ASYNC_CLIENT, SYNC_TRANSPORT, ASYNC_TRANSPORT)
_ABSENT = object()


def _anything(*_: object) -> None:
    """Replace a method."""


class Proxy:
    """Passes for what it wraps, as an object of wrapt does."""

    def __init__(self, wrapped: Callable[..., Any]) -> None:
        self._wrapped = wrapped

    def __getattribute__(self, name: str) -> Any:
        wrapped = object.__getattribute__(self, "_wrapped")
        return wrapped.__class__ if name == "__class__" else object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._wrapped == other)

    def __hash__(self) -> int:
        return hash(self._wrapped)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)

    def __call__(self, *arguments: Any) -> Any:
        """Call what it wraps."""
        return self._wrapped(*arguments)

    @classmethod
    def anything(cls) -> None:
        """Replace a method."""


def _wrapper(replaced: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(replaced)
    def wrapper(*arguments: Any) -> Any:
        return replaced(*arguments)

    return wrapper


@contextmanager
def _nothing() -> Generator[None]:
    yield


KINDS: dict[str, Callable[[Any], object]] = {
    "function": lambda _: _anything,
    "wrapper": _wrapper,
    "partial method": functools.partialmethod,
    "callable object": lambda _: MagicMock(),
    "autospec": create_autospec,
    "context decorator": _nothing(),
    "context manager": lambda _: _nothing,
    "compiled function": lambda _: operator.call,
    "proxy object": Proxy,
    "static method": lambda _: staticmethod(_anything),
    "class method": lambda _: vars(Proxy)["anything"],
    "property": lambda _: property(_anything),
    "descriptor": functools.cached_property,
    "another method of the class": lambda _: httpx.Client.close,
    "class": lambda _: httpx.MockTransport,
    "deleted": lambda _: _ABSENT,
}
METHODS = [
    (httpx.Client, "send", SYNC_CLIENT),
    (httpx.AsyncClient, "send", ASYNC_CLIENT),
    (httpx.HTTPTransport, "handle_request", SYNC_TRANSPORT),
    (httpx.AsyncHTTPTransport, "handle_async_request", ASYNC_TRANSPORT),
    (httpcore.ConnectionPool, "handle_request", SYNC_TRANSPORT),
    (httpcore.AsyncConnectionPool, "handle_async_request", ASYNC_TRANSPORT),
    (httpcore.AnyIOBackend, "connect_tcp", ASYNC_TRANSPORT),
]


def _replace(patch: pytest.MonkeyPatch, owner: object, name: str, by: object) -> None:
    if by is _ABSENT:
        patch.delattr(owner, name)
    else:
        patch.setattr(owner, name, by)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("owner", "name", "watch"), METHODS, ids=lambda part: repr(part)[:40])
def test_method(owner: type, name: str, watch: Watch, kind: str) -> None:
    """A replaced method is found whatever replaces it, by its watch alone, until it is restored."""
    before = [each.replacements() for each in WATCHES]
    with pytest.MonkeyPatch.context() as patch:
        _replace(patch, owner, name, KINDS[kind](vars(owner)[name]))
        found = [bool(each.replacements()) for each in WATCHES]

    assert [()] * 4 == before
    assert [each is watch for each in WATCHES] == found
    assert [()] * 4 == [each.replacements() for each in WATCHES]


@pytest.mark.parametrize(
    ("module", "name", "watch"),
    [
        (httpx, "Client", SYNC_CLIENT),
        (httpx, "AsyncClient", ASYNC_CLIENT),
        (httpx, "HTTPTransport", SYNC_TRANSPORT),
        (httpx, "AsyncHTTPTransport", ASYNC_TRANSPORT),
        (httpcore, "ConnectionPool", SYNC_TRANSPORT),
        (httpcore, "AsyncConnectionPool", ASYNC_TRANSPORT),
    ],
    ids=lambda part: repr(part)[:40],
)
@pytest.mark.parametrize("kind", ["class", "derived class", "mock", "metaclass", "deleted"])
def test_class(module: ModuleType, name: str, watch: Watch, kind: str) -> None:
    """A replaced class is found, also one that adds nothing; so is one deleted from httpx."""
    genuine = getattr(module, name)
    by: object = {
        "class": type(name, (), {}),
        "derived class": type(name, (genuine,), {}),
        "mock": MagicMock(spec=genuine),
        "metaclass": type("Meta", (type,), {})(name, (genuine,), {"__module__": module.__name__}),
        "deleted": _ABSENT,
    }[kind]
    with pytest.MonkeyPatch.context() as patch:
        _replace(patch, module, name, by)
        found = [bool(each.replacements()) for each in WATCHES]

    # A class of httpcore may be missing because another thread is loading httpcore.
    may_be_loading = kind == "deleted" and module is httpcore
    assert [each is watch and not may_be_loading for each in WATCHES] == found
    assert [()] * 4 == [each.replacements() for each in WATCHES]


def test_added_member(monkeypatch: pytest.MonkeyPatch) -> None:
    """A method that a class did not have is found; plain data and annotations are not."""
    monkeypatch.setattr(httpx.HTTPTransport, "note", "data", raising=False)
    monkeypatch.setattr(httpx.HTTPTransport, "own", vars(httpx.Client)["close"], raising=False)
    assert [vars(httpx.Client)["close"]] == [*SYNC_TRANSPORT.replacements()]
    monkeypatch.delattr(httpx.HTTPTransport, "own")
    monkeypatch.setattr(httpx.HTTPTransport, "__annotate_func__", _anything, raising=False)
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setattr(httpx.HTTPTransport, "__getattribute__", _anything, raising=False)

    assert 1 == len(SYNC_TRANSPORT.replacements())


def test_stable(monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing changes, the same tuple is returned: transports are cached by it."""
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", _anything)

    assert SYNC_TRANSPORT.replacements() is SYNC_TRANSPORT.replacements()


def test_changed_during_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member that another thread adds while the members are compared causes another look."""

    class Changing:
        def __iter__(self) -> Iterator[object]:
            raise RuntimeError("dictionary changed size during iteration")

    watch = inside(SYNC_CLIENT)
    snapshot = watch._snapshot
    monkeypatch.setattr(watch, "_snapshot", snapshot._replace(views=[Changing()]))

    assert () == SYNC_CLIENT.replacements()
    assert snapshot.members == watch._snapshot.members


def test_without_httpcore(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not loaded, or is being loaded by another thread, has no replacements."""
    monkeypatch.delitem(sys.modules, "httpcore")
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setitem(sys.modules, "httpcore", ModuleType("httpcore"))

    assert () == SYNC_TRANSPORT.replacements()


def test_static_members(monkeypatch: pytest.MonkeyPatch) -> None:
    """Static and class methods of the package's own are no replacements."""
    own = vars(httpx.HTTPTransport)["close"]
    monkeypatch.setattr(httpx.HTTPTransport, "close", staticmethod(own))
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setattr(httpx.HTTPTransport, "close", classmethod(own))

    assert () == SYNC_TRANSPORT.replacements()


# Below, each way to replace something is tried with requests.


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


# By what does so: what replaces which attributes, for blocking and for async clients.
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
        responses = [await own.send(made, WAITS), blocking.send(made, WAITS)]
        return [each.body if isinstance(each, WireResponse) else b"" for each in responses]

    with pytest.MonkeyPatch.context() as patch:  # a first patch, which lets requests pass
        for cls, name in ((httpx.HTTPTransport, "close"), (httpx.AsyncHTTPTransport, "aclose")):
            patch.setattr(cls, name, _wrapper(getattr(cls, name)))
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
    """A patched client is passed on the way to a transport that the user passed, too."""
    transport = httpx.MockTransport(lambda _: httpx.Response(500))
    made = WireRequest("https://kms.test/", {"Host": "kms.test", "Content-Length": "2"}, b"hi")
    for owner, name, by in PATCHES["older vcrpy"]:
        monkeypatch.setattr(owner, name, by)
    responses = [
        await AsyncHttp(transport).send(made, WAITS),
        SyncHttp(transport).send(made, WAITS),
    ]

    assert [b"mocked"] * 2 == [it.body for it in responses if isinstance(it, WireResponse)]


def test_files_that_import_httpx() -> None:
    """Only the files that the package's docstring names import httpx."""
    folder = Path(http.__file__).parent
    found = {
        file.stem
        for file in folder.glob("*.py")
        if re.search(r"^(import|from) httpx", file.read_text(), re.MULTILINE)
    }

    assert found == {
        *("httpx_api", "error_mapping", "httpx_patches", "httpx_clients", "stock_transports")
    }


def test_without_trio() -> None:
    """Without trio, httpcore has a substitute for its backend, which is no replacement."""
    program = (
        "import sys; sys.modules['trio'] = None; import httpcore;"
        "from smaws_kms._runtime.http.httpx_patches import ASYNC_TRANSPORT;"
        "print(ASYNC_TRANSPORT.replacements())"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert "()\n" == done.stdout
