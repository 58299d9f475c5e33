"""What a result knows of its call: region, endpoint, and attempts and duration in its error."""

import copy
import pickle
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import EncryptRequest, RetryPolicy, Timeout
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.call_harness import (
    CONFIG,
    CREDENTIALS,
    DONE,
    AttemptOutcome,
    CallHarness,
    refusal,
)

LOST = kms.ConnectionLostError("lost")


def facts(error: kms.SmawsError) -> tuple[type, int, float]:
    """Return the class, attempts and duration of an error."""
    return type(error), error.attempts, error.elapsed


def test_metadata() -> None:
    """The metadata has the Region and the URL of the requests."""
    metadata = CallHarness().finish(DONE).metadata

    assert ("eu-west-1", "https://kms.test/") == (metadata.region, metadata.endpoint)


def test_metadata_without_settings() -> None:
    """Both are unknown when the call ends before the settings are resolved."""
    harness = CallHarness()
    harness.step()
    result = harness.step(kms.ConfigurationError("no region"), seconds=1.5)
    metadata = result.metadata

    assert result.is_err
    assert (None, None, 1.5) == (metadata.region, metadata.endpoint, metadata.elapsed)


@pytest.mark.parametrize(
    ("outcome", "cls"),
    [
        (refusal("DisabledException"), kms.DisabledException),
        (refusal("BrandNewException"), kms.UnmodeledServiceError),
        (kms.ConnectionLostError("lost"), kms.ConnectionLostError),
        (kms.ConnectError("no", sent="no"), kms.ConnectError),
        (kms.AttemptTimeoutError("slow"), kms.AttemptTimeoutError),
        (WireResponse(200, {}, b"{}"), kms.ResponseParseError),
    ],
)
def test_after_one_attempt(outcome: Any, cls: type[kms.SmawsError]) -> None:
    """Errors of an attempt know that there was one, and how long the call took."""
    result = CallHarness(retry=RetryPolicy(mode="off")).finish(outcome, seconds=0.25)

    assert (cls, 1, 0.25) == facts(result.error)
    assert 0.25 == result.metadata.elapsed


def test_nothing_was_sent_for_an_invalid_request() -> None:
    """An invalid request ends the call before its first attempt."""
    error = CallHarness(EncryptRequest(key_id="", plaintext=b"")).step().error

    assert (kms.RequestValidationError, 0, 0.0) == facts(error)


def test_nothing_was_sent_without_settings() -> None:
    """Wrong settings end the call before its first attempt."""
    harness = CallHarness()
    harness.step()
    error = harness.step(kms.ConfigurationError("no region"), seconds=0.5).error

    assert (kms.ConfigurationError, 0, 0.5) == facts(error)


def test_nothing_was_sent_without_credentials() -> None:
    """Missing credentials end the call before its first attempt; the Region is known by then."""
    harness = CallHarness()
    harness.step()
    harness.step(CONFIG)
    result = harness.step(kms.CredentialsError("none"), seconds=2.0)

    assert (kms.CredentialsError, 0, 2.0) == facts(result.error)
    assert "eu-west-1" == result.metadata.region


def test_nothing_was_sent_before_the_deadline() -> None:
    """A deadline that passes while credentials are fetched has no attempt either."""
    harness = CallHarness(timeout=Timeout(operation=3.0))
    harness.step()
    harness.step(CONFIG)
    error = harness.step(None, seconds=3.0).error

    assert (kms.DeadlineExceededError, 0, 3.0) == facts(error)


def test_nothing_was_sent_for_wrong_connection_settings() -> None:
    """A setting that turns out wrong when a connection is made is no attempt."""
    result = CallHarness().finish(kms.ConfigurationError("no such CA bundle"))

    assert (kms.ConfigurationError, 0) == facts(result.error)[:2]
    assert () == result.metadata.attempts


def test_after_retries() -> None:
    """The error of the call counts all attempts; the error of each attempt those until then."""
    harness = CallHarness(retry=RetryPolicy(max_attempts=3), draw=lambda: 0.0)
    outcomes: list[AttemptOutcome] = [
        kms.ConnectionLostError("a"),
        kms.ConnectionLostError("b"),
        refusal("DisabledException"),
    ]
    result = harness.finish(*outcomes, seconds=1.0)
    attempts = result.metadata.attempts

    assert (kms.DisabledException, 3, 3.0) == facts(result.error)
    assert [(1, 1.0), (2, 2.0), (3, 3.0)] == [
        (it.error.attempts, it.error.elapsed) for it in attempts
    ]


def test_credentials_gone_before_a_retry() -> None:
    """A retry for which there are no credentials does not count."""
    harness = CallHarness(retry=RetryPolicy(max_attempts=3), draw=lambda: 0.0)
    throttled = refusal("ThrottlingException")
    result = harness.finish(
        throttled, seconds=1.0, credentials=[CREDENTIALS, kms.CredentialsError("gone")]
    )

    assert (kms.CredentialsError, 1) == facts(result.error)[:2]


def test_deadline_knows_both() -> None:
    """The last error inside a deadline's error keeps its own numbers."""
    harness = CallHarness(
        timeout=Timeout(operation=1.5), retry=RetryPolicy(max_attempts=9), draw=lambda: 0.0
    )
    error = harness.finish(LOST, kms.AttemptTimeoutError("slow"), seconds=1.0).error

    assert isinstance(error, kms.DeadlineExceededError)
    assert isinstance(error.last_error, kms.ConnectionLostError)
    assert (2, 1) == (error.attempts, error.last_error.attempts)


def test_copies_keep_them() -> None:
    """Copies and pickles keep attempts and duration; no constructor sets them."""
    error = CallHarness(retry=RetryPolicy(mode="off")).finish(LOST, seconds=0.5).error

    for again in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301  # our own
        assert (kms.ConnectionLostError, 1, 0.5) == facts(again)


def test_made_by_hand() -> None:
    """An error that a test makes has neither, and both can be set."""
    error = kms.NotFoundException("none")

    assert (0, 0.0) == (error.attempts, error.elapsed)
    error.attempts, error.elapsed = 3, 1.5
    assert (kms.NotFoundException, 3, 1.5) == facts(error)
    assert {"message": "none"} == dict(error.members())
