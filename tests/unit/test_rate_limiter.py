"""The limiter of the adaptive mode, against the published numbers and against botocore's."""

from itertools import accumulate
from typing import Any, Final

import pytest
from botocore.retries.adaptive import ClientRateLimiter, RateClocker
from botocore.retries.bucket import Clock, TokenBucket
from botocore.retries.throttling import CubicCalculator
from hypothesis import given, strategies as st

from smaws_kms._runtime.rate_limiter import RateLimiter

# Time, whether the answer was throttled, then measured and allowed rate: the end-to-end case that
# the AWS SDKs have in common, for example in aws-sdk-go-v2's aws/retry/adaptive_ratelimit_test.go.
PUBLISHED: Final = [
    (0.2, False, 0.000000, 0.500000),
    (0.4, False, 0.000000, 0.500000),
    (0.6, False, 4.800000, 0.500000),
    (0.8, False, 4.800000, 0.500000),
    (1.0, False, 4.160000, 0.500000),
    (1.2, False, 4.160000, 0.691200),
    (1.4, False, 4.160000, 1.097600),
    (1.6, False, 5.632000, 1.638400),
    (1.8, False, 5.632000, 2.332800),
    (2.0, True, 4.326400, 3.028480),
    (2.2, False, 4.326400, 3.486639),
    (2.4, False, 4.326400, 3.821874),
    (2.6, False, 5.665280, 4.053386),
    (2.8, False, 5.665280, 4.200373),
    (3.0, False, 4.333056, 4.282037),
    (3.2, True, 4.333056, 2.997426),
    (3.4, False, 4.333056, 3.452226),
]


def test_published_rates() -> None:
    """The rates follow the SDKs' common test case."""
    limiter = RateLimiter()
    limiter.reserve(0.0, None)
    rates: list[tuple[float, float]] = []
    for time, throttled, _, _ in PUBLISHED:
        limiter.learn(time, throttled=throttled)
        rates.append(limiter.rates)

    assert [pytest.approx(row[2:], abs=1e-6) for row in PUBLISHED] == rates


def test_nothing_is_limited_before_the_first_throttled_answer() -> None:
    """As long as all goes well, requests go out at once."""
    limiter = RateLimiter()
    for number in range(100):
        limiter.learn(number / 100, throttled=False)

    assert {0.0} == {limiter.reserve(1.0, None) for _ in range(100)}


def test_requests_queue() -> None:
    """At half a request a second, those who come together go out one after the other."""
    limiter = RateLimiter()
    limiter.learn(0.0, throttled=True)

    assert [2.0, 4.0, 6.0] == [limiter.reserve(0.0, None) for _ in range(3)]
    assert 6.0 == limiter.reserve(2.0, None)


def test_no_time_to_wait() -> None:
    """Who has no time to wait gets no place in the queue, and takes none from the others."""
    limiter = RateLimiter()
    limiter.learn(0.0, throttled=True)

    assert limiter.reserve(0.0, 2.0) is None
    assert 2.0 == limiter.reserve(0.0, 2.1)


def test_fork() -> None:
    """A lock that a thread of the parent holds does not stop a child."""
    limiter = RateLimiter()
    with vars(limiter)["_lock"]:
        limiter.after_fork()

        assert 0.0 == limiter.reserve(0.0, None)


def test_clock_that_stands_still() -> None:
    """Nothing is divided by a time that has not passed."""
    limiter = RateLimiter()
    for _ in range(3):
        limiter.learn(5.0, throttled=True)

    assert (0.0, 0.5) == limiter.rates


class _Clock(Clock):
    """A clock for botocore that is moved by hand."""

    time = 0.0

    def current_time(self) -> float:
        """Return the time."""
        return self.time


class _Throttled:
    """Tells botocore what it is told."""

    def is_throttling_error(self, *, throttled: bool) -> bool:
        """Return it."""
        return throttled


def _botocore_limiter(clock: _Clock) -> tuple[Any, Any, Any]:
    measured, bucket = RateClocker(clock), TokenBucket(max_rate=1, clock=clock)
    cubic = CubicCalculator(starting_max_rate=0, start_time=0.0)
    return ClientRateLimiter(cubic, measured, bucket, _Throttled(), clock), measured, bucket


@given(
    st.lists(
        st.tuples(st.floats(0.001, 2.0), st.booleans()),
        max_size=200,
    )
)
def test_as_botocore(answers: list[tuple[float, bool]]) -> None:
    """Botocore's limiter, told the same, comes to the same rates."""
    clock, ours = _Clock(), RateLimiter()
    theirs, measured, bucket = _botocore_limiter(clock)
    ours.reserve(0.0, None)
    times = accumulate(wait for wait, _ in answers)
    for time, (_, throttled) in zip(times, answers, strict=True):
        clock.time = time
        theirs.on_receiving_response(throttled=throttled)
        ours.learn(time, throttled=throttled)

        assert (measured.measured_rate, bucket.max_rate) == pytest.approx(ours.rates)
