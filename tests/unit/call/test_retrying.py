"""Retries of a call: requests, recorded attempts and final errors."""

import pytest

import smaws_kms as kms
from smaws_kms import Credentials, RetryPolicy, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.policy import RetryMode
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.call.call_harness import CREDENTIALS, DONE, CallHarness, refusal

BROKEN = refusal("KMSInternalException", status=500)
THROTTLED = refusal("ThrottlingException")
NEW_CREDENTIALS = Credentials("AKIDOTHER", "secret")


def test_every_attempt_is_recorded() -> None:
    """The metadata has the error, delay and status of each attempt."""
    harness = CallHarness()
    result = harness.finish(THROTTLED, kms.ConnectionLostError("broken"), DONE, seconds=2.0)

    assert result.is_ok
    assert [
        (kms.ThrottlingException, 0.0, 400),
        (kms.ConnectionLostError, 1.0, None),
        (type(None), 0.1, 200),
    ] == [(type(it.error), it.delay, it.status_code) for it in result.metadata.attempts]
    assert ["Encrypt", "Encrypt"] == [it.error.operation for it in result.metadata.attempts[:2]]
    assert pytest.approx(7.1) == result.metadata.elapsed


def test_last_error_counts() -> None:
    """When attempts are used up, the call ends in the error of the last one."""
    result = CallHarness().finish(BROKEN, kms.ConnectError("refused", sent="no"), THROTTLED)

    assert isinstance(result.error, kms.ThrottlingException)
    assert result.error is result.metadata.attempts[-1].error
    assert 400 == result.metadata.status_code


@pytest.mark.parametrize("mode", ["standard", "adaptive"])
def test_attempts(mode: RetryMode) -> None:
    """Every request has the invocation ID of its call and the number of its attempt."""
    harness = CallHarness(retry=RetryPolicy(max_attempts=4, mode=mode))
    harness.finish(BROKEN, BROKEN, BROKEN, DONE)
    headers = [send.request.headers for send in harness.sent]

    assert {"id"} == {each["amz-sdk-invocation-id"] for each in headers}
    assert [f"attempt={number}; max=4" for number in (1, 2, 3, 4)] == [
        each["amz-sdk-request"] for each in headers
    ]
    assert all("amz-sdk" not in each["Authorization"] for each in headers)
    assert 1 == len({send.request.body for send in harness.sent})


def test_each_attempt_is_signed_anew() -> None:
    """A retry is signed with the current time and credentials."""
    harness = CallHarness()
    harness.finish(THROTTLED, DONE, credentials=[CREDENTIALS, NEW_CREDENTIALS])
    first, second = (send.request.headers for send in harness.sent)

    assert ("20260102T030405Z", "20260102T030406Z") == (first["X-Amz-Date"], second["X-Amz-Date"])
    assert "AKIDOTHER" in second["Authorization"]


def test_off() -> None:
    """With retries off, a call makes one attempt and ends in its error."""
    harness = CallHarness(retry=RetryPolicy(mode="off"))
    result = harness.finish(THROTTLED)

    assert isinstance(result.error, kms.ThrottlingException)
    assert "attempt=1; max=1" == harness.sent[0].request.headers["amz-sdk-request"]


@pytest.mark.parametrize(
    "code", ["NotFoundException", "LimitExceededException", "AccessDeniedException"]
)
def test_permanent_errors(code: str) -> None:
    """Errors that a retry cannot resolve end the call."""
    harness = CallHarness(kms.EnableKeyRequest(key_id="k"), operation=kms.EnableKey)
    result = harness.finish(refusal(code))

    assert (code, []) == (result.error.code, harness.slept)


def test_unreadable_response() -> None:
    """A success that cannot be parsed is not retried."""
    unreadable = WireResponse(200, DONE.headers, b"{")

    assert isinstance(CallHarness().finish(unreadable).error, kms.ResponseParseError)


def test_idempotency_token_and_body_stay() -> None:
    """All attempts of a call send the same body."""
    harness = CallHarness(retry=RetryPolicy(max_attempts=3))
    harness.finish(BROKEN, BROKEN, DONE)

    assert 1 == len({send.request.body for send in harness.sent})


def test_body_is_compressed_once() -> None:
    """All attempts share one compressed body."""
    harness = CallHarness(operation=evolve(kms.Encrypt, encodings=("gzip",)))
    harness.config = evolve(
        harness.config, settings=harness.config.settings.replaced(compress_from=0)
    )
    harness.finish(BROKEN, DONE)
    first, second = (send.request for send in harness.sent)

    assert "gzip" == first.headers["content-encoding"] == second.headers["content-encoding"]
    assert first.body is second.body


