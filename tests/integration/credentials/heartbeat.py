"""How long an event loop stands still."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Final

import anyio
from attrs import define

# Short against what counts as a stall, long enough to leave the machine to others.
_BEAT: Final = 0.002


@define
class Heart:
    """A task that wants to run all the time."""

    longest: float = 0.0
    """The longest wait for its turn, in seconds."""
    beats: int = 0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            start = perf_counter()
            await anyio.sleep(_BEAT)
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            self.beats += 1


@asynccontextmanager
async def heartbeat() -> AsyncGenerator[Heart, None]:
    """Let a heart beat beside what is done meanwhile."""
    heart = Heart()
    async with anyio.create_task_group() as group:
        group.start_soon(heart.beat)
        yield heart
        group.cancel_scope.cancel()
