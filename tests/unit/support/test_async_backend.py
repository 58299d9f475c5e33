"""The implementations for asyncio and trio, and the choice between them."""

import asyncio
import subprocess
import sys
from concurrent.futures import Future
from typing import Final

import anyio
import anyio.lowlevel
import pytest
import trio

from smaws_kms._runtime.support import asyncio_backend, trio_backend
from smaws_kms._runtime.support.async_backend import AsyncBackend, running_backend

LIBRARIES: Final[dict[str, AsyncBackend]] = {"asyncio": asyncio_backend, "trio": trio_backend}
# A limit for slow machines that tests never wait for.
SOON: Final = 30.0

both = pytest.mark.parametrize("anyio_backend", LIBRARIES)


def pending() -> Future[str]:
    """Return a running future, as threads complete it."""
    future: Future[str] = Future()
    future.set_running_or_notify_cancel()
    return future


async def value() -> str:
    """Return a value without waiting."""
    await anyio.lowlevel.checkpoint()
    return "value"


@both
async def test_running(anyio_backend: str) -> None:
    """The backend is the library that runs the caller."""
    assert LIBRARIES[anyio_backend] is running_backend()


async def test_without_trio(monkeypatch: pytest.MonkeyPatch) -> None:
    """If trio is not imported, asyncio is assumed."""
    monkeypatch.delitem(sys.modules, "trio")

    assert LIBRARIES["asyncio"] is running_backend()


def test_trio_as_a_guest() -> None:
    """In trio's guest mode on asyncio, each task gets its own library."""
    seen: list[AsyncBackend] = []

    async def guest() -> None:
        seen.append(running_backend())
        await trio.lowlevel.checkpoint()
        seen.append(running_backend())

    async def host() -> None:
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        trio.lowlevel.start_guest_run(
            guest,
            run_sync_soon_threadsafe=loop.call_soon_threadsafe,
            done_callback=lambda _: done.set(),
            host_uses_signal_set_wakeup_fd=True,
        )
        while not done.is_set():
            seen.append(running_backend())
            await asyncio.wait([asyncio.ensure_future(done.wait())])

    asyncio.run(host())

    assert [asyncio_backend, trio_backend, trio_backend] == seen


@both
@pytest.mark.parametrize("seconds", [SOON, None])
async def test_in_time(seconds: float | None) -> None:
    """Work that ends in time returns its result."""
    assert "value" == await running_backend().within(seconds, value())


@both
async def test_too_late() -> None:
    """Work that takes too long is cancelled and returns `None`."""
    cancelled: list[str] = []

    async def never() -> str:
        try:
            await anyio.sleep_forever()
        finally:
            cancelled.append("yes")
        return ""

    assert await running_backend().within(0.0, never()) is None
    assert ["yes"] == cancelled


@both
async def test_timeouts_of_others() -> None:
    """A timeout that the work itself raises reaches the caller."""

    async def late() -> str:
        raise TimeoutError("mount")

    with pytest.raises(TimeoutError, match="mount"):
        await running_backend().within(SOON, late())


@both
async def test_limit_around_ours() -> None:
    """A limit of the caller is not mistaken for that of `within`."""
    reached: list[str] = []

    with anyio.move_on_after(0) as scope:
        await running_backend().within(SOON, anyio.sleep_forever())
        reached.append("here")

    assert scope.cancelled_caught
    assert [] == reached


@both
async def test_work_of_another_thread() -> None:
    """Other tasks run while a task waits for a thread."""
    future = pending()
    outcomes: list[str] = []

    async def wait() -> None:
        outcomes.append(await running_backend().outcome_of(future))

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        group.start_soon(wait)
        await anyio.lowlevel.checkpoint()
        await anyio.to_thread.run_sync(future.set_result, "value")

    assert ["value", "value"] == outcomes


@both
async def test_work_that_is_done() -> None:
    """A finished future returns its result."""
    future = pending()
    future.set_result("value")

    assert "value" == await running_backend().outcome_of(future)


@both
async def test_work_that_fails() -> None:
    """The exception of a thread is raised."""
    future = pending()
    future.set_exception(OSError("disk"))

    with pytest.raises(OSError, match="disk"):
        await running_backend().outcome_of(future)


@both
async def test_cancelled_waiter() -> None:
    """Cancelling one caller does not cancel the work for others."""
    future = pending()

    assert await running_backend().within(0.0, running_backend().outcome_of(future)) is None
    assert not future.done()
    future.set_result("value")
    assert "value" == await running_backend().outcome_of(future)


@pytest.mark.parametrize("library", LIBRARIES)
def test_loop_that_is_over(library: str, caplog: pytest.LogCaptureFixture) -> None:
    """Work that ends after the event loop of its caller causes no error."""
    future = pending()

    async def leave() -> None:
        await running_backend().within(0.0, running_backend().outcome_of(future))

    anyio.run(leave, backend=library)
    future.set_result("value")

    assert [] == caplog.records


@both
async def test_sleep() -> None:
    """Other tasks run while a task sleeps, and the sleep can be cancelled."""
    await running_backend().sleep(0.0)

    with anyio.move_on_after(0) as scope:
        await running_backend().sleep(SOON)

    assert scope.cancelled_caught


BLOCKING: Final = """
import sys
import httpx
import smaws_kms as kms

def respond(_):
    return httpx.Response(200, json={"Keys": [], "Truncated": False})

with kms.KMSClient(
    region="eu-west-1", credentials=lambda: kms.Credentials("a", "b"), http=httpx.MockTransport(respond)
) as client:
    client.list_keys().unwrap()
    list(client.list_keys.items())
print("asyncio" in sys.modules)
"""


def test_blocking_programs_load_no_asyncio() -> None:
    """A blocking client does not import asyncio, neither for pages nor for credentials."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", BLOCKING], capture_output=True, text=True, check=True
    )

    assert "False" == done.stdout.strip()
