"""Measures how long an event loop is blocked, and how long the machine runs no thread."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from threading import Event, Thread
from time import perf_counter
from typing import Final

import anyio
from attrs import define

# Much shorter than a stall, and long enough not to load the machine.
_BEAT: Final = 0.002


@define
class LoopStalls:
    """A task that measures how long it has to wait to run."""

    longest: float = 0.0
    """The longest wait in seconds."""
    beats: int = 0

    async def measure(self) -> None:
        """Run until cancelled."""
        while True:
            start = perf_counter()
            await anyio.sleep(_BEAT)
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            self.beats += 1


@define
class MachineStalls:
    """A thread that measures how long it has to wait to run.

    A wait here is caused by the machine or by a holder of the GIL, not by code on the event loop.
    """

    longest: float = 0.0
    """The longest wait in seconds."""

    def measure(self, over: Event) -> None:
        """Run until stopped."""
        start = perf_counter()
        while not over.wait(_BEAT):
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            start = perf_counter()


@asynccontextmanager
async def loop_stalls() -> AsyncGenerator[LoopStalls, None]:
    """Measure the event loop during the block."""
    stalls = LoopStalls()
    async with anyio.create_task_group() as group:
        group.start_soon(stalls.measure)
        yield stalls
        group.cancel_scope.cancel()


@contextmanager
def machine_stalls() -> Generator[MachineStalls]:
    """Measure the machine during the block."""
    stalls, over = MachineStalls(), Event()
    thread = Thread(target=stalls.measure, args=(over,))
    thread.start()
    try:
        yield stalls
    finally:
        over.set()
        thread.join()
