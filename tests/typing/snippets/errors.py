"""Errors: a closed union for each operation, typed attributes."""

from typing import Literal, assert_type

import smaws_kms as kms


def closed(error: kms.DescribeKeyError) -> int:
    """Every error of the operation, one by one."""
    if isinstance(error, kms.DependencyTimeoutException):
        return 1
    if isinstance(error, kms.InvalidArnException | kms.KMSInternalException):
        return 2
    if isinstance(error, kms.NotFoundException):
        return 3
    if isinstance(error, kms.UnmodeledServiceError | kms.TransportError | kms.ResponseParseError):
        return 4
    if isinstance(error, kms.CredentialsError | kms.ConfigurationError):
        return 5
    assert_type(error, kms.RequestValidationError)
    return 6


def not_listed() -> kms.DescribeKeyError:
    """An error that the operation does not list is none of its union."""
    return kms.DisabledException("off")  # E: mypy pyright


def widened(error: kms.DescribeKeyError) -> kms.SmawsError:
    """All errors have one root."""
    return error


def narrowed(error: kms.SmawsError) -> kms.DescribeKeyError:
    """And not the other way round."""
    return error  # E: mypy pyright


def attributes(
    service: kms.ServiceError, transport: kms.TransportError, late: kms.DeadlineExceededError
) -> TimeoutError:
    """What errors know is typed."""
    assert_type(service.code, str)
    assert_type(service.request_id, str | None)
    assert_type(service.status_code, int)
    assert_type(service.fault, Literal["client", "server"])
    assert_type(service.retryable, bool)
    assert_type(transport.sent, Literal["no", "maybe"])
    assert_type(late.last_error, kms.SmawsError | None)
    return late


def caught(client: kms.KMSClient) -> str:
    """Errors are exceptions, for who prefers them."""
    try:
        response = client.describe_key(key_id="alias/orders").unwrap()
    except kms.NotFoundException as error:
        return assert_type(error.code, str)
    return response.key_metadata.key_id
