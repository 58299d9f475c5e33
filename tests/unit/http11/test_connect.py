"""Connecting to one of several addresses, with each driver."""

import asyncio
import gc
import socket
from collections.abc import Generator
from time import monotonic
from typing import Any

import pytest
import trio

from smaws_kms._runtime.http11 import async_waiting, trio_waiting
from smaws_kms._runtime.http11.connect import connect
from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.waiting import Steps
from tests.unit.http11.addresses import address, refusing, silent
from tests.unit.http11.steps_drivers import Run

NO_LIMIT = Countdown(None, monotonic)


@pytest.fixture
def listener() -> Generator[socket.socket]:
    """Return a socket that listens on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.fixture
def made() -> Generator[list[socket.socket]]:
    """Return the list of all sockets that are made."""
    made: list[socket.socket] = []
    yield made
    for sock in made:
        sock.close()


def steps(
    made: list[socket.socket],
    addresses: list[Address],
    countdown: Countdown = NO_LIMIT,
    head_start: float = 1000,
) -> Steps[socket.socket]:
    """Return the steps that connect."""

    def make(where: Address) -> socket.socket:
        made.append(socket.socket(where.family, socket.SOCK_STREAM))
        made[-1].setblocking(False)  # noqa: FBT003 - the standard library's own
        return made[-1]

    return connect(addresses, make, countdown, head_start)


def test_one(run: Run, listener: socket.socket, made: list[socket.socket]) -> None:
    """A single address is connected to."""
    sock = run(steps(made, [address(listener)]))

    assert listener.getsockname() == sock.getpeername()


def test_refused(run: Run, listener: socket.socket, made: list[socket.socket]) -> None:
    """If an address refuses, the next one is tried at once, and the first socket is closed."""
    with refusing() as bad:
        sock = run(steps(made, [bad, bad, address(listener)]))

    assert listener.getsockname() == sock.getpeername()
    assert [sock] == [each for each in made if each.fileno() >= 0]


def test_silence(run: Run, listener: socket.socket, made: list[socket.socket]) -> None:
    """If an address is silent, the next one is tried beside it; the one that loses is closed."""
    with silent() as deaf:
        sock = run(steps(made, [deaf, deaf, address(listener)], head_start=0.01))

    assert listener.getsockname() == sock.getpeername()
    assert [sock] == [each for each in made if each.fileno() >= 0]


def test_all_refused(run: Run, made: list[socket.socket]) -> None:
    """If all addresses fail, the error of the last one is reported."""
    with refusing() as bad, pytest.raises(ConnectionRefusedError, match=r"^\[Errno \d+\] \w"):
        run(steps(made, [bad, bad]))
    with pytest.raises(OSError, match="the name has no address"):
        run(steps(made, []))

    assert all(sock.fileno() < 0 for sock in made)


def test_wrong_family(run: Run, listener: socket.socket, made: list[socket.socket]) -> None:
    """An address that the system cannot use does not keep the next one from being tried."""
    wrong = Address(socket.AF_INET, ("::1", 80))

    assert run(steps(made, [wrong, address(listener)])).getpeername() == listener.getsockname()
    with pytest.raises(socket.gaierror):
        run(steps(made, [wrong]))


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("head_start", [0.001, 1000])
def test_deadline(count: int, head_start: float, run: Run, made: list[socket.socket]) -> None:
    """The deadline ends the wait for silent addresses, before and after the last one was tried."""
    with silent() as deaf, pytest.raises(TimeoutError):
        run(steps(made, [deaf] * count, Countdown(0.02, monotonic), head_start))

    assert all(sock.fileno() < 0 for sock in made)


def test_failure_of_the_wait(made: list[socket.socket]) -> None:
    """An error of the wait itself closes the sockets."""
    with silent() as deaf:
        running = steps(made, [deaf])
        next(running)
        with pytest.raises(MemoryError):
            running.throw(MemoryError)

    assert [-1] == [sock.fileno() for sock in made]


async def test_cancelled(made: list[socket.socket]) -> None:
    """Cancelling closes the sockets of all attempts, and nothing watches them anymore."""
    with silent() as deaf:
        task = asyncio.create_task(async_waiting.run(steps(made, [deaf, deaf], head_start=0)))
        while len(made) < 2:  # noqa: ASYNC110 - nothing tells when it comes to hold
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    assert all(sock.fileno() < 0 for sock in made)


def test_cancelled_on_trio(made: list[socket.socket]) -> None:
    """Cancelling closes the sockets of all attempts."""

    async def main() -> None:
        with silent() as deaf, trio.move_on_after(0.02) as scope:
            await trio_waiting.run(steps(made, [deaf, deaf], head_start=0))
        assert scope.cancelled_caught

    trio.run(main)

    assert 2 == len(made)
    assert all(sock.fileno() < 0 for sock in made)


def test_collected_after_its_loop(made: list[socket.socket]) -> None:
    """A coroutine that outlives its loop closes its sockets when it is collected."""
    with silent() as deaf:
        running: list[Any] = [async_waiting.run(steps(made, [deaf]))]
        loop = asyncio.new_event_loop()

        async def begin() -> None:
            running[0].send(None)

        loop.run_until_complete(begin())
        loop.close()
        running.clear()
        gc.collect()

    assert [-1] == [sock.fileno() for sock in made]
