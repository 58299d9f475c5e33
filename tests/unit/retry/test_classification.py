"""Which failures are retryable: by class, code and status, and for every error that KMS models."""

import pytest
from botocore.retries.standard import ThrottledRetryableChecker

import smaws_kms as kms
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.retry.classification import Failure, classify_failure
from smaws_kms._runtime.serde.aws_json import decode
from tests.unit.call.call_harness import refusal

MODELED = sorted(
    {
        error
        for name in dir(kms)
        if isinstance(operation := getattr(kms, name), OperationModel)
        for error in operation.errors
    },
    key=lambda error: error.__name__,
)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (kms.ConnectError("refused", sent="no"), "transient"),
        (kms.ConnectError("not trusted", sent="no", retryable=False), None),
        (kms.ConnectTimeoutError("slow", sent="no"), "timeout"),
        (kms.AttemptTimeoutError("slow"), "timeout"),
        (kms.ConnectionLostError("broken"), "transient"),
        (kms.ProtocolError("no HTTP"), "transient"),
        (kms.ProtocolError("the request is no HTTP", sent="no"), None),
        (kms.DeadlineExceededError("late"), None),
        (kms.ResponseParseError("no JSON"), None),
        (kms.CredentialsError("none"), None),
        (kms.ConfigurationError("no region"), None),
        (kms.RequestValidationError("too long"), None),
    ],
)
def test_without_a_response(error: kms.SmawsError, failure: Failure | None) -> None:
    """Transport failures are retryable, local errors and exceeded deadlines are not."""
    assert failure == classify_failure(error)


@pytest.mark.parametrize(
    ("code", "status", "failure"),
    [
        ("", 500, "transient"),
        ("", 502, "transient"),
        ("", 503, "transient"),
        ("", 504, "transient"),
        ("", 408, "transient"),
        ("", 429, "throttling"),
        ("", 400, None),
        ("", 403, None),
        ("", 501, None),
        ("NewException", 400, None),
        ("NewException", 500, "transient"),
        ("NewException", 429, "throttling"),
        ("RequestTimeout", 400, "transient"),
        ("RequestTimeoutException", 400, "transient"),
        ("InternalFailure", 400, "transient"),
        ("ServiceUnavailable", 400, "transient"),
        ("ThrottlingException", 400, "throttling"),
        ("ThrottlingException", 500, "throttling"),
        ("KMSInternalException", 400, "transient"),
        ("KMSInternalException", 500, "transient"),
        ("DependencyTimeoutException", 400, "transient"),
        ("LimitExceededException", 400, None),
        ("LimitExceededException", 429, None),
        ("LimitExceededException", 500, None),
        ("NotFoundException", 400, None),
        ("NotFoundException", 429, None),
        ("NotFoundException", 500, "transient"),
        ("AccessDeniedException", 400, None),
        ("ExpiredTokenException", 400, None),
        ("InvalidSignatureException", 400, None),
    ],
)
def test_responses(code: str, status: int, failure: Failure | None) -> None:
    """The model's statement comes first, then the codes and statuses that every SDK knows."""
    error = decode(kms.CreateGrant, refusal(code, status=status))

    assert isinstance(error, kms.ServiceError)
    assert failure == classify_failure(error)


def test_modeled_errors() -> None:
    """Of all errors of KMS, the three that its reference calls transient are retried."""
    passing = {"DependencyTimeoutException", "KMSInternalException", "KeyUnavailableException"}

    assert passing == {cls.__name__ for cls in MODELED if classify_failure(cls("no")) is not None}


def test_codes_of_throttling() -> None:
    """All codes of the standard are throttling, except the one that is a quota in KMS."""
    known: list[str] = vars(ThrottledRetryableChecker())["_throttled_error_codes"]
    codes = {*known} - {"LimitExceededException"}

    assert codes == {code for code, cls in COMMON_ERRORS.items() if cls.throttling}
    for code in codes:
        error = decode(kms.ListKeys, refusal(code))
        assert isinstance(error, kms.ThrottlingException)
        assert ("throttling", code) == (classify_failure(error), error.code)
