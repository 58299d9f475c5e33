"""`AsyncBackend` for trio. Imported only if the program has imported trio."""

from collections.abc import Awaitable
from concurrent.futures import Future
from contextlib import suppress
from math import inf
from typing import TypeVar

import trio

T = TypeVar("T")


def is_running() -> bool:
    """Return whether the caller runs in a trio task.

    In trio's guest mode, asyncio and trio share a thread, and only the current task differs.
    """
    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        return False
    return True


async def within(seconds: float | None, work: Awaitable[T]) -> T | None:
    """Await `work` for some seconds, and return `None` on timeout."""
    with trio.move_on_after(inf if seconds is None else seconds):
        return await work
    return None


async def outcome_of(future: Future[T]) -> T:
    """Wait for the result of another thread without blocking the event loop."""
    done = trio.Event()
    token = trio.lowlevel.current_trio_token()

    def wake(_: "Future[T]") -> None:
        # The caller may have been cancelled, and its event loop may have ended.
        with suppress(trio.RunFinishedError):
            token.run_sync_soon(done.set)

    future.add_done_callback(wake)
    await done.wait()
    return future.result()


def is_cancelled(error: BaseException) -> bool:
    """Return whether an exception is a cancellation; trio raises it in the cancelled task only."""
    return isinstance(error, trio.Cancelled)


async def sleep(seconds: float) -> None:
    """Sleep for some seconds without blocking the event loop."""
    await trio.sleep(seconds)