def test_delays_are_drawn() -> None:
    """Each delay is a random part of the longest one."""
    drawn = iter([0.5, 0.0, 0.25])
    harness = CallHarness(retry=RetryPolicy(max_attempts=4), draw=lambda: next(drawn))
    harness.finish(THROTTLED, THROTTLED, THROTTLED, DONE)

    assert [0.5, 1.0] == harness.slept


def test_adaptive_mode_waits_before_sending() -> None:
    """After throttling, the next call waits for the limiter, and its metadata has the delay."""
    shared_state, policy = SharedState(), RetryPolicy(max_attempts=1, mode="adaptive")
    assert CallHarness(shared_state=shared_state, retry=policy).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=policy)
    result = harness.finish(DONE)

    assert 0.1 == pytest.approx(sum(harness.slept), abs=0.01)
    assert [sum(harness.slept)] == [it.delay for it in result.metadata.attempts]


def test_standard_mode_leaves_the_limiter_alone() -> None:
    """A derived client in another mode is not held up by the limiter."""
    shared_state = SharedState()
    adaptive, standard = RetryPolicy(max_attempts=1, mode="adaptive"), RetryPolicy(max_attempts=1)
    assert CallHarness(shared_state=shared_state, retry=adaptive).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=standard)

    assert harness.finish(DONE).is_ok
    assert [] == harness.slept


def test_throttled_retries_cost_no_tokens_in_adaptive_mode() -> None:
    """The limiter bounds them, so an empty bucket does not fail them."""
    shared_state = SharedState()
    policy = RetryPolicy(mode="adaptive", retry_tokens=0)
    harness = CallHarness(shared_state=shared_state, retry=policy)

    assert harness.finish(THROTTLED, THROTTLED, DONE).is_ok
    assert 0 == shared_state.token_bucket.spent


def test_other_retries_cost_tokens_in_adaptive_mode() -> None:
    """Other failures are limited by the bucket as in standard mode."""
    harness = CallHarness(retry=RetryPolicy(mode="adaptive", retry_tokens=14))

    assert harness.finish(BROKEN, BROKEN).is_err


def test_lost_responses_say_nothing_about_the_rate() -> None:
    """An attempt without a response does not change the rate."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive", max_attempts=1)
    assert CallHarness(shared_state=shared_state, retry=policy).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=policy)
    assert harness.finish(kms.ConnectionLostError("broken")).is_err

    assert 7.0 == pytest.approx(shared_state.limiters.of("Encrypt").rate)


def test_rate_limit_without_time() -> None:
    """A deadline that passes before the limiter admits the call names the limit, with `sent == "no"`."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive", max_attempts=1)
    assert CallHarness(shared_state=shared_state, retry=policy).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=policy, timeout=Timeout(operation=0.05))
    result = harness.finish()

    assert isinstance(result.error, kms.DeadlineExceededError)
    assert ("no", ()) == (result.error.sent, result.metadata.attempts)
    assert pytest.approx(0.05) == result.metadata.elapsed
    assert (
        "Encrypt: no attempt could be sent within 0.05 s: after throttling, the adaptive retry mode "
        "limits this operation to 7 requests a second (Timeout.operation is 0.05 s)"
    ) == str(result.error)


def test_rate_limit_without_deadline() -> None:
    """Without a deadline a call waits for the limiter."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive")
    harness = CallHarness(shared_state=shared_state, retry=policy, timeout=Timeout(operation=None))

    assert harness.finish(THROTTLED, DONE).is_ok


@pytest.mark.parametrize("code", ["ExpiredTokenException", "UnrecognizedClientException"])
def test_refused_credentials(code: str) -> None:
    """Refused credentials are discarded, and a retry with new ones follows at once, without tokens."""
    shared_state = SharedState()
    harness = CallHarness(shared_state=shared_state)
    result = harness.finish(refusal(code), DONE, credentials=[CREDENTIALS, NEW_CREDENTIALS])

    assert result.is_ok
    assert ([CREDENTIALS], [], 0) == (
        harness.forgotten,
        harness.slept,
        shared_state.token_bucket.spent,
    )
    assert "AKIDOTHER" in harness.sent[1].request.headers["Authorization"]


def test_refused_twice() -> None:
    """A second refusal ends the call, and discards the new credentials too."""
    harness = CallHarness()
    expired = refusal("ExpiredTokenException")
    result = harness.finish(expired, expired, credentials=[CREDENTIALS, NEW_CREDENTIALS])

    assert isinstance(result.error, kms.ExpiredTokenException)
    assert [CREDENTIALS, NEW_CREDENTIALS] == harness.forgotten


def test_no_other_credentials() -> None:
    """Without new credentials the call ends in the provider's error."""
    result = CallHarness().finish(
        refusal("ExpiredTokenException"),
        credentials=[CREDENTIALS, kms.CredentialsError("vault sealed")],
    )

    assert isinstance(result.error, kms.CredentialsError)
    assert isinstance(result.metadata.attempts[0].error, kms.ExpiredTokenException)
