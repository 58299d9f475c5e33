"""Agree on a session key with a peer by ECDH; the private key stays in KMS."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

import smaws_kms as kms


async def session_key(client: kms.AsyncKMSClient, key_id: str, peer: bytes) -> bytes:
    """Return a key of 32 bytes that only the peer can derive as well."""
    result = await client.derive_shared_secret(
        key_id=key_id, key_agreement_algorithm=kms.KeyAgreementAlgorithmSpec.ECDH, public_key=peer
    )
    match result.outcome:
        case kms.DeriveSharedSecretResponse(shared_secret=secret, key_id=arn):
            return HKDF(SHA256(), 32, salt=None, info=arn.encode()).derive(secret)
        case kms.InvalidKeyUsageException() as error:
            raise ValueError(f"{key_id} was not created for key agreement") from error
        case error:
            raise error


async def public_half(client: kms.AsyncKMSClient, key_id: str) -> bytes:
    """Return the public key to send to the peer."""
    response = (await client.get_public_key(key_id=key_id)).unwrap()
    if response.key_usage is not kms.KeyUsageType.KEY_AGREEMENT:
        raise ValueError(f"{response.key_id} is for {response.key_usage}")
    return response.public_key
