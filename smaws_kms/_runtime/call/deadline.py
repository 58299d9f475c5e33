"""Arithmetic on the time limits of one call."""

from collections.abc import Callable

from attrs import evolve

from smaws_kms._runtime.http.messages import AttemptTimeouts
from smaws_kms._runtime.values import Timeout


class Deadline:
    """A call's `Timeout`, counted from the moment when the call began."""

    __slots__ = ("_end", "_monotonic", "_started", "_timeout")

    def __init__(self, timeout: Timeout, monotonic: Callable[[], float]) -> None:
        self._timeout = timeout
        self._monotonic = monotonic
        self._started = monotonic()
        self._end = None if timeout.operation is None else self._started + timeout.operation

    @property
    def operation_timeout(self) -> float | None:
        """Seconds that the whole call may take."""
        return self._timeout.operation

    def limit_of_call(self) -> str | None:
        """Return the setting that bounds the whole call, with its value, for error texts."""
        seconds = self._timeout.operation
        return None if seconds is None else f"Timeout.operation is {seconds:g} s"

    def limit_of_attempt(self) -> str | None:
        """Return the setting that bounds an attempt, with its value, for error texts."""
        seconds = self._timeout.attempt
        return None if seconds is None else f"Timeout.attempt is {seconds:g} s"

    def limit_of_connect(self) -> str | None:
        """Return the setting that bounds a connection attempt, with its value, for error texts."""
        connect, attempt = self._timeout.connect, self._timeout.attempt
        if connect is None or (attempt is not None and attempt < connect):
            return self.limit_of_attempt()
        return f"Timeout.connect is {connect:g} s"

    def limit_connect(self, seconds: float) -> None:
        """Replace the connect timeout."""
        self._timeout = evolve(self._timeout, connect=seconds)

    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self._monotonic() - self._started

    def remaining(self) -> float | None:
        """Return the seconds until the deadline, at least 0; `None` without a deadline."""
        return None if self._end is None else max(0.0, self._end - self._monotonic())

    def allows(self, delay: float) -> bool:
        """Return whether a delay would end before the deadline."""
        remaining = self.remaining()
        return remaining is None or delay < remaining

    def attempt_timeouts(self) -> AttemptTimeouts | None:
        """Return the timeouts of an attempt that starts now; `None` if no time is left for it."""
        now, end = self._monotonic(), self._end
        left, connect = self._timeout.attempt, self._timeout.connect
        if end is not None and (left is None or end - now < left):
            left = end - now
        if left is None:
            return AttemptTimeouts(connect, None, self._monotonic)
        if left <= 0:
            return None
        if connect is None or left < connect:
            connect = left
        return AttemptTimeouts(connect, now + left, self._monotonic)
