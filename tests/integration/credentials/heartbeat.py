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
class Heart:
    """A task that measures how long it has to wait to run."""

    longest: float = 0.0
    """The longest wait in seconds."""
    beats: int = 0

    async def beat(self) -> None:
        """Run until cancelled."""
        while True:
            start = perf_counter()
            await anyio.sleep(_BEAT)
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            self.beats += 1


@define
class Machine:
    """A thread that measures how long it has to wait to run.

    What blocks this thread too is the machine or a holder of the GIL, and not the event loop.
    """

    longest: float = 0.0
    """The longest wait in seconds."""

    def beat(self, over: Event) -> None:
        """Run until stopped."""
        start = perf_counter()
        while not over.wait(_BEAT):
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            start = perf_counter()


@asynccontextmanager
async def heartbeat() -> AsyncGenerator[Heart, None]:
    """Measure the event loop during the block."""
    heart = Heart()
    async with anyio.create_task_group() as group:
        group.start_soon(heart.beat)
        yield heart
        group.cancel_scope.cancel()


@contextmanager
def watching_the_machine() -> Generator[Machine]:
    """Measure the machine during the block."""
    machine, over = Machine(), Event()
    thread = Thread(target=machine.beat, args=(over,))
    thread.start()
    try:
        yield machine
    finally:
        over.set()
        thread.join()
