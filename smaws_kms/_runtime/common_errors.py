"""Errors that any AWS service may return and that models do not list.

The codes come from the services' common error pages and from recorded responses. Old and new
spellings of a code map to the same class; `.code` keeps the received spelling. `help` repeats the
docstring, which `python -OO` drops.
"""

from typing import ClassVar, Final

from smaws_kms._runtime.errors import CommonServiceError, Fault
from smaws_kms._runtime.support.lazy_imports import publish


class AccessDeniedException(CommonServiceError):
    """The caller's policies do not allow the action."""

    help: ClassVar[str] = "The caller's policies do not allow the action."
    about_credentials: ClassVar[bool] = True
    regional: ClassVar[bool] = True


class ExpiredTokenException(CommonServiceError):
    """The session token has expired."""

    help: ClassVar[str] = "The session token has expired."
    about_credentials: ClassVar[bool] = True


class IncompleteSignatureException(CommonServiceError):
    """The signature lacks a part that AWS requires."""

    help: ClassVar[str] = "The signature lacks a part that AWS requires."
    about_credentials: ClassVar[bool] = True


class InternalFailureException(CommonServiceError):
    """The service failed internally; a retry may succeed."""

    help: ClassVar[str] = "The service failed internally; a retry may succeed."
    fault: Fault = "server"
    retryable: ClassVar[bool] = True


class InvalidSignatureException(CommonServiceError):
    """The signature does not match: wrong secret key, modified request, or wrong clock."""

    help: ClassVar[str] = (
        "The signature does not match: wrong secret key, modified request, or wrong clock."
    )
    about_clock: ClassVar[bool] = True
    about_credentials: ClassVar[bool] = True


class MissingAuthenticationTokenException(CommonServiceError):
    """The request contained no credentials that AWS could read."""

    help: ClassVar[str] = "The request contained no credentials that AWS could read."
    about_credentials: ClassVar[bool] = True


class NotAuthorizedException(CommonServiceError):
    """The caller is not authorized for the action."""

    help: ClassVar[str] = "The caller is not authorized for the action."
    about_credentials: ClassVar[bool] = True
    regional: ClassVar[bool] = True


class OptInRequiredException(CommonServiceError):
    """The account has no subscription to the service."""

    help: ClassVar[str] = "The account has no subscription to the service."
    about_credentials: ClassVar[bool] = True
    regional: ClassVar[bool] = True


class RequestExpiredException(CommonServiceError):
    """The signing time of the request is too far from the service's clock."""

    help: ClassVar[str] = "The signing time of the request is too far from the service's clock."
    about_clock: ClassVar[bool] = True


class ServiceUnavailableException(CommonServiceError):
    """The service is temporarily unavailable; a retry may succeed."""

    help: ClassVar[str] = "The service is temporarily unavailable; a retry may succeed."
    fault: Fault = "server"
    retryable: ClassVar[bool] = True


class ThrottlingException(CommonServiceError):
    """The request rate exceeds the account's quota."""

    help: ClassVar[str] = "The request rate exceeds the account's quota."
    retryable: ClassVar[bool] = True
    throttling: ClassVar[bool] = True


class UnknownOperationException(CommonServiceError):
    """The service does not know the operation, for example in a Region without it."""

    help: ClassVar[str] = (
        "The service does not know the operation, for example in a Region without it."
    )
    regional: ClassVar[bool] = True


class UnrecognizedClientException(CommonServiceError):
    """AWS does not recognize the access key ID or the session token."""

    help: ClassVar[str] = "AWS does not recognize the access key ID or the session token."
    about_credentials: ClassVar[bool] = True
    regional: ClassVar[bool] = True


class ValidationException(CommonServiceError):
    """A value in the request violates a constraint of the service."""

    help: ClassVar[str] = "A value in the request violates a constraint of the service."


# The throttling codes of all AWS SDKs (botocore's retries/standard.py), except `LimitExceededException`:
# it means throttling only for some services, whose model or overlay must say so.
COMMON_ERRORS: Final[dict[str, type[CommonServiceError]]] = {
    "AccessDenied": AccessDeniedException,
    "AccessDeniedException": AccessDeniedException,
    "ExpiredToken": ExpiredTokenException,
    "ExpiredTokenException": ExpiredTokenException,
    "IncompleteSignature": IncompleteSignatureException,
    "IncompleteSignatureException": IncompleteSignatureException,
    "BandwidthLimitExceeded": ThrottlingException,
    "EC2ThrottledException": ThrottlingException,
    "InternalFailure": InternalFailureException,
    "InternalFailureException": InternalFailureException,
    "InternalServerError": InternalFailureException,
    "InvalidClientTokenId": UnrecognizedClientException,
    "InvalidSignatureException": InvalidSignatureException,
    "MissingAuthenticationToken": MissingAuthenticationTokenException,
    "MissingAuthenticationTokenException": MissingAuthenticationTokenException,
    "NotAuthorized": NotAuthorizedException,
    "NotAuthorizedException": NotAuthorizedException,
    "OptInRequired": OptInRequiredException,
    "OptInRequiredException": OptInRequiredException,
    "PriorRequestNotComplete": ThrottlingException,
    "ProvisionedThroughputExceededException": ThrottlingException,
    "RequestExpired": RequestExpiredException,
    "RequestExpiredException": RequestExpiredException,
    "RequestInTheFuture": RequestExpiredException,
    "RequestLimitExceeded": ThrottlingException,
    "RequestThrottled": ThrottlingException,
    "RequestThrottledException": ThrottlingException,
    "RequestTimeTooSkewed": RequestExpiredException,
    "ServiceUnavailable": ServiceUnavailableException,
    "ServiceUnavailableException": ServiceUnavailableException,
    "SignatureDoesNotMatch": InvalidSignatureException,
    "SlowDown": ThrottlingException,
    "Throttling": ThrottlingException,
    "ThrottledException": ThrottlingException,
    "ThrottlingException": ThrottlingException,
    "TooManyRequestsException": ThrottlingException,
    "TransactionInProgressException": ThrottlingException,
    "UnknownOperationException": UnknownOperationException,
    "UnrecognizedClientException": UnrecognizedClientException,
    "ValidationError": ValidationException,
    "ValidationException": ValidationException,
}
"""Maps codes that models do not list to classes."""


publish(globals())
