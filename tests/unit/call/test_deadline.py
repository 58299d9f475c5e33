"""The deadline of a call with retries: no delay passes it, and no earlier error is lost."""

import pickle

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import AttemptTimeoutError, ConnectError, DeadlineExceededError, RetryPolicy, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.retry.policy import RetryMode
from tests.unit.call.call_harness import (
    CREDENTIALS,
    DONE,
    MANY,
    AttemptOutcome,
    CallHarness,
    refusal,
)

THROTTLED = refusal("ThrottlingException")
BROKEN = refusal("KMSInternalException", status=500)


def test_no_sleep_past_the_deadline() -> None:
    """A delay that would end at the deadline or after it is not begun."""
    harness = CallHarness(timeout=Timeout(operation=3.0))
    result = harness.finish(THROTTLED, THROTTLED)

    assert isinstance(result.error, DeadlineExceededError)
    assert ([1.0], 1.0) == (harness.slept, result.metadata.elapsed)
    assert 2 == len(result.metadata.attempts)
    assert (
        "Encrypt: no time for another attempt within 3.0 s (Timeout.operation is 3 s; 2 attempts in "
        "1.00 s); before that, ThrottlingException: no (region eu-west-1)"
    ) == str(result.error)


def test_wait_that_just_fits() -> None:
    """A delay that ends before the deadline is slept."""
    harness = CallHarness(timeout=Timeout(operation=3.1))

    assert harness.finish(THROTTLED, THROTTLED, DONE).is_ok
    assert [1.0, 2.0] == harness.slept


def test_retry_after_past_the_deadline() -> None:
    """A `x-amz-retry-after` past the deadline ends the call at once."""
    harness = CallHarness(timeout=Timeout(operation=4.0))
    result = harness.finish(refusal("ThrottlingException", x_amz_retry_after="5000"))

    assert isinstance(result.error, DeadlineExceededError)
    assert ([], 0.0) == (harness.slept, result.metadata.elapsed)
    assert isinstance(result.error.last_error, kms.ThrottlingException)


def test_nothing_is_paid_for_an_attempt_that_is_not_made() -> None:
    """A retry that the deadline prevents takes no tokens."""
    shared_state = SharedState()
    result = CallHarness(shared_state=shared_state, timeout=Timeout(operation=0.5)).finish(
        THROTTLED
    )

    assert isinstance(result.error, DeadlineExceededError)
    assert 0 == shared_state.token_bucket.spent


@pytest.mark.parametrize(
    ("came", "seconds"), [(AttemptTimeoutError("slow"), 9.0), (ConnectError("no", sent="no"), 9.0)]
)
def test_deadline_within_an_attempt(came: AttemptOutcome, seconds: float) -> None:
    """The error before the attempt that timed out is kept as `last_error`."""
    harness = CallHarness(timeout=Timeout(operation=10.0))
    harness.until_send()
    harness.step(THROTTLED)
    harness.step(seconds=1.0)
    harness.step(CREDENTIALS)
    error = harness.step(came, seconds=seconds).error

    assert isinstance(error, DeadlineExceededError)
    assert isinstance(error.last_error, kms.ThrottlingException | ConnectError)
    assert "maybe" == error.sent
    assert "before that" in str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own


def test_deadline_while_waiting_for_credentials() -> None:
    """A deadline that passes while credentials are refreshed keeps the error of the first attempt."""
    harness = CallHarness(timeout=Timeout(operation=10.0))
    harness.until_send()
    harness.step(BROKEN)
    harness.step(seconds=0.05)
    error = harness.step(None, seconds=10.0).error

    assert isinstance(error, DeadlineExceededError)
    assert "took longer than 10.0 s, while waiting for credentials" == error.message
    assert isinstance(error.last_error, kms.KMSInternalException)


@pytest.mark.parametrize(
    ("earlier", "sent"),
    [
        (ConnectError("refused", sent="no"), "no"),
        (AttemptTimeoutError("slow"), "maybe"),
        (BROKEN, "maybe"),
    ],
)
def test_sent_of_the_call(earlier: AttemptOutcome, sent: str) -> None:
    """`sent` is `"no"` only if no attempt sent anything."""
    harness = CallHarness(timeout=Timeout(operation=0.1))
    error = harness.finish(earlier, ConnectError("refused", sent="no")).error

    assert isinstance(error, DeadlineExceededError)
    assert sent == error.sent


def test_attempt_bound_shrinks() -> None:
    """A later attempt has at most the time until the deadline."""
    harness = CallHarness(timeout=Timeout(attempt=10.0, operation=12.0))
    harness.finish(kms.ConnectionLostError("broken"), DONE, seconds=5.0)

    assert [110.0, 112.0] == [send.timeouts.until for send in harness.sent]


@given(
    limit=st.floats(0.001, 120),
    seconds=st.floats(0, 5),
    drawn=st.floats(0, 1),
    failures=st.lists(st.sampled_from((THROTTLED, BROKEN)), min_size=10, max_size=10),
    mode=st.sampled_from(("standard", "adaptive")),
)
def test_bound(
    limit: float, seconds: float, drawn: float, failures: list[AttemptOutcome], mode: RetryMode
) -> None:
    """A call ends at its deadline, or with the attempt that is running then."""
    harness = CallHarness(
        timeout=Timeout(operation=limit),
        retry=RetryPolicy(max_attempts=10, mode=mode),
        draw=lambda: drawn,
    )
    effect = harness.step()
    attempts = iter(failures)
    result = harness.run(effect, attempts, seconds=seconds)

    assert result.is_err
    assert result.metadata.elapsed <= limit + seconds + 1e-6
    assert sum(it.delay for it in result.metadata.attempts) < limit


def test_no_deadline() -> None:
    """Without a deadline all attempts are made."""
    harness = CallHarness(timeout=Timeout(operation=None), retry=MANY)

    assert harness.finish(*[THROTTLED] * 10).is_err
    assert 111.0 == sum(harness.slept)
