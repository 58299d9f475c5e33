"""Deadlines of one request."""

from collections.abc import Callable
from math import inf
from typing import Literal

Phase = Literal["pool", "connect", "write", "read"]


class Deadlines:
    """Time limits of one request, in seconds; `None` is no limit.

    Args:
        clock: The transport's clock.
        pool: Limit of waiting for a free connection.
        connect: Limit of opening a connection, TLS included.
        write: Limit of sending the request.
        read: Limit of the whole response, so that a server that sends it slowly cannot extend it.
        total: Limit of all phases together, from now.
        until: The same as a time of the clock.
    """

    __slots__ = ("_end", "clock", "connect", "pool", "read", "write")

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        pool: float | None = None,
        connect: float | None = None,
        write: float | None = None,
        read: float | None = None,
        total: float | None = None,
        until: float | None = None,
    ) -> None:
        self.clock = clock
        self.pool = pool
        self.connect = connect
        self.write = write
        self.read = read
        self._end = clock() + total if total is not None else inf if until is None else until

    def within(self, phase: Phase) -> float | None:
        """Return the seconds that a phase starting now may take; `None` means no limit."""
        limit: float | None = getattr(self, phase)
        if self._end == inf:
            return limit
        left = max(0.0, self._end - self.clock())
        return left if limit is None else min(limit, left)

    def due(self, phase: Phase) -> float:
        """Return when a phase that starts now must end, as a time of the clock."""
        limit: float | None = getattr(self, phase)
        return self._end if limit is None else min(self._end, self.clock() + limit)

    def left(self, due: float) -> float | None:
        """Return the seconds until `due`, at least 0; `None` means no limit."""
        return None if due == inf else max(0.0, due - self.clock())

    def countdown(self, phase: Phase) -> "Countdown":
        """Start a phase and return what measures its remaining time."""
        return Countdown(self.within(phase), self.clock)


class Countdown:
    """Remaining time of a phase that starts now."""

    __slots__ = ("_clock", "_end")

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = None if seconds is None else clock() + seconds

    def left(self) -> float | None:
        """Return the remaining seconds, at least 0; `None` means no limit."""
        return None if self._end is None else max(0.0, self._end - self._clock())
