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


async def sleep(seconds: float) -> None:
    """Let others run for a while."""
    await asyncio.sleep(seconds)
