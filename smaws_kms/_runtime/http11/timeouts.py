"""Deadlines of one request, from httpx's `timeout` extension and our `total_timeout`."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

Phase = Literal["pool", "connect", "write", "read"]


class Deadlines:
    """Time limits of one request.

    `timeout` is httpx's extension: seconds per phase. `total_timeout` is ours: seconds from now for
    all phases together.

    `read` limits the whole response, so that a server that sends it slowly cannot extend it.
    """

    def __init__(self, extensions: Mapping[str, Any], clock: Callable[[], float]) -> None:
        self._limits: Mapping[str, float | None] = extensions.get("timeout", {})
        total: float | None = extensions.get("total_timeout")
        self._clock = clock
        self._end = None if total is None else clock() + total

    def within(self, phase: Phase) -> float | None:
        """Return the seconds that a phase starting now may take; `None` means no limit."""
        limit = self._limits.get(phase)
        if self._end is None:
            return limit
        left = max(0.0, self._end - self._clock())
        return left if limit is None else min(limit, left)

    def countdown(self, phase: Phase) -> "Countdown":
        """Start a phase and return what measures its remaining time."""
        return Countdown(self.within(phase), self._clock)


class Countdown:
    """Remaining time of a phase that starts now."""

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = None if seconds is None else clock() + seconds

    def left(self) -> float | None:
        """Return the remaining seconds, at least 0; `None` means no limit."""
        return None if self._end is None else max(0.0, self._end - self._clock())
