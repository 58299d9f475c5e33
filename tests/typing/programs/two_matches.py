"""Match two results in one function: a name for each, or an early return."""

import smaws_kms as kms


async def copy(client: kms.AsyncKMSClient, blob: bytes, key_id: str) -> bytes:
    """Encrypt a stored secret under another key; each error has its own name."""
    opened = await client.decrypt(ciphertext_blob=blob)
    match opened.outcome:
        case kms.DecryptResponse(plaintext=plaintext):
            pass
        case kms.InvalidCiphertextException():
            raise ValueError("not a ciphertext of KMS")
        case decrypt_error:
            raise decrypt_error

    sealed = await client.encrypt(key_id=key_id, plaintext=plaintext)
    match sealed.outcome:
        case kms.EncryptResponse(ciphertext_blob=copied):
            return copied
        case kms.DisabledException():
            raise ValueError(f"{key_id} is disabled")
        case encrypt_error:
            raise encrypt_error


def ready(client: kms.KMSClient, key_id: str) -> bool:
    """Return whether a key is enabled and rotates; an early return keeps the name free."""
    described = client.describe_key(key_id=key_id)
    if isinstance(described, kms.Err):
        return False
    if not described.value.key_metadata.enabled:
        return False
    status = client.get_key_rotation_status(key_id=key_id)
    return isinstance(status, kms.Ok) and status.value.key_rotation_enabled
