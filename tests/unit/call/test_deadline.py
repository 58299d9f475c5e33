"""The deadline of a call with retries: no wait goes past it, and nothing that went wrong is lost."""

import pickle

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import AttemptTimeoutError, ConnectError, DeadlineExceededError, RetryPolicy, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.retry.policy import RetryMode
from tests.unit.call.call_harness import CREDENTIALS, DONE, MANY, Came, Told, refusal

THROTTLED = refusal("ThrottlingException")
BROKEN = refusal("KMSInternalException", status=500)


def test_no_sleep_past_the_deadline() -> None:
    """A wait that would end with the call's time or after it is not begun."""
    told = Told(timeout=Timeout(operation=3.0))
    result = told.to_the_end(THROTTLED, THROTTLED)

    assert isinstance(result.error, DeadlineExceededError)
    assert ([1.0], 1.0) == (told.slept, result.metadata.elapsed)
    assert 2 == len(result.metadata.attempts)
    assert (
        "Encrypt: no time for another attempt within 3.0 s; before that, ThrottlingException: no"
        == (str(result.error))
    )


def test_wait_that_just_fits() -> None:
    """A wait that leaves time for an attempt is waited."""
    told = Told(timeout=Timeout(operation=3.1))

    assert told.to_the_end(THROTTLED, THROTTLED, DONE).is_ok
    assert [1.0, 2.0] == told.slept


def test_retry_after_past_the_deadline() -> None:
    """A service that asks for more time than there is ends the call at once."""
    told = Told(timeout=Timeout(operation=4.0))
    result = told.to_the_end(refusal("ThrottlingException", x_amz_retry_after="5000"))

    assert isinstance(result.error, DeadlineExceededError)
    assert ([], 0.0) == (told.slept, result.metadata.elapsed)
    assert isinstance(result.error.last_error, kms.ThrottlingException)


def test_nothing_is_paid_for_an_attempt_that_is_not_made() -> None:
    """Without time for it, a repeat takes no tokens from the others."""
    shared_state = SharedState()
    result = Told(shared_state=shared_state, timeout=Timeout(operation=0.5)).to_the_end(THROTTLED)

    assert isinstance(result.error, DeadlineExceededError)
    assert 0 == shared_state.quota.spent


@pytest.mark.parametrize(
    ("came", "seconds"), [(AttemptTimeoutError("slow"), 9.0), (ConnectError("no", sent="no"), 9.0)]
)
def test_deadline_within_an_attempt(came: Came, seconds: float) -> None:
    """A throttle before the attempt that ran out of time is kept, with all that it says."""
    told = Told(timeout=Timeout(operation=10.0))
    told.until_send()
    told.step(THROTTLED)
    told.step(seconds=1.0)
    told.step(CREDENTIALS)
    error = told.step(came, seconds=seconds).error

    assert isinstance(error, DeadlineExceededError)
    assert isinstance(error.last_error, kms.ThrottlingException | ConnectError)
    assert "maybe" == error.sent
    assert "before that" in str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own


def test_deadline_while_waiting_for_credentials() -> None:
    """Credentials that do not come for a second attempt leave the error of the first."""
    told = Told(timeout=Timeout(operation=10.0))
    told.until_send()
    told.step(BROKEN)
    told.step(seconds=0.05)
    error = told.step(None, seconds=10.0).error

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
def test_sent_of_the_call(earlier: Came, sent: str) -> None:
    """Nothing was sent only if no attempt sent anything."""
    told = Told(timeout=Timeout(operation=0.1))
    error = told.to_the_end(earlier, ConnectError("refused", sent="no")).error

    assert isinstance(error, DeadlineExceededError)
    assert sent == error.sent


def test_attempt_bound_shrinks() -> None:
    """A later attempt has no more time than the call has left."""
    told = Told(timeout=Timeout(attempt=10.0, operation=12.0))
    told.to_the_end(kms.ConnectionLostError("broken"), DONE, seconds=5.0)

    assert [110.0, 112.0] == [send.timeouts.until for send in told.sent]


@given(
    limit=st.floats(0.001, 120),
    seconds=st.floats(0, 5),
    drawn=st.floats(0, 1),
    failures=st.lists(st.sampled_from((THROTTLED, BROKEN)), min_size=10, max_size=10),
    mode=st.sampled_from(("standard", "adaptive")),
)
def test_bound(
    limit: float, seconds: float, drawn: float, failures: list[Came], mode: RetryMode
) -> None:
    """Whatever fails, a call takes as long as its limit and the attempt that was under way."""
    told = Told(
        timeout=Timeout(operation=limit),
        retry=RetryPolicy(max_attempts=10, mode=mode),
        draw=lambda: drawn,
    )
    effect = told.step()
    attempts = iter(failures)
    result = told.run(effect, attempts, seconds=seconds)

    assert result.is_err
    assert result.metadata.elapsed <= limit + seconds + 1e-6
    assert sum(it.delay for it in result.metadata.attempts) < limit


def test_no_deadline() -> None:
    """Without a limit all attempts are made."""
    told = Told(timeout=Timeout(operation=None), retry=MANY)

    assert told.to_the_end(*[THROTTLED] * 10).is_err
    assert 111.0 == sum(told.slept)
