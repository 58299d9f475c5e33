"""Monitor a run: delays of the event loop, memory, one sample per second."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Final, Self

from tools.soak.gauges import Sample, descriptors, percentile, resident

_BEAT: Final = 0.01
_BEATS_PER_SAMPLE: Final = 2
_STANDSTILL: Final = 1.0
"""Seconds without a heartbeat that are too long for the timeouts of the calls in flight."""


class Watch:
    """Monitors the run while its `with` block runs."""

    def __init__(self, show: Callable[[Sample], None]) -> None:
        self.samples: list[Sample] = []
        self.stall = 0.0
        """The longest delay of a heartbeat."""
        self.standstills = 0
        """The heartbeats that were so late that the calls in flight may have timed out."""
        self.held: list[int] = []
        """Bytes in use while no call ran: what the client keeps."""
        self.peak = 0
        """The largest number of bytes in use."""
        self._show = show
        self._recent: list[float] = []
        self._peak = 0
        self._beats = 0
        self._due = self._second = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def __enter__(self) -> Self:
        self._second = monotonic()
        self._plan()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._timer is not None
        self._timer.cancel()
        self._look()
        if not self.samples:
            self._sample()

    def took(self, seconds: float) -> None:
        """Record the duration of a call."""
        self._recent.append(seconds)

    def look_at_rest(self) -> None:
        """Record the memory in use while no call runs."""
        self.held.append(resident())

    def _plan(self) -> None:
        self._due = monotonic() + _BEAT
        self._timer = asyncio.get_running_loop().call_later(_BEAT, self._beat)

    def _beat(self) -> None:
        now = monotonic()
        self.stall = max(self.stall, now - self._due)
        self.standstills += now - self._due >= _STANDSTILL
        self._beats += 1
        if self._beats % _BEATS_PER_SAMPLE == 0:
            self._look()
        if now - self._second >= 1:
            self._second = now
            self._sample()
        self._plan()

    def _look(self) -> None:
        memory = resident()
        self._peak = max(self._peak, memory)
        self.peak = max(self.peak, memory)

    def _sample(self) -> None:
        recent = sorted(self._recent)
        sample = Sample(
            calls=len(recent),
            p50=percentile(recent, 0.5),
            p99=percentile(recent, 0.99),
            held=self.held[-1] if self.held else self._peak,
            peak=self._peak,
            descriptors=descriptors(),
        )
        self._recent, self._peak = [], 0
        self.samples.append(sample)
        self._show(sample)
