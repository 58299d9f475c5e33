"""Programs that would take a failure for a success."""

from typing import assert_never

import smaws_kms as kms

ALGORITHM = kms.SigningAlgorithmSpec.ECDSA_SHA_256


async def as_condition(client: kms.AsyncKMSClient, message: bytes, signature: bytes) -> str:
    """Take the truth value of a result, which would be true for a forged signature as well."""
    result = await client.verify(
        key_id="alias/a", message=message, signature=signature, signing_algorithm=ALGORITHM
    )
    # next line: pyright[reportGeneralTypeIssues] pyrefly[invalid-argument]
    if result:
        # next line: mypy[unreachable]
        return "genuine"
    # next line: mypy[unreachable]
    return "forged"


async def negated(client: kms.AsyncKMSClient, message: bytes, signature: bytes) -> str:
    """Do the same the other way round, in an expression."""
    result = await client.verify(
        key_id="alias/a", message=message, signature=signature, signing_algorithm=ALGORITHM
    )
    # next line: pyright[reportGeneralTypeIssues] pyrefly[invalid-argument]
    return "forged" if not result else "genuine"


def unexamined(client: kms.KMSClient) -> bytes:
    """Read the response of a call that may have failed."""
    result = client.decrypt(ciphertext_blob=b"x")
    # next line: mypy[union-attr] pyright[reportAttributeAccessIssue] ty[missing-attribute] pyrefly[missing-attribute]
    return result.plaintext


def optional(client: kms.KMSClient) -> bytes:
    """Use the response without asking whether there is one."""
    response = client.decrypt(ciphertext_blob=b"x").ok
    # next line: mypy[union-attr] pyright[reportOptionalMemberAccess] ty[missing-union-attribute] pyrefly[missing-attribute]
    return response.plaintext


def missing_arm(client: kms.KMSClient) -> str:
    """Forget the errors of the service in an exhaustive match."""
    result = client.describe_key(key_id="alias/a")
    match result.outcome:
        case kms.DescribeKeyResponse(key_metadata=metadata):
            return metadata.key_id
        case kms.TransportError() | kms.ResponseParseError():
            return "try again"
        case kms.CredentialsError() | kms.ConfigurationError() | kms.RequestValidationError():
            return "nothing was sent"
        case never:
            # next line: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]
            assert_never(never)


def missing_enum_value(store: kms.CustomKeyStoresListEntry) -> str:
    """Forget the values that a later version of KMS may send."""
    match store.connection_state:
        case kms.ConnectionStateType():
            return "known"
        case never:
            # next line: mypy[arg-type] pyright[reportArgumentType] ty[type-assertion-failure] pyrefly[bad-argument-type]
            assert_never(never)
