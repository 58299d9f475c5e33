"""Connections that close just before a request is written."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest

from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.errors import NotSent
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from tests.unit.http11.httpx_transports import Http11AsyncTransport, Http11Transport
from tests.unit.http11.scripted_server import Peer, Server, serving
from tests.unit.http11.transport_harness import TransportHarness, post, private


async def test_sent_once(harness: TransportHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    """If no byte could be written, and only then, the request goes over a new connection."""
    # The moment between the check and the write, in which a connection can still close.
    monkeypatch.setattr(AsyncConnection, "usable", _unseen)
    monkeypatch.setattr(SyncConnection, "usable", _unseen)
    seen: list[bytes] = []

    def script(peer: Peer) -> None:
        seen.append(peer.request() or b"")
        peer.respond(b"%d" % peer.number)
        peer.reset()
        peer.signal()

    bodies: list[bytes] = []
    async with serving(script) as server:
        for number in range(3):
            bodies.append((await harness.send(post(server.url, b"%d" % number))).content)
            server.await_signal()

    assert [b"0", b"1", b"2"] == bodies == seen


@pytest.mark.parametrize("turns", [0, 5], ids=["not seen yet", "seen"])
async def test_new_connection(
    turns: int, harness: TransportHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a new connection closes at once, the error says "not sent", and no second one is opened."""
    is_open = threading.Event()

    def script(peer: Peer) -> None:
        is_open.wait(20)
        peer.reset()
        peer.signal()

    def until_gone(server: Server) -> None:
        is_open.set()
        server.await_signal()

    async with serving(script) as server:
        wait = partial(until_gone, server)
        monkeypatch.setattr(Http11AsyncTransport, "_open", _opened_late(wait, turns))
        monkeypatch.setattr(Http11Transport, "_open", _opened_late_too(wait))

        with pytest.raises(NotSent, match=server.where) as caught:
            await harness.send(post(server.url, b"secret"))

    assert "secret" not in str(caught.value)
    assert 1 == server.accepted


def _opened_late(wait: Callable[[], None], turns: int) -> Callable[..., Awaitable[AsyncConnection]]:
    open_ = private(Http11AsyncTransport)._open

    async def opened(*arguments: Any) -> AsyncConnection:
        connection: AsyncConnection = await open_(*arguments)
        wait()
        for _ in range(turns):
            await asyncio.sleep(0)
        return connection

    return opened


def _opened_late_too(wait: Callable[[], None]) -> Callable[..., SyncConnection]:
    open_ = private(Http11Transport)._open

    def opened(*arguments: Any) -> SyncConnection:
        connection: SyncConnection = open_(*arguments)
        wait()
        return connection

    return opened


def _unseen(_: object) -> bool:
    return True
