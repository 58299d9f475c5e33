"""What to do, and what to say, when nobody knows whether a request was carried out.

An answer that got lost leaves two possibilities, and a repeat is only harmless if it is in both. The
model's facts say for which operations it is not, and which errors a repeat ends in when the first
attempt has done the work.
"""

from copy import copy
from http import HTTPStatus
from typing import Any

from smaws_kms._runtime.errors import (
    ResponseParseError,
    ServiceError,
    SmawsError,
    TransportError,
    UnmodeledServiceError,
)
from smaws_kms._runtime.model.operation import OperationModel


def may_have_succeeded(error: SmawsError) -> bool:
    """Tell whether the service may have carried out the request that ended in this."""
    match error:
        case TransportError():
            return error.sent == "maybe"
        case ServiceError():
            # A service that failed may have failed after the fact; one that throttles has not begun.
            failed = (
                error.fault == "server" or error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
            )
            return failed and not error.throttling
        case _:
            return isinstance(error, ResponseParseError)


def is_safe_to_retry(
    operation: OperationModel[Any, Any, Any], request: object, error: SmawsError
) -> bool:
    """Tell whether to send the request again can do no more than to send it once.

    Args:
        operation: The operation.
        request: An instance of its input.
        error: What sending it ended in.
    """
    return not _is_lost(error) or not _creates_another(operation, request)


def _is_lost(error: SmawsError) -> bool:
    """Tell whether the service itself has said nothing about the request."""
    if isinstance(error, TransportError):
        return error.sent == "maybe"
    # A bare 502 or 504 is the word of a gateway that lost the answer, and a bare 500 may be.
    return (
        isinstance(error, UnmodeledServiceError)
        and not error.retryable
        and error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
    )


def _creates_another(operation: OperationModel[Any, Any, Any], request: object) -> bool:
    creates = operation.creates
    if creates is None:
        return False
    return (
        creates.idempotency_member is None or getattr(request, creates.idempotency_member) is None
    )


def mark_lost_response(error: SmawsError, operation: OperationModel[Any, Any, Any]) -> SmawsError:
    """Return the last error of a call as it has to be told when an earlier attempt may have worked.

    Args:
        error: What the last attempt ended in.
        operation: The operation.
    """
    if isinstance(error, ServiceError) and isinstance(error, operation.already_done_errors):
        error.maybe_done = True
    elif isinstance(error, TransportError) and error.sent == "no":
        # True of the last attempt, which stays as it is in the metadata, and not of the call.
        error = copy(error)
        error.sent = "maybe"
    return error
