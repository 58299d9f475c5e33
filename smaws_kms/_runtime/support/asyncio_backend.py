"""What the async client needs of asyncio. Loaded only where asyncio runs."""

import asyncio
from collections.abc import Awaitable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def within(seconds: float | None, work: Awaitable[T]) -> T | None:
    """Await something, and return `None` when it takes too long."""
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            return await work
    except TimeoutError:
        # The work may end in a timeout of its own, which is not ours to explain away.
        if not scope.expired():
            raise
    return None


async def outcome_of(future: Future[T]) -> T:
    """Wait for another thread's work without blocking the loop."""
    return await asyncio.wrap_future(future)


def is_cancelled(error: BaseException) -> bool:
    """Return whether an exception is the cancellation of the running task, and not of another.

    Awaiting a task that was cancelled raises the same exception.
    """
    task = asyncio.current_task()
    return isinstance(error, asyncio.CancelledError) and (task is None or task.cancelling() > 0)


async def sleep(seconds: float) -> None:
    """Let others run for a while."""
    await asyncio.sleep(seconds)
