"""Addresses to a connected socket, on asyncio."""

import asyncio
import socket
from collections.abc import Generator

import pytest

from smaws_kms._runtime.http11.async_connect import open_socket
from smaws_kms._runtime.http11.dns import Address
from tests.unit.http11.transport_harness import until


@pytest.fixture
def listener() -> Generator[socket.socket]:
    """Listen on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def deaf() -> Generator[Address]:
    """Give an address that neither accepts nor refuses: its queue is full."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)  # noqa: FBT003 - the standard library's own
            waiting.connect_ex(listener.getsockname())
        yield Address(socket.AF_INET, listener.getsockname())


@pytest.fixture
def refusing() -> Generator[Address]:
    """Give an address that refuses."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield Address(socket.AF_INET, bound.getsockname())


def address(listener: socket.socket) -> Address:
    """Return where it listens."""
    return Address(socket.AF_INET, listener.getsockname())


async def test_one(listener: socket.socket) -> None:
    """The only address is connected to."""
    with await open_socket([address(listener)]) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_refused(listener: socket.socket, refusing: Address) -> None:
    """The next address is tried at once when one refuses."""
    with await open_socket([refusing, refusing, address(listener)], head_start=1000) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_silence(listener: socket.socket, deaf: Address) -> None:
    """The next address is tried beside one that does not answer in time."""
    with await open_socket([deaf, address(listener)], head_start=0.01) as sock:
        assert listener.getsockname() == sock.getpeername()


async def test_all_refused(refusing: Address) -> None:
    """The last problem is told when no address is left."""
    with pytest.raises(ConnectionRefusedError):
        await open_socket([refusing, refusing])
    with pytest.raises(OSError, match="the name has no address"):
        await open_socket([])


async def test_two_at_once(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two that come through in the same moment, one is used and the other closed."""
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


async def test_late_answer(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attempt is waited for also when the others have failed and nobody is left to try."""
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
    """Nothing is left of attempts that nobody waits for any more."""
    before = asyncio.all_tasks()
    task = asyncio.create_task(open_socket([deaf, deaf], head_start=0))
    await until(lambda: len(asyncio.all_tasks() - before) == 3)
    attempts = asyncio.all_tasks() - before
    task.cancel()

    await asyncio.wait(attempts, timeout=20)

    assert all(attempt.cancelled() for attempt in attempts)
