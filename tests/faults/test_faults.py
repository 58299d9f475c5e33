"""Every fault on every transport: the exact outcome, and a client that is as good as new after it."""

import logging
import sys
from collections.abc import Iterator
from typing import Any, Final

import pytest

import smaws_kms as kms
from tests.faults.case import OWN, Case, Outcome
from tests.faults.certificates import Certificates
from tests.faults.kinds import parameter
from tests.faults.repeats import repeat_after
from tests.faults.secrecy import check_secrets
from tests.faults.trial import Observed, Trial, observe, trials

_QUICK: Final = 5.0
"""Seconds for what should take none, on a machine that has other things to do."""
_LATE: Final = 15.0
_NOT_LINUX: Final = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems refuse what Linux lets wait"
)


def _parameters() -> Iterator[Any]:
    for trial in trials():
        marks = [_NOT_LINUX] if trial.case.address == "full backlog" else []
        yield parameter(trial, *marks)


@pytest.mark.parametrize(("anyio_backend", "trial"), [*_parameters()], indirect=["anyio_backend"])
async def test_fault(
    trial: Trial,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A call ends in what the table says, in time, once, without a secret; the next ones succeed."""
    caplog.set_level(logging.DEBUG)
    trial.kind.choose(monkeypatch)
    case, outcome = trial.case, trial.outcome

    seen = await observe(trial, certificates)

    if not trial.kind.engine and sys.version_info >= (3, 12):
        # The table says what httpx's transports make of a fault on Python 3.11. On others it varies.
        assert seen.result.is_err or outcome.got == seen.got
        check_secrets(seen.result, caplog)
        return
    assert outcome == Outcome(
        seen.got,
        outcome.says if outcome.says in seen.text else seen.text,
        seen.sent,
        reused=None if outcome.reused is None else seen.reused,
        next=seen.afterwards[0],
        late=seen.seconds > case.attempt + 1,
        status=seen.status,
        retryable=seen.retryable,
    )
    assert _is_repeated(outcome.error) == _is_repeated(seen.result.err)
    assert seen.seconds < (_LATE if outcome.late else min(case.attempt + 2, _QUICK))
    assert [OWN, OWN] == [*seen.afterwards[1:]]
    assert trial.kind.engine != any("httpcore" in record.name for record in caplog.records)
    _check_sends(case, seen)
    check_secrets(seen.result, caplog)


def _is_repeated(error: kms.SmawsError | None) -> tuple[bool, ...]:
    """Tell which operations a client with default settings would repeat."""
    return tuple(
        error is not None and repeat_after(error, operation) is not None
        for operation in (kms.Encrypt, kms.CreateKey)
    )


def _check_sends(case: Case, seen: Observed) -> None:
    """See that every request arrived once, the first of them over the connection that was there."""
    assert [case.command] * (case.address == "server") == [each.key for each in seen.during]
    assert {"echo"} == {each.key for each in seen.after}
    assert len(seen.afterwards) >= len(seen.after)
    if seen.before and seen.during:
        same = seen.before[-1].connection == seen.during[0].connection
        assert (case.before == "echo") == same
