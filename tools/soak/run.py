"""One run: the calls in rounds, then the resources that are left."""

import asyncio
import gc
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from time import perf_counter
from typing import Final, TypeAlias

from attrs import frozen

from tools.soak.call_queue import CallQueue
from tools.soak.draw import draw
from tools.soak.gauges import descriptors
from tools.soak.record import Record
from tools.soak.watch import Watch
from tools.soak.workers import Round

Workers: TypeAlias = Callable[[Mapping[str, str], CallQueue], AbstractAsyncContextManager[Round]]

_ROUNDS: Final = 30
"""The number of rounds; between rounds no call runs, which shows what the client keeps."""
_MIN_ROUND: Final = 400
"""The smallest number of calls in a round."""
_WARM_UP: Final = 2_000
"""The number of calls after which everything that is loaded once has been loaded."""


@frozen
class Resources:
    """Resources after a run."""

    seconds: float
    """The duration in seconds."""
    before: int
    """Descriptors that were open before the client was created."""
    after: int
    """Descriptors that are open after the client was closed."""


@frozen
class Soak:
    """A run that can be started."""

    workers: Workers
    urls: Mapping[str, str]
    """The server's URLs by address."""
    seed: int

    def run(self, record: Record, watch: Watch) -> Resources:
        """Make the calls; return the resources that are left."""
        warm_up = Soak(self.workers, self.urls, self.seed + 1)
        warm_up.make_calls(Record(_WARM_UP), Watch(lambda _: None))
        before, started = descriptors(), perf_counter()
        self.make_calls(record, watch)
        return Resources(perf_counter() - started, before, descriptors())

    def make_calls(self, record: Record, watch: Watch) -> None:
        """Make the calls, round by round."""
        asyncio.run(self._calls(record, watch))
        gc.collect()  # unclosed connections warn now

    async def _calls(self, record: Record, watch: Watch) -> None:
        calls = len(record.results)
        queue = CallQueue(draw(calls, self.seed), record, watch)
        async with self.workers(self.urls, queue) as make_round:
            with watch:
                while queue.left:
                    queue.begin(max(_MIN_ROUND, -(-calls // _ROUNDS)))
                    await make_round()
                    gc.collect()
                    watch.look_at_rest()
