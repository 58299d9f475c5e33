"""Retries after a lost response: whether one is safe, and what its error may mean.

A request whose response was lost may have succeeded or not. The model's facts name the operations
that must not be repeated then, and the errors that a retry gets when the first attempt succeeded.
"""

from copy import copy
from typing import Any

from smaws_kms._runtime.errors import (
    ResponseParseError,
    ServiceError,
    SmawsError,
    TransportError,
    UnmodeledServiceError,
)
from smaws_kms._runtime.http.messages import FIRST_SERVER_ERROR
from smaws_kms._runtime.model.operation import OperationModel


def may_have_succeeded(error: SmawsError) -> bool:
    """Return whether a request that ended in this error may have succeeded."""
    match error:
        case TransportError():
            return error.sent == "maybe"
        case ServiceError():
            # A 5xx may follow after the work was done; a throttled request was not started.
            failed = error.fault == "server" or error.status_code >= FIRST_SERVER_ERROR
            return failed and not error.throttling
        case _:
            return isinstance(error, ResponseParseError)


def is_safe_to_retry(
    operation: OperationModel[Any, Any, Any], request: object, error: SmawsError
) -> bool:
    """Return whether sending the request again cannot create a second resource.

    Args:
        operation: The operation.
        request: An instance of its input.
        error: The error of the latest attempt.
    """
    return not _is_response_lost(error) or not _creates_another(operation, request)


def _is_response_lost(error: SmawsError) -> bool:
    """Return whether the error is not the service's own statement about the request."""
    if isinstance(error, TransportError):
        return error.sent == "maybe"
    # A 5xx without an AWS error code may come from a gateway that lost the service's response.
    return (
        isinstance(error, UnmodeledServiceError)
        and not error.retryable
        and error.status_code >= FIRST_SERVER_ERROR
    )


def _creates_another(operation: OperationModel[Any, Any, Any], request: object) -> bool:
    creates = operation.creates
    if creates is None:
        return False
    return (
        creates.idempotency_member is None or getattr(request, creates.idempotency_member) is None
    )


def mark_lost_response(error: SmawsError, operation: OperationModel[Any, Any, Any]) -> SmawsError:
    """Return the call's error, marked for an earlier attempt that may have succeeded.

    Args:
        error: The error of the last attempt.
        operation: The operation.
    """
    if isinstance(error, ServiceError) and isinstance(error, operation.already_done_errors):
        error.maybe_done = True
    elif isinstance(error, TransportError) and error.sent == "no":
        # `no` is true of the last attempt, whose error the metadata keeps, but not of the call.
        error = copy(error)
        error.sent = "maybe"
    return error
