"""How long an event loop stands still, and how long the machine lets nobody run."""

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from threading import Event, Thread
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


@define
class Machine:
    """A thread that wants to run all the time.

    What stops it as well is no blocked loop: the machine, or whoever holds the interpreter.
    """

    longest: float = 0.0
    """The longest wait for its turn, in seconds."""

    def beat(self, over: Event) -> None:
        """Beat until told to stop."""
        start = perf_counter()
        while not over.wait(_BEAT):
            self.longest = max(self.longest, perf_counter() - start - _BEAT)
            start = perf_counter()


@asynccontextmanager
async def heartbeat() -> AsyncGenerator[Heart, None]:
    """Let a heart beat beside what is done meanwhile."""
    heart = Heart()
    async with anyio.create_task_group() as group:
        group.start_soon(heart.beat)
        yield heart
        group.cancel_scope.cancel()


@contextmanager
def watching_the_machine() -> Generator[Machine]:
    """Let the machine be watched beside what is done meanwhile."""
    machine, over = Machine(), Event()
    thread = Thread(target=machine.beat, args=(over,))
    thread.start()
    try:
        yield machine
    finally:
        over.set()
        thread.join()
