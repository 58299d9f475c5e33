"""Every fault on every transport.

On the package's own transports a call has exactly the outcome of its case. On httpx's transports the
outcome depends on the versions of httpx, httpcore and Python, so only what must never happen is tested.
"""

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest

import smaws_kms as kms
from tests.faults.case import OWN, Case, Outcome, retry_after
from tests.faults.certificates import Certificates
from tests.faults.transports import HTTP11, HTTPX, Transport, parameter
from tests.faults.trial import Observed, Trial, check_secrets, observe, trials

_STUCK: Final = 15.0
"""Seconds that no call needs, even on a busy machine: less than the other timeouts of a case."""
_NOT_LINUX: Final = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux leaves connections beyond the backlog unanswered"
)


def _parameters(transports: Iterable[Transport]) -> Iterator[Any]:
    for trial in trials(transports):
        marks = [_NOT_LINUX] if trial.case.address == "full backlog" else []
        yield parameter(trial, *marks)


@pytest.mark.parametrize(
    ("anyio_backend", "trial"), [*_parameters(HTTP11)], indirect=["anyio_backend"]
)
async def test_fault(
    trial: Trial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The call ends as its case says, in time, after one request; the next calls succeed."""
    caplog.set_level(logging.DEBUG)
    trial.transport.select(monkeypatch)
    case, outcome = trial.case, trial.case.outcome

    seen = await observe(trial, certificates)

    assert outcome == Outcome(
        seen.got,
        outcome.says if outcome.says in seen.text else seen.text,
        seen.sent,
        reused=None if outcome.reused is None else seen.reused,
        status=seen.status,
        retryable=seen.retryable,
    )
    assert _is_retried(outcome.error) == _is_retried(seen.result.err)
    assert seen.seconds < _STUCK
    assert (OWN, OWN, OWN) == seen.afterwards
    assert not any("httpcore" in record.name for record in caplog.records)
    _check_requests(case, seen)
    check_secrets(seen.result, caplog)


@pytest.mark.parametrize(
    ("anyio_backend", "trial"), [*_parameters(HTTPX)], indirect=["anyio_backend"]
)
async def test_fault_on_httpx(
    trial: Trial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An `Ok` holds the call's own response, and `sent` does not deny the one request that arrived."""
    caplog.set_level(logging.DEBUG)
    trial.transport.select(monkeypatch)

    seen = await observe(trial, certificates)

    assert seen.result.is_err or seen.got == OWN
    assert len(seen.during) <= (seen.sent != "no")
    assert any("httpcore" in record.name for record in caplog.records)
    check_secrets(seen.result, caplog)


def _is_retried(error: kms.SmawsError | None) -> tuple[bool, ...]:
    """Return whether a client with default settings retries `Encrypt` and `CreateKey`."""
    return tuple(
        error is not None and retry_after(error, operation) is not None
        for operation in (kms.Encrypt, kms.CreateKey)
    )


def _check_requests(case: Case, seen: Observed) -> None:
    """Check that every request arrived once, the first over the connection that was there."""
    assert [case.command] * (case.address == "server") == [each.key for each in seen.during]
    assert {"echo"} == {each.key for each in seen.after}
    assert len(seen.afterwards) >= len(seen.after)
    if seen.before and seen.during:
        same = seen.before[-1].connection == seen.during[0].connection
        assert (case.before == "echo") == same
