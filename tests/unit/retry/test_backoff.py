"""Delays between attempts: the service's header, and properties for any numbers."""

import math

import pytest
from botocore.retries.standard import ExponentialBackoff, RetryContext
from hypothesis import given, strategies as st

from smaws_kms import RetryPolicy
from smaws_kms._runtime.retry.backoff import backoff_delay, read_retry_after
from smaws_kms._runtime.retry.classification import Failure

FAILURES = st.sampled_from(("transient", "timeout", "throttling"))
DRAWN = st.floats(0, 1)
ATTEMPTS = st.integers(1, 10_000)
POLICIES = st.builds(
    RetryPolicy,
    base_delay=st.floats(0, 100),
    throttling_base_delay=st.floats(0, 100),
    max_delay=st.floats(0, 100),
)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("1500", 1.5),
        ("0", 0.0),
        (" 20 ", 0.02),
        ("9" * 400, math.inf),
        ("9" * 5000, math.inf),
        ("-1", None),
        ("1.5", None),
        ("1e3", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("Fri, 02 Jan 2026 03:04:05 GMT", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    """Whole milliseconds are used, and anything else is ignored."""
    assert seconds == read_retry_after({"x-amz-retry-after": header})


def test_no_retry_after() -> None:
    """Without AWS's header there is no delay from the service, whatever HTTP's own header says."""
    assert read_retry_after({"retry-after": "30"}) is None


@given(policy=POLICIES, failure=FAILURES, attempt=ATTEMPTS, drawn=DRAWN)
def test_bounds(policy: RetryPolicy, failure: Failure, attempt: int, drawn: float) -> None:
    """No delay is negative, or longer than the maximum."""
    delay = backoff_delay(policy, failure, attempt=attempt, drawn=drawn, retry_after=None)

    assert 0 <= delay <= policy.max_delay


@given(policy=POLICIES, failure=FAILURES, attempt=ATTEMPTS, drawn=DRAWN, requested=st.floats(0))
def test_bounds_of_retry_after(
    policy: RetryPolicy, failure: Failure, attempt: int, drawn: float, requested: float
) -> None:
    """The service's delay makes ours longer, by at most 5 seconds, and never shorter."""
    own_delay = backoff_delay(policy, failure, attempt=attempt, drawn=drawn, retry_after=None)
    delay = backoff_delay(policy, failure, attempt=attempt, drawn=drawn, retry_after=requested)

    assert own_delay <= delay <= own_delay + 5
    assert delay >= min(requested, own_delay + 5)


@given(failure=FAILURES, attempt=ATTEMPTS)
def test_growth(failure: Failure, attempt: int) -> None:
    """The longest delay doubles with each attempt up to the maximum."""
    now, then = (
        backoff_delay(RetryPolicy(), failure, attempt=number, drawn=1.0, retry_after=None)
        for number in (attempt, attempt + 1)
    )

    assert min(2 * now, 20.0) == then


class _Response:
    """The attributes of a response that botocore reads."""

    status_code = 500

    def __init__(self, retry_after: int) -> None:
        self.headers = {"x-amz-retry-after": str(retry_after)}


@given(attempt=st.integers(1, 60), drawn=DRAWN, retry_after=st.integers(-5, 100_000))
def test_as_botocore(attempt: int, drawn: float, retry_after: int) -> None:
    """The same delays as in botocore, which has the numbers of 2026 since version 1.44."""
    botocore_delay = ExponentialBackoff(random=lambda: drawn).delay_amount(
        RetryContext(attempt_number=attempt, http_response=_Response(retry_after))
    )
    requested = read_retry_after({"x-amz-retry-after": str(retry_after)})

    assert botocore_delay == pytest.approx(
        backoff_delay(
            RetryPolicy(), "transient", attempt=attempt, drawn=drawn, retry_after=requested
        )
    )
