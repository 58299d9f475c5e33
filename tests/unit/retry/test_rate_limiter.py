"""The limiter of the adaptive mode: its control law step by step."""

import pytest
from hypothesis import given, strategies as st

from smaws_kms._runtime.retry.rate_curve import RateCurve
from smaws_kms._runtime.retry.rate_limiter import RateLimiter, RateLimiters
from smaws_kms._runtime.retry.turns import Turn
from tests.unit.retry.limiter_steps import FOREVER, attempt, burst, paced


def test_nothing_is_limited_before_the_first_throttled_response() -> None:
    """Without throttling, requests are sent at once."""
    limiter = RateLimiter()

    assert {0.0} == {attempt(limiter, n / 100, n / 100, throttled=False) for n in range(100)}
    assert limiter.rate is None


def test_first_rate_is_the_served_rate() -> None:
    """A burst lowers the rate once, to what was served, however many of its responses are throttled."""
    assert 70.0 == pytest.approx(paced().rate)


def test_throttled_responses_that_overtake() -> None:
    """Throttled responses arrive first; later successes of the same burst count for the rate too."""
    limiter = RateLimiter()
    turns = [Turn() for _ in range(60)]
    for turn in turns:
        limiter.reserve(turn, 0.0, FOREVER)
    limiter.learn(turns[0], 0.01, throttled=True)
    for turn in turns[1:]:
        limiter.learn(turn, 0.05, throttled=False)

    assert 0.7 * 59 == pytest.approx(limiter.rate)


def test_only_the_last_second_is_measured() -> None:
    """Only successes of the last second count."""
    limiter = RateLimiter()
    burst(limiter, 0.0, served=500, throttled=0)
    burst(limiter, 5.0, served=20, throttled=1)

    assert 14.0 == pytest.approx(limiter.rate)


def test_probes() -> None:
    """While requests are held, single probes are sent at growing intervals."""
    limiter = RateLimiter()
    burst(limiter, 0.0, served=0, throttled=1)
    waits = [attempt(limiter, 0.01, 0.01, throttled=True) for _ in range(7)]

    assert [0.1, 0.3, 0.7, 1.5, 3.1, 5.1, 7.1] == [pytest.approx(it, abs=0.01) for it in waits]


def test_a_served_probe_ends_the_hold() -> None:
    """After a successful probe, requests are sent at the rate."""
    limiter = paced()
    waits = [limiter.reserve(Turn(), 0.51, FOREVER) for _ in range(3)]

    assert [1 / 70, 2 / 70, 3 / 70] == [pytest.approx(it) for it in waits]


def test_an_outage_lowers_the_rate_with_which_sending_resumes() -> None:
    """Probes that are throttled after the first second lower the rate further."""
    limiter = RateLimiter()
    burst(limiter, 0.0, served=100, throttled=1)
    for _ in range(5):
        attempt(limiter, 0.01, 0.01, throttled=True)

    assert 70 * 0.7**2 == pytest.approx(limiter.rate)


def test_one_cut_a_second() -> None:
    """Throttling lowers the rate once; throttling of a later attempt holds requests instead."""
    limiter = paced()
    turns = [Turn() for _ in range(3)]
    for turn in turns:
        turn.began = 3.0
        limiter.learn(turn, 3.1, throttled=True)
    cut = limiter.rate
    turns[0].began = 3.2
    limiter.learn(turns[0], 3.3, throttled=True)

    assert 49.0 == pytest.approx(cut)
    assert limiter.rate == cut
    assert limiter.reserve(Turn(), 3.3, FOREVER) > 0


def test_an_unused_rate_does_not_grow() -> None:
    """The rate does not grow while a client uses less than it."""
    limiter = paced()
    for second in range(1, 60):
        assert 0.0 == attempt(limiter, second, second + 0.1, throttled=False)

    assert 70.0 == pytest.approx(limiter.rate)


def test_operations_have_limiters_of_their_own() -> None:
    """Throttling of `CreateKey` does not slow down `Encrypt`."""
    limiters = RateLimiters()

    assert limiters.of("CreateKey") is limiters.of("CreateKey")
    assert limiters.of("CreateKey") is not limiters.of("Encrypt")


def test_fork() -> None:
    """A child does not wait for a lock of a parent's thread, nor behind the parent's calls."""
    limiter = paced()
    limiter.reserve(Turn(), 0.51, FOREVER)
    with vars(limiter)["_lock"]:
        limiter.after_fork()

        assert 1 / 70 == pytest.approx(limiter.reserve(Turn(), 0.51, FOREVER))


def test_clock_that_stands_still() -> None:
    """A clock that stands still causes no division by zero."""
    limiter = RateLimiter()
    for _ in range(3):
        turn = Turn()
        turn.began = 5.0
        limiter.learn(turn, 5.0, throttled=True)
        limiter.learn(turn, 5.0, throttled=False)

    assert limiter.rate is not None


@given(st.lists(st.tuples(st.floats(0.0, 3.0), st.booleans()), max_size=200))
def test_always_some_rate(responses: list[tuple[float, bool]]) -> None:
    """Every call waits for a bounded time, and the rate stays positive."""
    limiter, now = RateLimiter(), 0.0
    for pause, throttled in responses:
        now += pause

        assert attempt(limiter, now, now, throttled=throttled) <= 2.1
        assert limiter.rate is None or limiter.rate >= 0.5


def test_curve_returns_to_the_rate_of_the_cut() -> None:
    """Every rate is reached again after 3.1 s, and grows slowly from then on."""
    for rate in (20.0, 2_000.0):
        curve = RateCurve(rate)
        curve.rate = rate
        curve.cut()
        curve.grow(3.1)

        assert rate == pytest.approx(curve.rate, rel=0.01)
        assert not curve.is_exploring

        curve.grow(1.0)

        assert curve.is_exploring


def test_curve_doubles_when_there_is_far_more() -> None:
    """Far above the old rate, it doubles every second."""
    curve = RateCurve(100.0)
    curve.grow(10.0)
    before = curve.rate
    curve.grow(1.0)

    assert 2 * before == pytest.approx(curve.rate)


def test_curve_without_a_measurement() -> None:
    """Without a measured rate, it doubles at once, also after an outage."""
    curve = RateCurve(0.0)
    curve.lower()
    curve.grow(1.0)

    assert curve.rate > 20
