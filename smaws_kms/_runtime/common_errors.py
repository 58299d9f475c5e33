"""Errors that any AWS service may answer with and no model lists.

The codes are those of the services' common error pages and of recorded answers; several have an
older spelling, which becomes the same class. `.code` keeps what came.
"""

from typing import ClassVar, Final

from smaws_kms._runtime.errors import CommonServiceError, Fault
from smaws_kms._runtime.support.lazy_imports import publish


class AccessDeniedException(CommonServiceError):
    """The caller's policies do not allow the action."""


class ExpiredTokenException(CommonServiceError):
    """The session token has expired."""


class IncompleteSignatureException(CommonServiceError):
    """The signature lacks a part that AWS requires."""


class InternalFailureException(CommonServiceError):
    """The service failed for a reason of its own; trying again may help."""

    fault: Fault = "server"
    retryable: ClassVar[bool] = True


class InvalidSignatureException(CommonServiceError):
    """The signature does not match: a wrong secret key, a changed request, or a wrong clock."""


class MissingAuthenticationTokenException(CommonServiceError):
    """The request carried no credentials that AWS could read."""


class NotAuthorizedException(CommonServiceError):
    """The caller is not authorized for the action."""


class OptInRequiredException(CommonServiceError):
    """The account has no subscription to the service."""


class RequestExpiredException(CommonServiceError):
    """The request arrived too long after, or before, the time it was signed for."""


class ServiceUnavailableException(CommonServiceError):
    """The service cannot answer at the moment; trying again may help."""

    fault: Fault = "server"
    retryable: ClassVar[bool] = True


class ThrottlingException(CommonServiceError):
    """Too many requests: the account's request quota is used up."""

    retryable: ClassVar[bool] = True
    throttling: ClassVar[bool] = True


class UnknownOperationException(CommonServiceError):
    """The service does not know the operation, for example in a Region without it."""


class UnrecognizedClientException(CommonServiceError):
    """The access key ID or the session token is not known to AWS."""


class ValidationException(CommonServiceError):
    """The request's values break a rule of the service."""


# The codes of throttling are those that every AWS SDK knows (botocore's retries/standard.py), but for
# `LimitExceededException`: where it means throttling, the service's model or our overlay has to say so.
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
"""The class for a code that the model does not list."""


publish(globals())
