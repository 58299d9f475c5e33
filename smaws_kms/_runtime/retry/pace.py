"""One call at the rate limiter of the adaptive mode."""

from smaws_kms._runtime.retry.rate_limiter import RateLimiter
from smaws_kms._runtime.retry.turns import Turn


class Pace:
    """Says when the attempts of one call may be sent."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter
        self._turn = Turn()

    @property
    def rate(self) -> float | None:
        """Requests a second that the client allows itself; `None` is any number."""
        return self._limiter.rate

    def reserve(self, now: float, within: float | None, *, is_last: bool) -> float:
        """Return 0 if the next attempt may be sent, else the seconds after which to ask again.

        Args:
            now: The time.
            within: The seconds that the call has left.
            is_last: Whether the attempt is a retry, and no other may follow.
        """
        self._turn.is_last = is_last
        return self._limiter.reserve(self._turn, now, within)

    def leave(self) -> None:
        """Give up the wait for the next attempt, if it is not over."""
        self._limiter.leave(self._turn)

    def learn(self, now: float, *, throttled: bool) -> None:
        """Tell the limiter what the response to an attempt was."""
        self._limiter.learn(self._turn, now, throttled=throttled)
