"""The limiter of the adaptive mode: responses to attempts that began before a hold."""

from smaws_kms._runtime.retry.turns import Turn
from tests.unit.retry.limiter_steps import FOREVER, paced


def test_late_success_in_a_later_hold() -> None:
    """A success of an attempt that began before a hold neither ends the hold nor changes the rate."""
    limiter = paced()
    late, first, second = Turn(), Turn(), Turn()
    late.began = first.began = 3.0
    second.began = 3.15
    limiter.learn(first, 3.1, throttled=True)
    limiter.learn(second, 3.2, throttled=True)
    rate = limiter.rate

    limiter.learn(late, 3.21, throttled=False)

    assert rate == limiter.rate
    assert limiter.reserve(Turn(), 3.21, FOREVER) > 0.05
