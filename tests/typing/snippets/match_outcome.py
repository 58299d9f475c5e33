"""A `match` over an outcome is exhaustive, and says so when an error is left out."""

from typing import assert_never, assert_type

import smaws_kms as kms


async def flat(client: kms.AsyncKMSClient) -> bytes:
    """Name every error that `Encrypt` can end in."""
    result = await client.encrypt(key_id="alias/orders", plaintext=b"hello")
    match result.outcome:
        case kms.EncryptResponse(ciphertext_blob=blob):
            return assert_type(blob, bytes)
        case (
            kms.DependencyTimeoutException()
            | kms.DisabledException()
            | kms.DryRunOperationException()
            | kms.InvalidGrantTokenException()
            | kms.InvalidKeyUsageException()
            | kms.KeyUnavailableException()
            | kms.KMSInternalException()
            | kms.KMSInvalidStateException()
            | kms.NotFoundException() as modelled
        ):
            raise modelled
        case kms.UnmodeledServiceError(code=code):
            return assert_type(code, str).encode()
        case kms.TransportError(sent=sent):
            return sent.encode()
        case (
            kms.ResponseParseError()
            | kms.CredentialsError()
            | kms.ConfigurationError()
            | kms.RequestValidationError() as error
        ):
            raise error
        case _:
            assert_never(result.outcome)


async def flat_without_disabled(client: kms.AsyncKMSClient) -> None:
    """Leave one modelled error out."""
    result = await client.encrypt(key_id="alias/orders", plaintext=b"hello")
    match result.outcome:
        case kms.EncryptResponse():
            pass
        case (
            kms.DependencyTimeoutException()
            | kms.DryRunOperationException()
            | kms.InvalidGrantTokenException()
            | kms.InvalidKeyUsageException()
            | kms.KeyUnavailableException()
            | kms.KMSInternalException()
            | kms.KMSInvalidStateException()
            | kms.NotFoundException()
            | kms.UnmodeledServiceError()
            | kms.TransportError()
            | kms.ResponseParseError()
            | kms.CredentialsError()
            | kms.ConfigurationError()
            | kms.RequestValidationError()
        ):
            pass
        case _:
            assert_never(result.outcome)  # E: mypy pyright


async def flat_by_base_classes(client: kms.AsyncKMSClient) -> str:
    """Handle whole branches of the error tree."""
    result = await client.describe_key(key_id="alias/orders")
    match result.outcome:
        case kms.DescribeKeyResponse(key_metadata=metadata):
            return assert_type(metadata, kms.KeyMetadata).key_id
        case kms.NotFoundException():
            return "none"
        case kms.ServiceError() | kms.TransportError() | kms.ResponseParseError() as error:
            return error.message
        case kms.CredentialsError() | kms.ConfigurationError() | kms.RequestValidationError():
            return "nothing was sent"
        case _:
            assert_never(result.outcome)


async def flat_without_transport_errors(client: kms.AsyncKMSClient) -> None:
    """Leave one branch of the error tree out."""
    result = await client.describe_key(key_id="alias/orders")
    match result.outcome:
        case kms.DescribeKeyResponse():
            pass
        case kms.ServiceError() | kms.ResponseParseError():
            pass
        case kms.CredentialsError() | kms.ConfigurationError() | kms.RequestValidationError():
            pass
        case _:
            assert_never(result.outcome)  # E: mypy pyright


def nested(client: kms.KMSClient) -> kms.KeyMetadata:
    """Tell success from failure first, then the errors from each other."""
    result = client.create_key()
    match result:
        case kms.Ok(response):
            return assert_type(response, kms.CreateKeyResponse).key_metadata
        case kms.Err(error):
            match error:
                case kms.LimitExceededException() | kms.TagException():
                    raise error
                case kms.ServiceError():
                    raise RuntimeError(assert_type(error.status_code, int)) from error
                case kms.TransportError() | kms.ResponseParseError():
                    raise error
                case kms.CredentialsError() | kms.ConfigurationError():
                    raise error
                case kms.RequestValidationError():
                    raise error
                case _:
                    assert_never(error)


def nested_without_validation(client: kms.KMSClient) -> None:
    """Leave the last error out."""
    match client.create_key():
        case kms.Ok():
            pass
        case kms.Err(error):
            match error:
                case kms.ServiceError() | kms.TransportError() | kms.ResponseParseError():
                    pass
                case kms.CredentialsError() | kms.ConfigurationError():
                    pass
                case _:
                    assert_never(error)  # E: mypy pyright


def results_without_err(client: kms.KMSClient) -> None:
    """Forget that a call can fail."""
    result = client.create_key()
    match result:
        case kms.Ok():
            pass
        case _:
            assert_never(result)  # E: mypy pyright


def no_output(client: kms.KMSClient) -> None:
    """An operation without output has `None` as its value."""
    result = client.disable_key(key_id="alias/orders")
    assert_type(result, kms.Ok[None] | kms.Err[kms.DisableKeyError])
    match result.outcome:
        case None:
            pass
        case error:
            assert_type(error, kms.DisableKeyError)
            raise error
