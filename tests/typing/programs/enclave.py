"""Decrypt inside a Nitro enclave: KMS seals the plaintext for the enclave's key."""

from collections.abc import Callable

import smaws_kms as kms


async def open_sealed(
    client: kms.AsyncKMSClient,
    blob: bytes,
    attestation: bytes,
    open_envelope: Callable[[bytes], bytes],
) -> bytes:
    """Return the plaintext, which only the enclave can read."""
    recipient = kms.RecipientInfo(
        attestation_document=attestation,
        key_encryption_algorithm=kms.KeyEncryptionMechanism.RSAES_OAEP_SHA_256,
    )
    result = await client.decrypt(ciphertext_blob=blob, recipient=recipient)
    match result.outcome:
        case kms.DecryptResponse(ciphertext_for_recipient=bytes() as envelope):
            return open_envelope(envelope)
        case kms.DecryptResponse(key_id=key_id):
            raise RuntimeError(f"{key_id} answered in the clear")
        case error:
            raise error


async def seed(client: kms.AsyncKMSClient, recipient: kms.RecipientInfo | None) -> bytes:
    """Return 32 random bytes, or their envelope for the recipient."""
    random = (await client.generate_random(number_of_bytes=32, recipient=recipient)).unwrap()
    return random.ciphertext_for_recipient or random.plaintext
