"""Give each device a key pair whose private half is stored encrypted."""

from attrs import frozen
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key

import smaws_kms as kms


@frozen
class Device:
    """What is stored of a device."""

    wrapped_by: str
    public_key: bytes
    wrapped_private_key: bytes


def enroll(client: kms.KMSClient, key_id: str) -> tuple[Device, EllipticCurvePrivateKey]:
    """Make a key pair; return what to store, and the private key to hand over."""
    pair = client.generate_data_key_pair(
        key_id=key_id, key_pair_spec=kms.DataKeyPairSpec.ECC_NIST_P256
    ).unwrap()
    device = Device(pair.key_id, pair.public_key, pair.private_key_ciphertext_blob)
    return device, load(pair.private_key_plaintext)


def sign_for(client: kms.KMSClient, device: Device, message: bytes) -> bytes:
    """Sign on behalf of a device."""
    opened = client.decrypt(
        key_id=device.wrapped_by, ciphertext_blob=device.wrapped_private_key
    ).unwrap()
    return load(opened.plaintext).sign(message, ECDSA(SHA256()))


def load(der: bytes) -> EllipticCurvePrivateKey:
    """Parse a private key."""
    key = load_der_private_key(der, password=None)
    if isinstance(key, EllipticCurvePrivateKey):
        return key
    raise TypeError(f"not an EC key: {type(key).__name__}")
