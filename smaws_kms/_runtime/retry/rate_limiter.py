"""Rate limiter of the adaptive mode: how fast one client sends one operation.

The service enforces a quota that the client does not know. The control law:

1. **No limit** until the first throttled response.
2. **The first throttled response** sets the rate to 70 % of the requests that the service served
   within the last second, and starts a hold (see 4).
3. **Later, a throttled response cuts the rate**, at most once a second. A burst brings many throttled
   responses: those to attempts that began before the last one that counted are ignored, since they
   say nothing new (TCP NewReno, RFC 6582). After a cut the rate grows along `RateCurve`.
4. **Hold.** When attempts that began after a cut are throttled within a second of it, the quota of
   that second is used up, and no rate helps. All requests wait, except single probes, 0.1, 0.2, 0.4
   ... 2 s apart. The first probe that is served ends the hold. After the first second, each
   throttled probe lowers the rate with which sending resumes.
5. **Order.** Calls are admitted in the order of their first attempts; a retry keeps its place. A call
   asks again after at most half of the wait that it expects, so it notices a changed rate.
6. **Deadlines.** A call that expects its turn after its deadline stays out of the line, and asks
   again. Otherwise, with more calls than the quota serves in time, each would be admitted just when
   its deadline passes.
7. **Last attempts wait for calm.** Throttling would end such a call, so calls with attempts left go
   first until the service has throttled nothing for a while.

Responses other than throttling, errors included, count as served. An attempt without a response says
nothing. Times are seconds of one monotonic clock; nothing here reads it or sleeps.
"""

import math
from threading import Lock
from typing import Final

from smaws_kms._runtime.retry.pacing import QUOTA_WINDOW, ProbeSchedule, ServedCounter, Tokens
from smaws_kms._runtime.retry.rate_curve import RateCurve
from smaws_kms._runtime.retry.turns import Turn, Turns
from smaws_kms._runtime.support.fork import register_at_fork

_SHORTEST_LOOK: Final = 0.001
_LOOK: Final = 0.1
"""Seconds until a call asks again, unless it expects its turn sooner, or waits far longer."""
_HOPE: Final = 0.8
"""Part of the time left within which a call must expect its turn to join the line."""
_ROUNDING: Final = 1e-6
_CALM: Final = 2.0
"""Seconds without throttling after which a call makes its last attempt."""
_LONGEST_CAUTION: Final = 15.0
"""Seconds since its previous attempt after which a call makes its last one in any case."""


class RateLimiter:
    """Limits the rate of one operation for a client and those derived from it. Thread-safe."""

    def __init__(self) -> None:
        self._curve: RateCurve | None = None
        self._hold: ProbeSchedule | None = None
        # Until a served request has confirmed the first rate.
        self._served: ServedCounter | None = ServedCounter()
        self._throttled_at = 0.0
        self._lowered_at = 0.0
        self._grown_at = 0.0
        self._tokens = Tokens()
        self._turns = Turns()
        self._lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Reset the lock and the line: both may belong to threads that exist in the parent only."""
        self._lock = Lock()
        self._turns = Turns()

    @property
    def rate(self) -> float | None:
        """Requests a second that are allowed; `None` without a limit."""
        return None if self._curve is None else self._curve.rate

    def reserve(self, turn: Turn, now: float, within: float | None) -> float:
        """Return 0 if the call may send now, else the seconds until it asks again.

        Args:
            turn: The call's place in the line.
            now: The time.
            within: Seconds until the call's deadline, `None` without one.
        """
        with self._lock:
            if self._curve is not None:
                left = math.inf if within is None else within
                wait = self._wait(self._curve, turn, now, left)
                if wait > 0:
                    turn.waited = True
                    wait = max(wait, _SHORTEST_LOOK)
                    turn.asks_again = now + wait
                    return wait
                self._turns.remove(turn)
            turn.began = now
            return 0.0

    def leave(self, turn: Turn) -> None:
        """Remove a call that does not wait any more from the line, if it is there."""
        with self._lock:
            self._turns.remove(turn)

    def learn(self, turn: Turn, now: float, *, throttled: bool) -> None:
        """Adapt the rate to the response to an attempt."""
        with self._lock:
            if throttled:
                self._was_throttled(turn, now)
            else:
                self._was_served(turn, now)
            turn.waited = False

    def _was_throttled(self, turn: Turn, now: float) -> None:
        if self._curve is None:
            self._curve = RateCurve(0.0 if self._served is None else self._served.rate(now))
            self._hold, self._lowered_at = ProbeSchedule(now), now
        elif turn.began < self._throttled_at:
            return
        elif self._hold is not None:
            if now - self._hold.began > QUOTA_WINDOW:
                self._curve.lower()
        elif now - self._lowered_at < QUOTA_WINDOW:
            self._hold = ProbeSchedule(now)
        else:
            self._curve.cut()
            self._lowered_at = now
        self._throttled_at = now

    def _was_served(self, turn: Turn, now: float) -> None:
        if self._served is not None:
            self._served.record(now)
        if self._curve is None:
            return
        if self._hold is None:
            if turn.waited:
                elapsed = now - self._grown_at
                self._curve.grow(min(elapsed, max(QUOTA_WINDOW, 1 / self._curve.rate)))
            self._grown_at = now
        elif turn.began >= self._hold.began:
            self._hold = self._served = None
            self._tokens.empty(now)
            self._grown_at = now
        elif self._served is not None:
            # Responses to the same burst that arrive after the first throttled one count as well.
            self._curve.restart(self._served.rate(now))

    def _wait(self, curve: RateCurve, turn: Turn, now: float, left: float) -> float:
        if turn.is_last and self._is_risky(curve, turn, now):
            self._turns.remove(turn)
            return _LOOK
        hold = self._hold
        self._tokens.refill(curve.rate, now, paused=hold is not None)
        until_probe = 0.0 if hold is None else hold.wait(now)
        was_waiting, ahead = self._turns.find(turn, now)
        in_line = max(0.0, ahead + 1 - self._tokens.count) / curve.rate
        if until_probe + in_line > left * (1.0 if was_waiting else _HOPE):
            self._turns.remove(turn)
            return _LOOK
        self._turns.add(turn, now)
        if hold is None:
            return self._wait_for_token(ahead, in_line)
        if until_probe > 0:
            return min(until_probe, _LOOK) + ahead / curve.rate / 2
        hold.sent(now)
        return 0.0

    def _wait_for_token(self, ahead: int, in_line: float) -> float:
        if self._tokens.count < ahead + 1 - _ROUNDING:
            return min(in_line, max(_LOOK, in_line / 2))
        self._tokens.count -= 1
        return 0.0

    def _is_risky(self, curve: RateCurve, turn: Turn, now: float) -> bool:
        quiet = now - self._throttled_at
        if not self._turns.have_retries:
            return quiet < QUOTA_WINDOW
        is_calm = quiet > _CALM and not curve.is_exploring
        return not is_calm and now - turn.began < _LONGEST_CAUTION


class RateLimiters:
    """One limiter for each operation, as services have a quota for each, or for a few together."""

    def __init__(self) -> None:
        self._limiters: dict[str, RateLimiter] = {}

    def of(self, operation: str) -> RateLimiter:
        """Return the limiter of an operation, the same at each call."""
        return self._limiters.get(operation) or self._limiters.setdefault(operation, RateLimiter())
