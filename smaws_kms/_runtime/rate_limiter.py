"""The rate limiter of the adaptive mode: CUBIC, as published for the AWS SDKs.

Names, steps and numbers are those of the SDKs' common design (botocore's retries/adaptive.py,
throttling.py and bucket.py; the Rust, Go and JavaScript SDKs have the same): a rate measured in half
seconds, cut to 70 % by a throttled answer, raised again along a cubic curve, and a token bucket that
lets requests out at that rate. Until the first throttled answer it lets everything pass.
"""

import math
from threading import Lock
from typing import Final

from smaws_kms._runtime.forks import mend_after_fork

_BETA: Final = 0.7
"""What is left of the rate after a throttled answer."""
_SCALE: Final = 0.4
"""Steepness of the curve."""
_SMOOTHING: Final = 0.8
_BUCKETS_PER_SECOND: Final = 2
_MOST_GROWTH: Final = 2.0
"""The rate never exceeds that multiple of the measured one."""
_MIN_RATE: Final = 0.5
_MIN_CAPACITY: Final = 1.0


class _MeasuredRate:
    """How many requests a second were made lately."""

    def __init__(self, now: float) -> None:
        self.value = 0.0
        self._count = 0
        self._bucket: float = math.floor(now)

    def record(self, now: float) -> None:
        """Count a request."""
        bucket = math.floor(now * _BUCKETS_PER_SECOND) / _BUCKETS_PER_SECOND
        self._count += 1
        if bucket > self._bucket:
            current = self._count / (bucket - self._bucket)
            self.value = current * _SMOOTHING + self.value * (1 - _SMOOTHING)
            self._count = 0
            self._bucket = bucket


class _Cubic:
    """The curve on which the rate comes back after it was cut."""

    def __init__(self, now: float) -> None:
        self._last_max = 0.0
        self._window = 0.0
        self._last_throttle = now

    def cut(self, rate: float, now: float) -> float:
        """Return the rate after a throttled answer."""
        self._last_max = rate
        self._window = (rate * (1 - _BETA) / _SCALE) ** (1 / 3)
        self._last_throttle = now
        return rate * _BETA

    def grow(self, now: float) -> float:
        """Return the rate after any other answer."""
        elapsed = now - self._last_throttle
        return float(_SCALE * (elapsed - self._window) ** 3 + self._last_max)


class _Bucket:
    """Tokens that flow in at the rate; a request takes one, maybe before it is there."""

    def __init__(self, now: float) -> None:
        self.rate = _MIN_RATE
        self._capacity = _MIN_CAPACITY
        self._tokens = 0.0
        self._filled = now

    def change_rate(self, rate: float, now: float) -> None:
        """Let tokens flow in at another rate from now on."""
        self._fill(now)
        self.rate = max(rate, _MIN_RATE)
        self._capacity = max(rate, _MIN_CAPACITY)
        self._tokens = min(self._tokens, self._capacity)

    def wait(self, now: float) -> float:
        """Return the seconds until there is a token."""
        self._fill(now)
        return max(0.0, (1 - self._tokens) / self.rate)

    def take(self) -> None:
        """Take a token; those who come later wait for theirs behind this one."""
        self._tokens -= 1

    def _fill(self, now: float) -> None:
        if now > self._filled:
            flowed = (now - self._filled) * self.rate
            self._tokens = min(self._capacity, self._tokens + flowed)
            self._filled = now


class RateLimiter:
    """Limits the rate at which a client and those derived from it send. Thread-safe.

    Times are seconds of one clock that only goes forward.
    """

    def __init__(self) -> None:
        self._parts: tuple[_MeasuredRate, _Cubic, _Bucket] | None = None
        self._enabled = False
        self._lock = Lock()
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Let go of a lock that a thread of the parent holds."""
        self._lock = Lock()

    @property
    def rates(self) -> tuple[float, float]:
        """The measured rate and the one that is allowed, in requests a second."""
        measured, _, bucket = self._started(0.0)
        return measured.value, bucket.rate

    def reserve(self, now: float, within: float | None) -> float | None:
        """Return the seconds to wait before sending, or `None` when they are more than `within`."""
        with self._lock:
            _, _, bucket = self._started(now)
            if not self._enabled:
                return 0.0
            wait = bucket.wait(now)
            if within is not None and wait > 0 and wait >= within:
                return None
            bucket.take()
            return wait

    def learn(self, now: float, *, throttled: bool) -> None:
        """Adapt the rate to an answer, or to its absence."""
        with self._lock:
            measured, cubic, bucket = self._started(now)
            measured.record(now)
            if throttled:
                rate = min(measured.value, bucket.rate) if self._enabled else measured.value
                rate = cubic.cut(rate, now)
                self._enabled = True
            else:
                rate = cubic.grow(now)
            bucket.change_rate(min(rate, _MOST_GROWTH * measured.value), now)

    def _started(self, now: float) -> tuple[_MeasuredRate, _Cubic, _Bucket]:
        if self._parts is None:
            self._parts = _MeasuredRate(now), _Cubic(now), _Bucket(now)
        return self._parts
