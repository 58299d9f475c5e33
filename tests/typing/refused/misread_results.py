"""Programs that would take a failure for a success, or a secret for text."""

from typing import assert_never

import smaws_kms as kms

ALGORITHM = kms.SigningAlgorithmSpec.ECDSA_SHA_256


async def forged(client: kms.AsyncKMSClient, message: bytes, signature: bytes) -> str:
    """Take the truth value of a result: an `Err` would be true as well."""
    result = await client.verify(
        key_id="alias/a", message=message, signature=signature, signing_algorithm=ALGORITHM
    )
    if result:
        return "genuine"
    return "forged"


async def negated(client: kms.AsyncKMSClient, message: bytes, signature: bytes) -> str:
    """Do the same the other way round."""
    result = await client.verify(
        key_id="alias/a", message=message, signature=signature, signing_algorithm=ALGORITHM
    )
    return "forged" if not result else "genuine"


def text(client: kms.KMSClient) -> bytes:
    """Encrypt text without encoding it."""
    return client.encrypt(key_id="alias/a", plaintext="text").unwrap().ciphertext_blob


def missing_arm(client: kms.KMSClient) -> str:
    """Forget that KMS may refuse."""
    result = client.describe_key(key_id="alias/a")
    match result.outcome:
        case kms.DescribeKeyResponse(key_metadata=metadata):
            return metadata.key_id
        case kms.TransportError() | kms.ResponseParseError():
            return "try again"
        case kms.CredentialsError() | kms.ConfigurationError() | kms.RequestValidationError():
            return "nothing was sent"
        case never:
            assert_never(never)


def unexamined(client: kms.KMSClient) -> bytes:
    """Read the response of a call that may have failed."""
    return client.decrypt(ciphertext_blob=b"x").plaintext


def maybe(client: kms.KMSClient) -> bytes:
    """Use the response without asking whether there is one."""
    return client.decrypt(ciphertext_blob=b"x").ok.plaintext


def looped(client: kms.KMSClient) -> list[str]:
    """Loop over the result of one call instead of `.items()`."""
    return [key.key_id for key in client.list_keys()]


def foreign_error(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> bool:
    """Expect an error that the operation does not have."""
    return isinstance(result.err, kms.TagException) or result.err == 4
