"""What an error's text adds: Region, attempts, time limits, the owner of refused credentials."""

import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import Credentials, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.call_harness import CREDENTIALS, DONE, CallHarness, refusal
from tests.unit.example_service import Request, operation

ORDERS = Credentials(
    "AKIAIOSFODNN7EXAMPLE", "geheim", source="profile orders, keys in the credentials file"
)
OWNER = "AKIA...MPLE from profile orders, keys in the credentials file"


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


REFUSED = sorted(code for code, error in COMMON_ERRORS.items() if error.about_credentials)


def refused(credentials: Credentials, code: str = "AccessDeniedException") -> str:
    """Return the text of a call whose credentials are refused."""
    outcomes = [refusal(code)] * (2 if COMMON_ERRORS[code] in RENEWED else 1)
    return str(CallHarness().finish(*outcomes, credentials=[credentials] * 2).error)


RENEWED = {kms.ExpiredTokenException, kms.UnrecognizedClientException}


@pytest.mark.parametrize("code", REFUSED)
def test_owner(code: str) -> None:
    """Refused credentials are shown by the ends of their ID, with their source."""
    shown = refused(ORDERS, code)

    assert shown.startswith(f"Encrypt: {code}: no ({OWNER}")
    assert "geheim" not in shown
    assert "IOSFODNN7" not in shown


@pytest.mark.parametrize(
    ("key_id", "expected"),
    [
        ("AKID", "***"),
        ("AKIDEXAMPLE", "***"),
        ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "***"),
        ("wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY", "***"),
        ("not an ID at all", "***"),
        ("ASIAIOSFODNN7EXAMPLE", "ASIA...MPLE"),
    ],
)
def test_masked(key_id: str, expected: str) -> None:
    """Short IDs, and secrets in their place, are not shown at all."""
    shown = refused(Credentials(key_id, "secret"))

    assert f" ({expected} from the user's own; region eu-west-1)" in shown
    assert key_id not in shown


def test_expiry() -> None:
    """Refused credentials that expire are shown with the time."""
    end = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    shown = refused(Credentials("AKIAIOSFODNN7EXAMPLE", "s", "t", end, source="the function f"))

    assert "AKIA...MPLE from the function f, valid until 2030-01-02T03:04:05Z; region" in shown


def test_source_of_the_user() -> None:
    """A source that holds line breaks or is very long stays one bounded line."""
    shown = refused(Credentials("AKIAIOSFODNN7EXAMPLE", "s", source="a\nb" + "c" * 5000))

    assert r"from a\nbccc" in shown
    assert len(shown) < 400


def test_other_errors_name_no_credentials() -> None:
    """Errors that are not about credentials do not show them."""
    assert "AKIA" not in text(refusal("NotFoundException"))
    harness = CallHarness()
    error = harness.finish(refusal("NotFoundException"), credentials=[ORDERS]).error

    assert "AKIA" not in str(error)


class AccessDeniedException(ServiceError):
    """An error of another service, whose model lists it."""


def test_codes_that_a_model_lists() -> None:
    """The code counts, also for a class that a model defines."""
    do = operation(AccessDeniedException)
    error = CallHarness(Request(), operation=do).finish(refusal("AccessDeniedException")).error

    assert isinstance(error, AccessDeniedException)
    assert "Do: AccessDeniedException: no (*** from the user's own; region eu-west-1)" == str(error)


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
