"""The rate limiter of the adaptive mode: how fast one client sends one operation.

The service enforces a quota that the client does not know. The control law:

1. **No limit** until the first throttled response.
2. **The first throttled response** ends that. The rate starts from the number of requests that the
   service served within the last second, and requests are held (see 4).
3. **Later, a throttled response cuts the rate**, at most once a second. A burst has many throttled
   responses; those to attempts that began before the last one that counted say nothing new and are
   ignored (TCP NewReno, RFC 6582). After a cut the rate grows along `RateCurve`.
4. **Hold.** When attempts that began after a cut are throttled within a second of it, the quota of
   that second is used up, and no rate helps. All requests wait, except single probes, 0.1, 0.2, 0.4
   ... 2 s apart. The first probe that is served ends the hold. From the second second on, each
   throttled probe lowers the rate with which sending resumes.
5. **Order.** Calls pass in the order in which they first asked, retries with the rank of their first
   attempt. A call looks again at the latest after half of the wait that it expects, so it notices
   when the rate has changed.
6. **Deadlines.** A call that expects its turn after its deadline stays out of the line, and looks
   whether that has changed. Else, with more calls than the quota serves in time, each would get its
   turn just when its time is over.
7. **Last attempts wait for calm**: throttling would end the call, so calls with attempts left go
   ahead until the service has throttled nothing for a while.

Responses other than throttling, errors included, count as served. An attempt without a response says
nothing. Times are seconds of one clock that only goes forward; nothing here reads it or sleeps.
"""

import math
from threading import Lock
from typing import Final

from smaws_kms._runtime.retry.rate_curve import RateCurve
from smaws_kms._runtime.retry.turns import Turn, Turns
from smaws_kms._runtime.support.fork import register_at_fork

QUOTA_WINDOW: Final = 1.0
"""Seconds that services count quotas over."""
_SLOTS: Final = 10
"""Parts of that window in which served requests are counted."""
_FIRST_PROBE: Final = 0.1
_LONGEST_PROBE: Final = 2.0
"""Seconds between probes. Bounds how late the end of an outage is noticed."""
_SHORTEST_LOOK: Final = 0.001
_LOOK: Final = 0.1
"""Seconds until a call looks again, unless it expects its turn sooner or has most of it to wait."""
_BURST: Final = 0.1
"""Seconds of the rate that may be made up for when calls wake late."""
_HOPE: Final = 0.8
"""Part of the time left within which a call must expect its turn to get in line."""
_ROUNDING: Final = 1e-6
_CALM: Final = 2.0
"""Seconds without throttling after which a call makes its last attempt."""
_LONGEST_CAUTION: Final = 15.0
"""Seconds since its previous attempt after which a call makes its last one in any case."""


class _Served:
    """How many requests the service served within the last second."""

    def __init__(self) -> None:
        self._slots: dict[int, int] = {}

    def record(self, now: float) -> None:
        """Count a response."""
        slot = int(now * _SLOTS)
        if slot not in self._slots:
            self._slots = {it: n for it, n in self._slots.items() if it > slot - _SLOTS}
        self._slots[slot] = self._slots.get(slot, 0) + 1

    def rate(self, now: float) -> float:
        """Return requests a second."""
        oldest = int(now * _SLOTS) - _SLOTS
        return sum(count for slot, count in self._slots.items() if slot > oldest) / QUOTA_WINDOW


class _Hold:
    """When the next probe may go."""

    def __init__(self, now: float) -> None:
        self.began = now
        self.next_probe = now + _FIRST_PROBE
        self._gap = _FIRST_PROBE

    def probe(self, now: float) -> None:
        """Let one request through."""
        self._gap = min(2 * self._gap, _LONGEST_PROBE)
        self.next_probe = now + self._gap


class RateLimiter:
    """Limits the rate of one operation for a client and those derived from it. Thread-safe."""

    def __init__(self) -> None:
        self._curve: RateCurve | None = None
        self._hold: _Hold | None = None
        self._served: _Served | None = _Served()  # until there is a rate that was confirmed
        self._throttled_at = 0.0
        self._lowered_at = 0.0
        self._grown_at = 0.0
        self._tokens = 0.0
        self._filled_at = 0.0
        self._turns = Turns()
        self._lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Forget the threads of the parent: those that wait, and one that may hold the lock."""
        self._lock = Lock()
        self._turns = Turns()

    @property
    def rate(self) -> float | None:
        """Requests a second that are allowed; `None` is any number."""
        return None if self._curve is None else self._curve.rate

    def reserve(self, turn: Turn, now: float, within: float | None) -> float:
        """Return 0 if the call may send now, else the seconds after which it asks again.

        Args:
            turn: The place of the call.
            now: The time.
            within: The seconds that the call has left.
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
        """Give up the place of a call that does not wait any more, whatever the reason."""
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
            self._hold, self._lowered_at = _Hold(now), now
        elif turn.began < self._throttled_at:
            return
        elif self._hold is not None:
            if now - self._hold.began > QUOTA_WINDOW:
                self._curve.lower()
        elif now - self._lowered_at < QUOTA_WINDOW:
            self._hold = _Hold(now)
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
            self._tokens, self._filled_at, self._grown_at = 0.0, now, now
        elif self._served is not None:
            # Responses of the burst that are still coming in: the first throttled one overtook them.
            self._curve.restart(self._served.rate(now))

    def _wait(self, curve: RateCurve, turn: Turn, now: float, left: float) -> float:
        if turn.is_last and self._is_risky(curve, turn, now):
            self._turns.remove(turn)
            return _LOOK
        self._fill(curve.rate, now)
        was_waiting, ahead = self._turns.find(turn, now)
        until_probe = 0.0 if self._hold is None else max(0.0, self._hold.next_probe - now)
        in_line = max(0.0, ahead + 1 - self._tokens) / curve.rate
        if until_probe + in_line > left * (1.0 if was_waiting else _HOPE):
            self._turns.remove(turn)
            return _LOOK
        self._turns.add(turn, now)
        if self._hold is not None:
            if until_probe == 0:
                self._hold.probe(now)
                return 0.0
            return min(until_probe, _LOOK) + ahead / curve.rate / 2
        if self._tokens >= ahead + 1 - _ROUNDING:
            self._tokens -= 1
            return 0.0
        return min(in_line, max(_LOOK, in_line / 2))

    def _fill(self, rate: float, now: float) -> None:
        flowed = 0.0 if self._hold is not None else (now - self._filled_at) * rate
        self._tokens = min(max(1.0, rate * _BURST), self._tokens + flowed)
        self._filled_at = now

    def _is_risky(self, curve: RateCurve, turn: Turn, now: float) -> bool:
        quiet = now - self._throttled_at
        if not self._turns.have_retries:
            return quiet < QUOTA_WINDOW
        is_calm = quiet > _CALM and not curve.is_exploring
        return not is_calm and now - turn.began < _LONGEST_CAUTION


class RateLimiters:
    """A limiter for each operation: services have a quota for each, or for a few together."""

    def __init__(self) -> None:
        self._limiters: dict[str, RateLimiter] = {}

    def of(self, operation: str) -> RateLimiter:
        """Return the limiter of an operation."""
        return self._limiters.get(operation) or self._limiters.setdefault(operation, RateLimiter())
