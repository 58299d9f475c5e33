"""The blocking transport: interrupted calls release their connections."""

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import pytest

from smaws_kms._runtime.http11.sync_connection import SyncConnection
from tests.unit.http11.httpx_transports import Http11Transport
from tests.unit.http11.scripted_server import echo, serving
from tests.unit.http11.sync_requests import send, the_pool
from tests.unit.http11.transport_harness import post


async def test_interrupt_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends the call and closes its connection, and the next call works."""
    transport = Http11Transport()
    with monkeypatch.context() as patch:
        async with serving(echo) as server:
            patch.setattr(SyncConnection, "_read", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                send(transport, server, b"hi")
            patch.undo()
            assert b"hi" == send(transport, server, b"hi")
            pool = the_pool(transport)
            assert pool.taken == len(pool._idle)
            transport.close()
    assert 2 == server.accepted


async def test_interrupt_while_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt while connecting releases the slot."""
    transport = Http11Transport()
    with monkeypatch.context() as patch:
        async with serving(echo) as server:
            patch.setattr("socket.socket.connect_ex", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                send(transport, server, b"hi")
            patch.undo()
            assert 0 == the_pool(transport).taken


@pytest.mark.parametrize("late", ["nothing", "a connection", "a slot"])
async def test_interrupt_while_waiting(late: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted waiter leaves the queue, and passes on what it got at the same moment."""
    transport = Http11Transport()
    async with serving(echo) as server:
        send(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        lease = pool.acquire()

        class Turn(SimpleQueue[Any]):
            def get(self, block: bool = True, timeout: float | None = None) -> Any:  # noqa: FBT001, FBT002 - the queue's own
                if timeout is None:
                    return super().get(block)
                if late != "nothing":
                    lease.connection.reusable = late == "a connection"
                    pool.release(lease)
                raise KeyboardInterrupt

        monkeypatch.setattr("smaws_kms._runtime.http11.sync_transport.SimpleQueue", Turn)
        with pytest.raises(KeyboardInterrupt):
            send(transport, server, b"hi")
        assert 0 == len(pool._waiters)
        assert {"nothing": (1, 0), "a connection": (1, 1), "a slot": (0, 0)}[late] == (
            pool.taken,
            len(pool._idle),
        )
        lease.connection.close()
        transport.close()


async def test_lost_while_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiters with and without a limit get the slot of a call that lost it."""
    monkeypatch.setattr("smaws_kms._runtime.http11.sync_transport._RECLAIM_INTERVAL", 0.01)
    transport = Http11Transport()
    async with serving(echo) as server:
        send(transport, server, b"hi")
        pool = the_pool(transport)
        pool._limit = 1
        for limit in (None, 20.0):
            lease = pool.acquire()
            request = post(server.url, b"next", pool=limit)
            with ThreadPoolExecutor(1) as threads:
                waiting = threads.submit(transport.handle_request, request)
                while not pool._waiters:
                    pass
                del lease
                assert b"next" == waiting.result(20).read()
        transport.close()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
