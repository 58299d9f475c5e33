# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum EncryptionAlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class EncryptionAlgorithmSpec(StrEnum):
    """Algorithm by which a KMS key encrypts and decrypts.

    Symmetric ciphertext records key and algorithm; asymmetric ciphertext records neither, so store
    both alongside. Largest plaintext in bytes with RSA keys of 2,048, 3,072 and 4,096 bits: 190,
    318 and 446 for SHA-256; 214, 342 and 470 for SHA-1.
    """

    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """AES-256-GCM (SM4 in China Regions) with encryption context as authenticated data; up to 4,096
    bytes.
    """
    RSAES_OAEP_SHA_1 = "RSAES_OAEP_SHA_1"
    """RSA-OAEP with SHA-1 and MGF1, for compatibility; no encryption context."""
    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """RSA-OAEP with SHA-256 and MGF1, preferred for RSA keys; no encryption context."""
    SM2PKE = "SM2PKE"
    """SM2 public key encryption of up to 1,024 bytes; China Regions only."""


publish(globals(), "smaws_kms")
