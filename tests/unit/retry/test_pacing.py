"""Parts of the rate limiter, each alone: counts, tokens, the curve, and decisions at their limits."""

import pytest

from smaws_kms._runtime.retry.pacing import ServedCounter, Tokens
from smaws_kms._runtime.retry.rate_curve import RateCurve
from smaws_kms._runtime.retry.rate_limiter import RateLimiter, RateLimiters
from smaws_kms._runtime.retry.turns import Turn
from tests.unit.retry.limiter_steps import FOREVER, attempt, burst, paced


def test_window_of_the_counter() -> None:
    """Responses count for one second, in tenths."""
    counter = ServedCounter()
    for now in (100.0, 100.05, 100.5, 100.95):
        counter.record(now)

    assert [4, 4, 2, 1, 0] == [counter.rate(it) for it in (100.95, 100.99, 101.0, 101.55, 102.0)]


def test_counter_keeps_the_counts_of_its_window() -> None:
    """A response in a new tenth drops what is older than the window, and only that."""
    counter = ServedCounter()
    for now in (1.0, 1.5, 2.0, 2.45):
        counter.record(now)

    assert 3 == counter.rate(2.45)


@pytest.mark.parametrize(("rate", "full"), [(5.0, 1.0), (100.0, 10.0)])
def test_capacity_of_tokens(rate: float, full: float) -> None:
    """Tokens of a tenth of a second are kept, at least one."""
    tokens = Tokens()
    tokens.empty(10.0)
    tokens.refill(rate, 60.0, paused=False)

    assert full == tokens.count


def test_tokens_while_paused() -> None:
    """A pause brings no tokens, neither during nor after it."""
    tokens = Tokens()
    tokens.empty(10.0)
    tokens.refill(100.0, 10.01, paused=False)
    tokens.refill(100.0, 10.05, paused=True)
    paused = tokens.count
    tokens.refill(100.0, 10.06, paused=False)

    assert [1.0, 2.0] == [pytest.approx(it) for it in (paused, tokens.count)]


def test_each_request_takes_one_token() -> None:
    """Tokens of three requests admit three requests, and the fourth waits for its own."""
    limiter = paced()
    waits = [limiter.reserve(Turn(), 0.51 + 3.5 / 70, FOREVER) for _ in range(4)]

    assert [0.0, 0.0, 0.0, 0.5 / 70] == [pytest.approx(it) for it in waits]


@pytest.mark.parametrize(("measured", "guess"), [(9.99, True), (10.0, False), (100.0, False)])
def test_first_second_of_a_curve(measured: float, *, guess: bool) -> None:
    """Below ten requests a second the rate doubles at once, from there on it follows the curve."""
    curve = RateCurve(measured)
    start = curve.rate
    curve.grow(1.0)

    assert guess == (curve.rate > 1.9 * start)


@pytest.mark.parametrize("seconds", [0.5, 1.5, 2.5])
def test_cubic_part_of_a_curve(seconds: float) -> None:
    """After its return, the rate grows with the third power of time."""
    curve = RateCurve(100.0)
    curve.cut()
    top = curve.rate / 0.7
    back = (0.3 / 0.01) ** (1 / 3)
    curve.grow(back + seconds)

    assert top * (1 + 0.01 * seconds**3) == pytest.approx(curve.rate)


def test_growth_after_a_pause_is_bounded() -> None:
    """A call that waited for the limit after a long pause counts as one second at the limit."""
    limiter = paced()
    first = _grown(limiter, begin=1.0)
    second = _grown(limiter, begin=500.0)

    assert first is not None
    assert second is not None
    assert second < 1.2 * first


def test_first_throttled_response_without_any_served() -> None:
    """If nothing was served, the rate starts at 70 % of ten requests a second."""
    limiter = RateLimiter()
    burst(limiter, 0.0, served=0, throttled=1)

    assert 7.0 == pytest.approx(limiter.rate)


@pytest.mark.parametrize(
    ("joined", "in_time"), [(False, 0.82), (False, 0.78), (True, 0.99), (True, 1.02)]
)
def test_calls_join_the_line_with_time_to_spare(*, joined: bool, in_time: float) -> None:
    """A new call joins if it expects its turn in four fifths of its time; one in line may use all."""
    limiter, ahead, turn = paced(), [Turn() for _ in range(69)], Turn()
    for other in ahead:
        limiter.reserve(other, 0.51, FOREVER)
    if joined:
        limiter.reserve(turn, 0.51, FOREVER)
    limiter.reserve(turn, 0.51, 1.0 / in_time)
    later = Turn()

    expected = 71 if in_time < (1.0 if joined else 0.8) else 70
    assert expected / 70 == pytest.approx(_expected(limiter, later), abs=0.005)


