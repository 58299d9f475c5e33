"""How long a request may wait for what, from the extensions that httpx documents, and one more."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

Phase = Literal["pool", "connect", "write", "read"]


class Deadlines:
    """Time limits of one request.

    `timeout` is httpx's extension, in seconds by phase. `total_timeout` is ours: seconds from now for
    all phases together, which no sum of limits by phase can say.

    An answer is handed out whole, so `read` is for the whole of it: a trickle does not stretch it.
    """

    def __init__(self, extensions: Mapping[str, Any], clock: Callable[[], float]) -> None:
        self._limits: Mapping[str, float | None] = extensions.get("timeout", {})
        total: float | None = extensions.get("total_timeout")
        self._clock = clock
        self._end = None if total is None else clock() + total

    def within(self, phase: Phase) -> float | None:
        """Return the seconds that a phase which starts now may take; `None` is without end."""
        limit = self._limits.get(phase)
        if self._end is None:
            return limit
        left = max(0.0, self._end - self._clock())
        return left if limit is None else min(limit, left)

    def countdown(self, phase: Phase) -> "Countdown":
        """Start a phase."""
        return Countdown(self.within(phase), self._clock)


class Countdown:
    """Time that a phase has, from now on."""

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = None if seconds is None else clock() + seconds

    def left(self) -> float | None:
        """Return the seconds that are left, 0 when it is over; `None` is without end."""
        return None if self._end is None else max(0.0, self._end - self._clock())
