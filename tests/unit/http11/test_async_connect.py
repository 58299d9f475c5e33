"""Connecting to one of several addresses on asyncio."""

import asyncio
import socket
from collections.abc import Generator

import pytest

from smaws_kms._runtime.http11.async_connect import open_socket
from smaws_kms._runtime.http11.dns import Address
from tests.unit.http11.transport_harness import until


@pytest.fixture
def listener() -> Generator[socket.socket]:
    """Return a socket that listens on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def deaf() -> Generator[Address]:
    """Return an address that neither accepts nor refuses, since its backlog is full."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)  # noqa: FBT003 - the standard library's own
            waiting.connect_ex(listener.getsockname())
        yield Address(socket.AF_INET, listener.getsockname())


@pytest.fixture
def refusing() -> Generator[Address]:
    """Return an address that refuses connections."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield Address(socket.AF_INET, bound.getsockname())


def address(listener: socket.socket) -> Address:
    """Return the address of a listening socket."""
    return Address(socket.AF_INET, listener.getsockname())


async def test_one(listener: socket.socket) -> None:
    """A single address is connected to."""
    with await open_socket([address(listener)]) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_refused(listener: socket.socket, refusing: Address) -> None:
    """If an address refuses, the next one is tried at once."""
    with await open_socket([refusing, refusing, address(listener)], head_start=1000) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_silence(listener: socket.socket, deaf: Address) -> None:
    """If an address is silent, the next one is tried in parallel."""
    with await open_socket([deaf, address(listener)], head_start=0.01) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_all_refused(refusing: Address) -> None:
    """If all addresses fail, the error of the last one is reported."""
    with pytest.raises(ConnectionRefusedError):
        await open_socket([refusing, refusing])
    with pytest.raises(OSError, match="the name has no address"):
        await open_socket([])


async def test_two_at_once(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """If two attempts succeed at the same time, one socket is used and the other closed."""
    made: list[socket.socket] = []

    async def both(sock: socket.socket, _: object) -> None:
        made.append(sock)
        await until(lambda: len(made) == 2)

    monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", both)
    sock = await open_socket([address(listener)] * 2, head_start=0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert [sock] == [each for each in made if each.fileno() >= 0]
    sock.close()


async def test_last_pending_attempt(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last pending attempt is awaited after all others have failed."""
    first, refused = asyncio.Event(), asyncio.Event()

    async def connect(_: socket.socket, where: tuple[str, int]) -> None:
        if where == listener.getsockname():
            await first.wait()
        else:
            refused.set()
            raise ConnectionRefusedError

    monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", connect)
    refusing = Address(socket.AF_INET, ("127.0.0.1", 1))
    dialling = asyncio.create_task(open_socket([address(listener), refusing], head_start=0))
    await refused.wait()
    for _ in range(5):
        await asyncio.sleep(0)
    assert not dialling.done()
    first.set()

    (await dialling).close()


async def test_cancelled(deaf: Address) -> None:
    """Cancelling closes the sockets of all attempts."""
    before = asyncio.all_tasks()
    task = asyncio.create_task(open_socket([deaf, deaf], head_start=0))
    await until(lambda: len(asyncio.all_tasks() - before) == 3)
    attempts = asyncio.all_tasks() - before
    task.cancel()

    await asyncio.wait(attempts, timeout=20)

    assert all(attempt.cancelled() for attempt in attempts)
