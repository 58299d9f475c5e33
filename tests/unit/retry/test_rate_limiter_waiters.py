"""The limiter of the adaptive mode: attempts that wait, and their order."""

import pytest

from smaws_kms._runtime.retry.turns import Turn
from tests.unit.retry.limiter_steps import FOREVER, paced


def test_order() -> None:
    """Calls are admitted in the order of their first attempts."""
    limiter = paced()
    turns = [Turn() for _ in range(3)]
    waits = [limiter.reserve(turn, 0.51, FOREVER) for turn in reversed(turns)]
    again = [limiter.reserve(turn, 0.51 + 0.016, FOREVER) == 0 for turn in reversed(turns)]

    assert [1 / 70] * 3 == [pytest.approx(it) for it in waits]
    assert [False, False, True] == again


def test_a_long_wait_is_checked_halfway() -> None:
    """A call sleeps for half of its expected wait, so that it notices a higher rate."""
    limiter = paced()
    waits = [limiter.reserve(Turn(), 0.51, FOREVER) for _ in range(70)]

    assert 0.5 == pytest.approx(waits[-1])


def test_leaving_the_queue() -> None:
    """A call that gives up leaves the queue; giving up twice is no error."""
    limiter = paced()
    first, second = Turn(), Turn()
    limiter.reserve(first, 0.51, FOREVER)
    limiter.leave(first)
    limiter.leave(first)

    assert 1 / 70 == pytest.approx(limiter.reserve(second, 0.51, FOREVER))


def test_no_time_to_wait() -> None:
    """A call whose turn would come too late stays out of the queue, and asks again."""
    limiter = paced()
    for _ in range(70):
        limiter.reserve(Turn(), 0.51, FOREVER)
    late = Turn()

    assert 0.1 == limiter.reserve(late, 0.51, 0.9)
    assert 71 / 70 / 2 == pytest.approx(limiter.reserve(Turn(), 0.51, FOREVER))


def test_last_attempts_wait_while_throttled() -> None:
    """A call in its last attempt waits until nothing has been throttled for 2 s."""
    limiter = paced()
    last, other = Turn(), Turn()
    last.is_last, last.began = True, 0.4
    limiter.reserve(other, 0.511, FOREVER)

    assert 0.1 == limiter.reserve(last, 2.0, FOREVER)
    assert 0.0 == limiter.reserve(last, 2.1, FOREVER)


def test_last_attempts_do_not_wait_forever() -> None:
    """Under constant throttling, a last attempt is sent after 15 s; without other calls, after 1 s."""
    limiter = paced()
    last, throttled = Turn(), Turn()
    last.is_last, last.began, throttled.began = True, 0.4, 15.0
    limiter.learn(throttled, 15.0, throttled=True)

    assert 0.1 == limiter.reserve(last, 15.1, FOREVER)

    for _ in range(10):
        limiter.reserve(Turn(), 15.2, FOREVER)

    assert 0.0 == limiter.reserve(last, 15.5, FOREVER)
