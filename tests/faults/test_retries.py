"""Every fault with retries on every transport: what is sent again and when, and how the call ends."""

import logging
from time import monotonic
from typing import Final

import pytest

import smaws_kms as kms
from tests.faults.certificates import Certificates
from tests.faults.kinds import parameter
from tests.faults.retry_case import Failure, RetryCase
from tests.faults.retry_trial import RetryTrial, Tried, retry_trials, try_out
from tests.faults.secrecy import check_secrets
from tests.faults.wire import Request

_QUICK: Final = 10.0
"""Seconds for what should take one, on a machine that has other things to do."""


@pytest.mark.parametrize(
    ("anyio_backend", "trial"),
    [parameter(trial) for trial in retry_trials()],
    indirect=["anyio_backend"],
)
async def test_retries(
    trial: RetryTrial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A call is repeated as often and as late as the table says, ends as it says, and harms no other."""
    caplog.set_level(logging.DEBUG)
    trial.kind.choose(monkeypatch)
    started = monotonic()

    tried = await try_out(trial, certificates)

    assert trial.case.end == tried.end
    assert (True, True, True) == tried.right
    assert monotonic() - started < _QUICK
    _check_attempts(trial.case, tried)
    _check_requests(trial.case, tried)
    _check_error(trial.case, tried.result.err)
    check_secrets(tried.result, caplog)


def _check_attempts(case: RetryCase, tried: Tried) -> None:
    """See that the metadata tell of each attempt how it ended and what was waited before it, as it was."""
    attempts = tried.result.metadata.attempts
    delays = [attempt.delay for attempt in attempts]

    assert [*case.attempts] == [
        attempt.error and Failure(type(attempt.error).__name__, attempt.status_code)
        for attempt in attempts
    ]
    assert [200] * (len(attempts) - len(case.failures)) == [
        attempt.status_code for attempt in attempts if attempt.error is None
    ]
    assert 0.0 == delays[0]
    assert len(case.waits) == len(delays[1:])
    assert [] == [
        (wait, delay)
        for wait, delay in zip(case.waits, delays[1:], strict=True)
        if not wait.allows(delay)
    ]
    assert sum(delays) <= tried.result.metadata.elapsed


def _check_requests(case: RetryCase, tried: Tried) -> None:
    """See that every attempt is one request, which says the number of its attempt; later calls are one each."""
    asked = [Request(seen.head, b"") for seen in tried.requests]

    assert [case.command] * case.requests == [seen.key for seen in tried.requests]
    assert [*range(1, case.requests + 1)] == [request.attempt for request in asked]
    assert 1 == len({request.call for request in asked})
    assert ["echo"] * 3 == [seen.key for seen in tried.after]
    assert 1 == len({seen.connection for seen in tried.after})


def _check_error(case: RetryCase, error: object) -> None:
    last_error = getattr(error, "last_error", None)

    assert case.sent == getattr(error, "sent", None)
    assert case.last_error == (last_error and type(last_error).__name__)
    if isinstance(error, kms.SmawsError):
        assert case.operation.name == error.operation
