"""`AsyncBackend` for asyncio. Imported only where asyncio runs."""

import asyncio
from collections.abc import Awaitable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def within(seconds: float | None, work: Awaitable[T]) -> T | None:
    """Await `work` for some seconds, and return `None` on timeout."""
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            return await work
    except TimeoutError:
        # The work may raise a timeout of its own, which has to reach the caller.
        if not scope.expired():
            raise
    return None


async def outcome_of(future: Future[T]) -> T:
    """Wait for the result of another thread without blocking the event loop."""
    return await asyncio.wrap_future(future)


def is_cancelled(error: BaseException) -> bool:
    """Return whether an exception is the cancellation of the running task, not of another.

    Awaiting a task that was cancelled raises the same exception.
    """
    task = asyncio.current_task()
    return isinstance(error, asyncio.CancelledError) and (task is None or task.cancelling() > 0)


async def sleep(seconds: float) -> None:
    """Sleep for some seconds without blocking the event loop."""
    await asyncio.sleep(seconds)
