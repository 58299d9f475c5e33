"""Attempts of a rate limiter in tests."""

from typing import Final

from smaws_kms._runtime.retry.rate_limiter import RateLimiter
from smaws_kms._runtime.retry.turns import Turn

FOREVER: Final = None


def attempt(limiter: RateLimiter, begin: float, end: float, *, throttled: bool) -> float:
    """Run an attempt of a new call, and return the seconds that it waited."""
    turn = Turn()
    now = begin
    while (wait := limiter.reserve(turn, now, FOREVER)) > 0:
        now += wait
    limiter.learn(turn, now + end - begin, throttled=throttled)
    return now - begin


def burst(limiter: RateLimiter, now: float, *, served: int, throttled: int) -> None:
    """Send requests at once, and complete them a hundredth of a second later."""
    turns = [Turn() for _ in range(served + throttled)]
    for turn in turns:
        assert 0.0 == limiter.reserve(turn, now, FOREVER)
    for number, turn in enumerate(turns):
        limiter.learn(turn, now + 0.01, throttled=number >= served)


def paced() -> RateLimiter:
    """Return a limiter that measured 100 requests a second, and sends 70 after throttling."""
    limiter = RateLimiter()
    burst(limiter, 0.0, served=100, throttled=50)
    attempt(limiter, 0.5, 0.51, throttled=False)
    return limiter
