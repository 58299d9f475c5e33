"""Classifies errors as transient, timeout or throttling, by facts of their classes and status codes."""

from typing import Final, Literal, TypeAlias

from smaws_kms._runtime.errors import (
    CallTimeoutError,
    DeadlineExceededError,
    ProtocolError,
    ServiceError,
    SmawsError,
    TransportError,
    UnmodeledServiceError,
)

Failure: TypeAlias = Literal["transient", "timeout", "throttling"]
"""A kind of failure that a retry may resolve."""

# Codes and statuses that the AWS standard calls transient: botocore's retries/standard.py, and 408 from
# smithy-python's retries.py. `PriorRequestNotComplete` counts as throttling, see `common_errors`.
_TRANSIENT_CODES: Final = frozenset({"RequestTimeout", "RequestTimeoutException"})
_TRANSIENT_STATUSES: Final = frozenset({408, 500, 502, 503, 504})
_TOO_MANY_REQUESTS: Final = 429


def classify_failure(error: SmawsError) -> Failure | None:
    """Return the kind of failure, `None` if the same request would only fail again."""
    match error:
        case ServiceError():
            return _classify_service_error(error)
        case DeadlineExceededError() | TransportError(retryable=False):
            return None
        case ProtocolError(sent="no"):
            return None  # the request cannot be written as HTTP
        case CallTimeoutError():
            return "timeout"
        case TransportError():
            return "transient"
        case _:
            return None


def _classify_service_error(error: ServiceError) -> Failure | None:
    if error.quota:
        return None
    # The model's traits of an error take precedence over its status.
    is_unmodeled = isinstance(error, UnmodeledServiceError)
    if error.throttling or (is_unmodeled and error.status_code == _TOO_MANY_REQUESTS):
        return "throttling"
    transient = error.code in _TRANSIENT_CODES or error.status_code in _TRANSIENT_STATUSES
    return "transient" if error.retryable or transient else None
