"""Every retry case on every transport: the attempts, the delays between them, the outcome."""

import logging

import pytest

import smaws_kms as kms
from tests.faults.case import OWN
from tests.faults.certificates import Certificates
from tests.faults.messages import Request
from tests.faults.retry_case import Failure, RetryCase
from tests.faults.retry_trial import (
    ObservedRetries,
    RetryTrial,
    observe_retries,
    retry_trials,
)
from tests.faults.transports import HTTP11, HTTPX, parameter
from tests.faults.trial import check_secrets


@pytest.mark.parametrize(
    ("anyio_backend", "trial"),
    [parameter(trial) for trial in retry_trials(HTTP11)],
    indirect=["anyio_backend"],
)
async def test_retries(
    trial: RetryTrial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A call is retried as often and as late as its case says, and the next calls succeed."""
    caplog.set_level(logging.DEBUG)
    trial.transport.select(monkeypatch)

    seen = await observe_retries(trial, certificates)

    assert trial.case.end == seen.end
    assert (True, True, True) == seen.right
    _check_attempts(trial.case, seen)
    _check_requests(trial.case, seen)
    _check_error(trial.case, seen.result.err)
    check_secrets(seen.result, caplog)


@pytest.mark.parametrize(
    ("anyio_backend", "trial"),
    [parameter(trial) for trial in retry_trials(HTTPX, ["http"])],
    indirect=["anyio_backend"],
)
async def test_retries_on_httpx(
    trial: RetryTrial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An `Ok` holds the call's own response, and no request is sent once too often."""
    caplog.set_level(logging.DEBUG)
    trial.transport.select(monkeypatch)

    seen = await observe_retries(trial, certificates)

    assert seen.result.is_err or seen.end == OWN
    assert len(seen.requests) <= trial.case.requests
    check_secrets(seen.result, caplog)


def _check_attempts(case: RetryCase, seen: ObservedRetries) -> None:
    """Check that the metadata has each attempt with its outcome and the delay before it."""
    attempts = seen.result.metadata.attempts
    delays = [attempt.delay for attempt in attempts]

    assert [*case.attempts] == [
        attempt.error and Failure(type(attempt.error).__name__, attempt.status_code)
        for attempt in attempts
    ]
    assert [200] * (len(attempts) - len(case.failures)) == [
        attempt.status_code for attempt in attempts if attempt.error is None
    ]
    assert 0.0 == delays[0]
    assert len(case.delays) == len(delays[1:])
    assert [] == [
        (allowed, delay)
        for allowed, delay in zip(case.delays, delays[1:], strict=True)
        if not allowed.allows(delay)
    ]
    assert sum(delays) <= seen.result.metadata.elapsed


def _check_requests(case: RetryCase, seen: ObservedRetries) -> None:
    """Check that each attempt is one numbered request, and that each later call is one request."""
    requests = [Request(received.head, b"") for received in seen.requests]

    assert [case.command] * case.requests == [received.key for received in seen.requests]
    assert [*range(1, case.requests + 1)] == [request.attempt for request in requests]
    assert 1 == len({request.call for request in requests})
    assert ["echo"] * 3 == [received.key for received in seen.after]
    assert 1 == len({received.connection for received in seen.after})


def _check_error(case: RetryCase, error: object) -> None:
    last_error = getattr(error, "last_error", None)

    assert case.sent == getattr(error, "sent", None)
    assert case.last_error == (last_error and type(last_error).__name__)
    if isinstance(error, kms.SmawsError):
        assert case.operation.name == error.operation
