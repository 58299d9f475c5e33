"""One run: the calls in rounds, and what is left when they are over."""

import asyncio
import gc
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from time import perf_counter
from typing import Final, TypeAlias

from attrs import frozen

from tools.soak.draw import draw
from tools.soak.gauges import descriptors
from tools.soak.record import Record
from tools.soak.turns import Turns
from tools.soak.watch import Watch
from tools.soak.workers import Round

Workers: TypeAlias = Callable[[Mapping[str, str], Turns], AbstractAsyncContextManager[Round]]

_ROUNDS: Final = 30
"""How often all come to rest, so that what the client keeps can be seen."""
_LEAST: Final = 400
"""Calls of a round, at least."""
_WARM_UP: Final = 2_000
"""Calls after which everything has been loaded that is loaded once."""


@frozen
class Left:
    """What a run has left behind."""

    seconds: float
    """How long it took."""
    before: int
    """Descriptors that were open before its client was made."""
    after: int
    """Those that are open now that it is closed."""


@frozen
class Soak:
    """What is to be run."""

    workers: Workers
    urls: Mapping[str, str]
    """The addresses of the server."""
    seed: int

    def run(self, record: Record, watch: Watch) -> Left:
        """Make the calls, and look at what is left."""
        warm_up = Soak(self.workers, self.urls, self.seed + 1)
        warm_up.make_calls(Record(_WARM_UP), Watch(lambda _: None))
        before, started = descriptors(), perf_counter()
        self.make_calls(record, watch)
        return Left(perf_counter() - started, before, descriptors())

    def make_calls(self, record: Record, watch: Watch) -> None:
        """Make the calls."""
        asyncio.run(self._calls(record, watch))
        gc.collect()  # what nobody closed would warn now

    async def _calls(self, record: Record, watch: Watch) -> None:
        calls = len(record.results)
        turns = Turns(draw(calls, self.seed), record, watch)
        async with self.workers(self.urls, turns) as make_round:
            with watch:
                while turns.left:
                    turns.begin(max(_LEAST, -(-calls // _ROUNDS)))
                    await make_round()
                    gc.collect()
                    watch.look_at_rest()
