"""Encrypt files of any size under a data key of their own."""

import secrets

from attrs import frozen
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import smaws_kms as kms


@frozen
class Envelope:
    """What to store of an encrypted file."""

    key_id: str
    wrapped_key: bytes
    nonce: bytes
    ciphertext: bytes


def seal(client: kms.KMSClient, key_id: str, path: str, content: bytes) -> Envelope:
    """Encrypt a file."""
    data_key = client.generate_data_key(
        key_id=key_id, key_spec=kms.DataKeySpec.AES_256, encryption_context={"path": path}
    ).unwrap()
    nonce = secrets.token_bytes(12)
    ciphertext = AESGCM(data_key.plaintext).encrypt(nonce, content, path.encode())
    return Envelope(data_key.key_id, data_key.ciphertext_blob, nonce, ciphertext)


def unseal(client: kms.KMSClient, path: str, envelope: Envelope) -> bytes:
    """Decrypt a file."""
    opened = client.decrypt(
        key_id=envelope.key_id,
        ciphertext_blob=envelope.wrapped_key,
        encryption_context={"path": path},
    ).unwrap()
    return AESGCM(opened.plaintext).decrypt(envelope.nonce, envelope.ciphertext, path.encode())
