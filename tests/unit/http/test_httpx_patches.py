"""Replaced parts of httpx and httpcore are detected."""

import functools
import operator
import re
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock, create_autospec

import httpcore
import httpx
import pytest

from smaws_kms._runtime import http
from smaws_kms._runtime.http.httpx_patches import (
    ASYNC_CLIENT,
    ASYNC_TRANSPORT,
    SYNC_CLIENT,
    SYNC_TRANSPORT,
    Watch,
)
from tests.unit.http.patches import Proxy, wrapper
from tests.unit.http11.transport_harness import private

WATCHES = (SYNC_CLIENT, ASYNC_CLIENT, SYNC_TRANSPORT, ASYNC_TRANSPORT)
_ABSENT = object()


def _anything(*_: object) -> None:
    """Replace a method."""


@contextmanager
def _nothing() -> Generator[None]:
    yield


KINDS: dict[str, Callable[[Any], object]] = {
    "function": lambda _: _anything,
    "wrapper": wrapper,
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
    """A replaced method is detected until it is restored, whatever replaces it."""
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
    """A replaced class is detected, also a bare subclass; so is a class deleted from httpx."""
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
    """An added method is detected; added data and annotations are not."""
    monkeypatch.setattr(httpx.HTTPTransport, "note", "data", raising=False)
    monkeypatch.setattr(httpx.HTTPTransport, "own", vars(httpx.Client)["close"], raising=False)
    assert [vars(httpx.Client)["close"]] == [*SYNC_TRANSPORT.replacements()]
    monkeypatch.delattr(httpx.HTTPTransport, "own")
    monkeypatch.setattr(httpx.HTTPTransport, "__annotate_func__", _anything, raising=False)
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setattr(httpx.HTTPTransport, "__getattribute__", _anything, raising=False)

    assert 1 == len(SYNC_TRANSPORT.replacements())


def test_stable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a change the same tuple is returned, since transports are cached by it."""
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", _anything)

    assert SYNC_TRANSPORT.replacements() is SYNC_TRANSPORT.replacements()


def test_changed_during_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member that another thread adds during the comparison causes another one."""

    class Changing:
        def __iter__(self) -> Iterator[object]:
            raise RuntimeError("dictionary changed size during iteration")

    watch = private(SYNC_CLIENT)
    snapshot = watch._snapshot
    monkeypatch.setattr(watch, "_snapshot", snapshot._replace(views=[Changing()]))

    assert () == SYNC_CLIENT.replacements()
    assert snapshot.members == watch._snapshot.members


def test_without_httpcore(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is not loaded, or still loading in another thread, has no replacements."""
    monkeypatch.delitem(sys.modules, "httpcore")
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setitem(sys.modules, "httpcore", ModuleType("httpcore"))

    assert () == SYNC_TRANSPORT.replacements()


def test_static_members(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries' own static and class methods are no replacements."""
    own = vars(httpx.HTTPTransport)["close"]
    monkeypatch.setattr(httpx.HTTPTransport, "close", staticmethod(own))
    assert () == SYNC_TRANSPORT.replacements()
    monkeypatch.setattr(httpx.HTTPTransport, "close", classmethod(own))

    assert () == SYNC_TRANSPORT.replacements()


def test_files_that_import_httpx() -> None:
    """Only the files that the package's docstring names import httpx."""
    folder = Path(http.__file__).parent
    found = {
        file.stem
        for file in folder.glob("*.py")
        if re.search(r"^(import|from) httpx", file.read_text(), re.MULTILINE)
    }

    assert found == {
        *("httpx_api", "httpx_errors", "httpx_messages", "httpx_patches", "httpx_clients"),
        *("httpx_failures", "stock_transports"),
    }


def test_without_trio() -> None:
    """The substitute of httpcore for its trio backend is no replacement."""
    program = (
        "import sys; sys.modules['trio'] = None; import httpcore;"
        "from smaws_kms._runtime.http.httpx_patches import ASYNC_TRANSPORT;"
        "print(ASYNC_TRANSPORT.replacements())"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert "()\n" == done.stdout
