"""Parts of the rate limiter: count of served requests, schedule of probes, tokens."""

from typing import Final

QUOTA_WINDOW: Final = 1.0
"""Seconds over which services count requests against a quota."""
_SLOTS: Final = 10
"""Parts of that window in which served requests are counted."""
_FIRST_PROBE: Final = 0.1
_LONGEST_PROBE: Final = 2.0
"""Seconds between probes. The longest interval bounds how late the end of an outage is noticed."""
_BURST: Final = 0.1
"""Seconds of the rate that tokens are kept for, so that calls that wake late can catch up."""


class ServedCounter:
    """Counts the requests that the service served within the last second."""

    def __init__(self) -> None:
        self._slots: dict[int, int] = {}

    def record(self, now: float) -> None:
        """Count a response, and drop counts that are older than the window."""
        slot = int(now * _SLOTS)
        if slot not in self._slots:
            self._slots = {it: n for it, n in self._slots.items() if it > slot - _SLOTS}
        self._slots[slot] = self._slots.get(slot, 0) + 1

    def rate(self, now: float) -> float:
        """Return the served requests a second."""
        oldest = int(now * _SLOTS) - _SLOTS
        return sum(count for slot, count in self._slots.items() if slot > oldest) / QUOTA_WINDOW


class ProbeSchedule:
    """Times of the single requests that are sent while all others are held."""

    def __init__(self, now: float) -> None:
        self.began = now
        self._next = now + _FIRST_PROBE
        self._interval = _FIRST_PROBE

    def wait(self, now: float) -> float:
        """Return the seconds until the next probe."""
        return max(0.0, self._next - now)

    def sent(self, now: float) -> None:
        """Schedule the probe after the one that is sent now, at twice the interval."""
        self._interval = min(2 * self._interval, _LONGEST_PROBE)
        self._next = now + self._interval


class Tokens:
    """Token bucket of the rate limiter: each request takes one token."""

    def __init__(self) -> None:
        self.count = 0.0
        self._filled_at = 0.0

    def refill(self, rate: float, now: float, *, paused: bool) -> None:
        """Add the tokens that the rate has brought since the last time, none while paused."""
        # At least one, or a rate below 1 / _BURST would admit no request.
        capacity = max(1.0, rate * _BURST)
        added = 0.0 if paused else (now - self._filled_at) * rate
        self.count = min(capacity, self.count + added)
        self._filled_at = now

    def empty(self, now: float) -> None:
        """Start again without tokens."""
        self.count, self._filled_at = 0.0, now
