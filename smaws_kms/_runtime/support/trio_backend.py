"""What the async client needs of trio. Loaded only where the program has loaded trio itself."""

from collections.abc import Awaitable
from concurrent.futures import Future
from contextlib import suppress
from math import inf
from typing import TypeVar

import trio

T = TypeVar("T")


def is_running() -> bool:
    """Tell whether the caller is a task of trio's.

    With trio as a guest of asyncio both run in one thread, and only this tells whose turn it is.
    """
    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        return False
    return True


async def within(seconds: float | None, work: Awaitable[T]) -> T | None:
    """Await something, and return `None` when it takes too long."""
    with trio.move_on_after(inf if seconds is None else seconds):
        return await work
    return None


async def outcome_of(future: Future[T]) -> T:
    """Wait for another thread's work without blocking the loop."""
    done = trio.Event()
    token = trio.lowlevel.current_trio_token()

    def wake(_: "Future[T]") -> None:
        # A waiter who left, and his loop with him, needs no waking.
        with suppress(trio.RunFinishedError):
            token.run_sync_soon(done.set)

    future.add_done_callback(wake)
    await done.wait()
    return future.result()


def is_cancelled(error: BaseException) -> bool:
    """Return whether an exception is a cancellation; trio raises it in the cancelled task only."""
    return isinstance(error, trio.Cancelled)


async def sleep(seconds: float) -> None:
    """Let others run for a while."""
    await trio.sleep(seconds)
