"""The time limits of one call: what is left of them, and what is said when they are over."""

from collections.abc import Callable

from attrs import evolve

from smaws_kms._runtime.call.attempts import AttemptLog
from smaws_kms._runtime.errors import CallTimeoutError, DeadlineExceededError, TransportError
from smaws_kms._runtime.http.messages import AttemptTimeouts
from smaws_kms._runtime.values import Timeout


class Deadline:
    """What a call's `Timeout` means from now on."""

    def __init__(
        self, timeout: Timeout, monotonic: Callable[[], float], attempt_log: AttemptLog
    ) -> None:
        self._timeout = timeout
        self._monotonic = monotonic
        self._attempts_log = attempt_log
        self._started = monotonic()
        self._ends = None if timeout.operation is None else self._started + timeout.operation

    def limit_connect(self, seconds: float) -> None:
        """Replace the time limit of connections."""
        self._timeout = evolve(self._timeout, connect=seconds)

    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self._monotonic() - self._started

    def remaining(self) -> float | None:
        """Return the seconds that the call has left, 0 when they are over; `None` is without end."""
        return None if self._ends is None else max(0.0, self._ends - self._monotonic())

    def allow(self, seconds: float) -> bool:
        """Tell whether there is time left after a wait."""
        remaining = self.remaining()
        return remaining is None or seconds < remaining

    def attempt_timeouts(self) -> AttemptTimeouts:
        """Return how long one attempt may wait from now on."""
        left = _shorter(self._timeout.attempt, self.remaining())
        until = None if left is None else self._monotonic() + left
        return AttemptTimeouts(_shorter(self._timeout.connect, left), until, self._monotonic)

    def or_deadline_error(self, error: TransportError) -> TransportError:
        """Say that the call's own time ran out, where that is why the attempt ended."""
        if not isinstance(error, CallTimeoutError) or self.remaining() != 0:
            return error
        unsent = error.sent == "no"
        when = "before the request was sent" if unsent else "while waiting for the answer"
        return self.exceeded(when, error)

    def exceeded(self, when: str, attempt: TransportError | None = None) -> DeadlineExceededError:
        """Return the error that time is over.

        Args:
            when: What the call was at.
            attempt: How the attempt ended that was under way.
        """
        lost = self._attempts_log.seen or (attempt is not None and attempt.sent == "maybe")
        return DeadlineExceededError(
            f"took longer than {self._timeout.operation} s, {when}",
            sent="maybe" if lost else "no",
            last_error=self._attempts_log.last_error,
        )

    def too_late_error(self) -> DeadlineExceededError:
        """Return the error that a wait would take what time is left."""
        return self._unsent(f"no time for another attempt within {self._timeout.operation} s")

    def no_turn(self, rate: float | None) -> DeadlineExceededError:
        """Return the error that the rate limit did not let an attempt go in time.

        Args:
            rate: The requests a second that the limit allows.
        """
        limit = "" if rate is None else f" to {rate:.3g} requests a second"
        return self._unsent(
            f"no attempt could be sent within {self._timeout.operation} s: after throttling, "
            f"the adaptive retry mode limits this operation{limit}"
        )

    def _unsent(self, message: str) -> DeadlineExceededError:
        return DeadlineExceededError(
            message,
            sent="maybe" if self._attempts_log.seen else "no",
            last_error=self._attempts_log.last_error,
        )


def _shorter(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
