"""What an error's text adds: Region, attempts, time limits, the owner of refused credentials."""

import pickle
from datetime import timedelta
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.call_harness import CREDENTIALS, DONE, CallHarness, refusal


def text(*outcomes: Any, seconds: float = 0.0, **options: Any) -> str:
    """Return the text of the error that a call ends in."""
    return str(CallHarness(**options).finish(*outcomes, seconds=seconds).error)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("NotFoundException", "NotFoundException: no (region eu-west-1)"),
        ("DisabledException", "DisabledException: no"),
        ("InvalidKeyUsageException", "InvalidKeyUsageException: no"),
        ("UnknownOperationException", "UnknownOperationException: no (region eu-west-1)"),
        ("BrandNewException", "BrandNewException: no"),
    ],
)
def test_region(code: str, expected: str) -> None:
    """The Region is named where a wrong one may be the cause."""
    assert f"Encrypt: {expected}" == text(refusal(code))


def test_region_of_a_quota() -> None:
    """Quotas are those of a Region."""
    harness = CallHarness(kms.CreateKeyRequest(), operation=kms.CreateKey)

    assert "CreateKey: LimitExceededException: no (region eu-west-1)" == str(
        harness.finish(refusal("LimitExceededException")).error
    )


@pytest.mark.parametrize(
    ("code", "status"), [("ThrottlingException", 400), ("KMSInternalException", 500)]
)
def test_attempts(code: str, status: int) -> None:
    """An error that remains after retries has the number of attempts and the time."""
    outcome = refusal(code, status=status)
    expected = str(CallHarness().finish(outcome, outcome, outcome, seconds=4.0).error)

    assert expected.startswith(f"Encrypt: {code}: no (region eu-west-1; 3 attempts in 1")


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.0123, "0.012"), (0.5, "0.50"), (12.345, "12.3"), (1234.0, "1234.0")],
)
def test_time(seconds: float, expected: str) -> None:
    """Times have as many decimals as are of use."""
    shown = text(
        refusal("ThrottlingException"),
        seconds=seconds,
        retry=kms.RetryPolicy(max_attempts=1),
        timeout=Timeout(operation=None),
    )

    assert f"(region eu-west-1; 1 attempt in {expected} s)" in shown


@pytest.mark.parametrize(
    ("error", "timeout", "expected"),
    [
        (kms.ConnectTimeoutError("slow", sent="no"), Timeout(), "Timeout.connect is 3 s; "),
        (
            kms.ConnectTimeoutError("slow", sent="no"),
            Timeout(connect=20, attempt=0.5),
            "Timeout.attempt is 0.5 s; ",
        ),
        (
            kms.ConnectTimeoutError("slow", sent="no"),
            Timeout(connect=None),
            "Timeout.attempt is 10 s; ",
        ),
        (kms.AttemptTimeoutError("slow"), Timeout(), "Timeout.attempt is 10 s; "),
        (kms.AttemptTimeoutError("slow"), Timeout(attempt=None), ""),
    ],
)
def test_time_limit(error: kms.TransportError, timeout: Timeout, expected: str) -> None:
    """A time-out names the setting that bounds it, its value, the attempts and the time."""
    policy = kms.RetryPolicy(max_attempts=1)

    assert f"Encrypt: slow ({expected}1 attempt in 2.00 s)" == text(
        error, seconds=2.0, timeout=timeout, retry=policy
    )


def test_connect_limit_of_the_defaults_mode() -> None:
    """The limit that the defaults mode sets is the one that is named."""
    policy = kms.RetryPolicy(max_attempts=1)
    error = kms.ConnectTimeoutError("slow", sent="no")

    assert "Timeout.connect is 1.1 s" in text(error, retry=policy, connect_by_mode=1.1)


def test_deadline() -> None:
    """A deadline names its setting, and the error before it has its own hints."""
    shown = text(
        refusal("KMSInternalException", status=500),
        kms.AttemptTimeoutError("slow"),
        seconds=1.0,
        timeout=Timeout(operation=2.0),
        draw=lambda: 0.0,
    )

    assert (
        "Encrypt: took longer than 2.0 s, while waiting for the response (Timeout.operation is 2 s; "
        "2 attempts in 2.00 s); before that, KMSInternalException: no (region eu-west-1)"
    ) == shown


def test_deadline_after_a_lost_connection() -> None:
    """An error of the network before a deadline has no hints."""
    shown = text(
        kms.ConnectionLostError("broken"),
        kms.AttemptTimeoutError("slow"),
        seconds=1.0,
        timeout=Timeout(operation=2.0),
        draw=lambda: 0.0,
    )

    assert shown.endswith("; before that, broken")


def test_lost_connections() -> None:
    """An error of the network has the number of attempts, if there were several."""
    lost, policy = kms.ConnectionLostError("broken"), kms.RetryPolicy(max_attempts=2)
    again = kms.ConnectionLostError("broken")

    assert "Encrypt: broken (2 attempts in 2" in text(lost, again, seconds=1.0, retry=policy)
    assert "Encrypt: broken" == text(lost, retry=kms.RetryPolicy(max_attempts=1))


@pytest.mark.parametrize(
    ("hours", "expected"), [(-1, "clock is 60 min ahead"), (2, "clock is 120 min behind")]
)
def test_clock(hours: int, expected: str) -> None:
    """A signature that is refused after the clock was corrected says how far it is off."""
    shared_state = SharedState()
    shared_state.skew.offset = timedelta(hours=hours)
    shown = text(refusal("InvalidSignatureException"), shared_state=shared_state)

    assert f"; this machine's {expected}" in shown
    assert "clock" not in text(refusal("AccessDeniedException"), shared_state=shared_state)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(404, "(from https://kms.test/)"), (400, "(from https://kms.test/)")],
)
def test_answer_that_is_not_of_aws(status: int, expected: str) -> None:
    """An answer without an error code is shown with the endpoint that it came from."""
    page = WireResponse(status, {}, b"<html>no</html>")

    assert f"Encrypt: HTTP{status}: HTTP status {status} with an HTML page {expected}" == text(page)


def test_success_computes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that succeeds after a failure does not look for hints."""
    looked: list[object] = []
    monkeypatch.setattr("smaws_kms._runtime.call.call.add_hints", looked.append)

    assert CallHarness().finish(refusal("ThrottlingException"), DONE).is_ok
    assert [] == looked


def test_pickled() -> None:
    """Hints survive pickling."""
    error = CallHarness().finish(refusal("NotFoundException"), credentials=[CREDENTIALS]).error

    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own


def test_before_the_settings_are_known() -> None:
    """An error before the first attempt has its plain text."""
    harness = CallHarness(kms.EncryptRequest(key_id="", plaintext=b"x"))
    error = harness.step().error

    assert (0, ()) == (error.attempts, error.hints)