def test_one_limiter_for_each_operation() -> None:
    """An operation gets the same limiter each time, and no other operation's."""
    limiters = RateLimiters()

    assert limiters.of("Encrypt") is limiters.of("Encrypt")
    assert limiters.of("Encrypt") is not limiters.of("Decrypt")


def _paced_at(now: float) -> RateLimiter:
    """Return a limiter that sends 70 requests a second, long after its clock began."""
    limiter = RateLimiter()
    burst(limiter, now, served=100, throttled=50)
    attempt(limiter, now + 0.5, now + 0.51, throttled=False)
    return limiter


def test_first_second_of_a_hold() -> None:
    """A probe that is throttled within a second of the cut does not lower the rate again."""
    limiter = RateLimiter()
    burst(limiter, 100.0, served=100, throttled=1)
    attempt(limiter, 100.02, 100.02, throttled=True)

    assert 70.0 == pytest.approx(limiter.rate)


def test_growth_by_the_time_at_the_limit() -> None:
    """The curve grows by the time since it grew last, not by more."""
    limiter, curve, turn = _paced_at(100.0), RateCurve(100.0), Turn()
    waited = limiter.reserve(turn, 100.51, FOREVER)
    limiter.reserve(turn, 100.51 + waited, FOREVER)
    limiter.learn(turn, 101.01, throttled=False)
    curve.grow(0.5)

    assert waited > 0
    assert curve.rate == pytest.approx(limiter.rate)


def test_attempts_that_did_not_wait() -> None:
    """After an attempt that waited, one of the same call that did not wait raises no rate."""
    limiter, turn = _paced_at(100.0), Turn()
    waited = limiter.reserve(turn, 100.51, FOREVER)
    limiter.reserve(turn, 100.51 + waited, FOREVER)
    limiter.learn(turn, 100.6, throttled=False)
    rate = limiter.rate
    sent = limiter.reserve(turn, 109.0, FOREVER)
    limiter.learn(turn, 109.5, throttled=False)

    assert (0.0, rate) == (sent, limiter.rate)


def test_calls_behind_a_hold() -> None:
    """During a hold, calls ask again one after the other, at most at half of the rate to come."""
    limiter = RateLimiter()
    burst(limiter, 100.0, served=100, throttled=1)
    waits = [limiter.reserve(Turn(), 100.02, FOREVER) for _ in range(4)]

    assert [0.09, 0.09 + 0.5 / 70, 0.09 + 1 / 70, 0.09 + 1.5 / 70] == [
        pytest.approx(it) for it in waits
    ]


def test_a_held_call_is_overdue_from_its_next_question() -> None:
    """A call that stopped loses its place two seconds after it was to ask again, not earlier."""
    limiter, stopped = RateLimiter(), Turn()
    burst(limiter, 100.0, served=100, throttled=1)
    wait = limiter.reserve(stopped, 100.02, FOREVER)
    sent = limiter.reserve(Turn(), 102.0, FOREVER)

    assert 100.02 + wait == pytest.approx(stopped.asks_again)
    assert sent == 0.0


def test_last_attempts_are_careful_at_any_time() -> None:
    """A last attempt waits for calm, also when the clock is far from zero."""
    limiter, last, other = _paced_at(1000.0), Turn(), Turn()
    last.is_last, last.began = True, 1000.0
    limiter.reserve(other, 1000.52, FOREVER)

    assert 0.1 == limiter.reserve(last, 1000.52, FOREVER)


def _grown(limiter: RateLimiter, begin: float) -> float | None:
    """Return the rate after a call that waited."""
    for _ in range(9):
        limiter.reserve(Turn(), begin, FOREVER)
    attempt(limiter, begin, begin + 0.01, throttled=False)
    return limiter.rate


def _expected(limiter: RateLimiter, turn: Turn) -> float:
    """Return the seconds until a call expects its turn: with less time it would not wait in line."""
    low, high = 0.0, 10.0
    while high - low > 1e-6:
        within = (low + high) / 2
        wait = limiter.reserve(turn, 0.51, within * 1.25)
        limiter.leave(turn)
        low, high = (low, within) if wait > 0.1 + 1e-9 else (within, high)
    return low
