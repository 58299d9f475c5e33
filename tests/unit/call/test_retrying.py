"""Retries as a call tells them: what it sends again, what it records, and what it ends in."""

import pytest
from attrs import evolve

import smaws_kms as kms
from smaws_kms import Credentials, RetryPolicy, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.retry.policy import RetryMode
from tests.unit.call.call_harness import CREDENTIALS, DONE, CallHarness, refusal

BROKEN = refusal("KMSInternalException", status=500)
THROTTLED = refusal("ThrottlingException")
OTHERS = Credentials("AKIDOTHER", "secret")


def test_every_attempt_is_recorded() -> None:
    """The metadata tell of each attempt its error, the wait before it and the status."""
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
    """When attempts are used up, the call ends in what the last one ended in."""
    result = CallHarness().finish(BROKEN, kms.ConnectError("refused", sent="no"), THROTTLED)

    assert isinstance(result.error, kms.ThrottlingException)
    assert result.error is result.metadata.attempts[-1].error
    assert 400 == result.metadata.status_code


@pytest.mark.parametrize("mode", ["standard", "adaptive"])
def test_attempts(mode: RetryMode) -> None:
    """Every request of a call says who it belongs to and which attempt it is."""
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
    """A request that waited is not sent with the time and the credentials of the first."""
    harness = CallHarness()
    harness.finish(THROTTLED, DONE, credentials=[CREDENTIALS, OTHERS])
    first, second = (send.request.headers for send in harness.sent)

    assert ("20260102T030405Z", "20260102T030406Z") == (first["X-Amz-Date"], second["X-Amz-Date"])
    assert "AKIDOTHER" in second["Authorization"]


def test_off() -> None:
    """Whoever switches retries off gets one attempt, and sees the throttling."""
    harness = CallHarness(retry=RetryPolicy(mode="off"))
    result = harness.finish(THROTTLED)

    assert isinstance(result.error, kms.ThrottlingException)
    assert "attempt=1; max=1" == harness.sent[0].request.headers["amz-sdk-request"]


@pytest.mark.parametrize(
    "code", ["NotFoundException", "LimitExceededException", "AccessDeniedException"]
)
def test_what_will_not_pass(code: str) -> None:
    """An answer that would be the same again ends the call."""
    harness = CallHarness(kms.EnableKeyRequest(key_id="k"), operation=kms.EnableKey)
    result = harness.finish(refusal(code))

    assert (code, []) == (result.error.code, harness.slept)


def test_unreadable_answer() -> None:
    """A success that cannot be read is one, and not asked for again."""
    assert isinstance(CallHarness().finish(evolve(DONE, body=b"{")).error, kms.ResponseParseError)


def test_idempotency_token_and_body_stay() -> None:
    """All attempts of one call send the same request, so that the service can tell."""
    harness = CallHarness(retry=RetryPolicy(max_attempts=3))
    harness.finish(BROKEN, BROKEN, DONE)

    assert 1 == len({send.request.body for send in harness.sent})


def test_body_is_compressed_once() -> None:
    """All attempts share one compressed body."""
    harness = CallHarness(operation=evolve(kms.Encrypt, encodings=("gzip",)))
    harness.config = evolve(
        harness.config, settings=evolve(harness.config.settings, compress_from=0)
    )
    harness.finish(BROKEN, DONE)
    first, second = (send.request for send in harness.sent)

    assert "gzip" == first.headers["content-encoding"] == second.headers["content-encoding"]
    assert first.body is second.body


def test_delays_are_drawn() -> None:
    """Each wait is a random part of the longest one."""
    drawn = iter([0.5, 0.0, 0.25])
    harness = CallHarness(retry=RetryPolicy(max_attempts=4), draw=lambda: next(drawn))
    harness.finish(THROTTLED, THROTTLED, THROTTLED, DONE)

    assert [0.5, 1.0] == harness.slept


def test_adaptive_mode_waits_before_sending() -> None:
    """After a throttled answer, the next call of the client waits its turn, and says so."""
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
    """The limiter bounds them, and an empty bucket fails none."""
    shared_state = SharedState()
    policy = RetryPolicy(mode="adaptive", quota=0)
    harness = CallHarness(shared_state=shared_state, retry=policy)

    assert harness.finish(THROTTLED, THROTTLED, DONE).is_ok
    assert 0 == shared_state.quota.spent


def test_other_retries_cost_tokens_in_adaptive_mode() -> None:
    """A service that fails gets no more retries than in standard mode."""
    harness = CallHarness(retry=RetryPolicy(mode="adaptive", quota=14))

    assert harness.finish(BROKEN, BROKEN).is_err


def test_lost_responses_say_nothing_about_the_rate() -> None:
    """Without a response, nobody knows whether the request was served."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive", max_attempts=1)
    assert CallHarness(shared_state=shared_state, retry=policy).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=policy)
    assert harness.finish(kms.ConnectionLostError("broken")).is_err

    assert 7.0 == pytest.approx(shared_state.limiters.of("Encrypt").rate)


def test_rate_limit_without_time() -> None:
    """A call whose time ends before its turn says what limits it, and nothing was sent."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive", max_attempts=1)
    assert CallHarness(shared_state=shared_state, retry=policy).finish(THROTTLED).is_err
    harness = CallHarness(shared_state=shared_state, retry=policy, timeout=Timeout(operation=0.05))
    result = harness.finish()

    assert isinstance(result.error, kms.DeadlineExceededError)
    assert ("no", ()) == (result.error.sent, result.metadata.attempts)
    assert pytest.approx(0.05) == result.metadata.elapsed
    assert (
        "Encrypt: no attempt could be sent within 0.05 s: after throttling, the adaptive retry mode "
        "limits this operation to 7 requests a second"
    ) == str(result.error)


def test_rate_limit_without_deadline() -> None:
    """Without a deadline a call waits for its turn."""
    shared_state, policy = SharedState(), RetryPolicy(mode="adaptive")
    harness = CallHarness(shared_state=shared_state, retry=policy, timeout=Timeout(operation=None))

    assert harness.finish(THROTTLED, DONE).is_ok


@pytest.mark.parametrize("code", ["ExpiredTokenException", "UnrecognizedClientException"])
def test_refused_credentials(code: str) -> None:
    """Refused credentials are forgotten, and others tried at once; that costs nothing."""
    shared_state = SharedState()
    harness = CallHarness(shared_state=shared_state)
    result = harness.finish(refusal(code), DONE, credentials=[CREDENTIALS, OTHERS])

    assert result.is_ok
    assert ([CREDENTIALS], [], 0) == (harness.forgotten, harness.slept, shared_state.quota.spent)
    assert "AKIDOTHER" in harness.sent[1].request.headers["Authorization"]


def test_refused_twice() -> None:
    """The second time the call ends, and those credentials are forgotten as well."""
    harness = CallHarness()
    expired = refusal("ExpiredTokenException")
    result = harness.finish(expired, expired, credentials=[CREDENTIALS, OTHERS])

    assert isinstance(result.error, kms.ExpiredTokenException)
    assert [CREDENTIALS, OTHERS] == harness.forgotten


def test_no_other_credentials() -> None:
    """When there are no others, the call ends in what the provider says."""
    result = CallHarness().finish(
        refusal("ExpiredTokenException"),
        credentials=[CREDENTIALS, kms.CredentialsError("vault sealed")],
    )

    assert isinstance(result.error, kms.CredentialsError)
    assert isinstance(result.metadata.attempts[0].error, kms.ExpiredTokenException)
