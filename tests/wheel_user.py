"""A user's module, which mypy checks in an environment where only the wheel is installed.

Without `py.typed` in the wheel, the import would be an error.
"""

import smaws_kms as kms


async def encrypted(client: kms.AsyncKMSClient, key_id: str, text: bytes) -> bytes | None:
    """Return the ciphertext of a text, or `None` if there is no such key."""
    match await client.encrypt(key_id=key_id, plaintext=text):
        case kms.Ok(response):
            return response.ciphertext_blob
        case kms.Err(kms.NotFoundException()):
            return None
        case kms.Err(error):
            raise error
