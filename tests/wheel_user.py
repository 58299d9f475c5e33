"""A user's module, for mypy to check where nothing but the wheel is installed.

Types that `py.typed` does not announce are not read: the import would be an error.
"""

import smaws_kms as kms


async def encrypted(client: kms.AsyncKMSClient, key_id: str, text: bytes) -> bytes | None:
    """Return the ciphertext of a text, or nothing where there is no such key."""
    match await client.encrypt(key_id=key_id, plaintext=text):
        case kms.Ok(answer):
            return answer.ciphertext_blob
        case kms.Err(kms.NotFoundException()):
            return None
        case kms.Err(error):
            raise error
