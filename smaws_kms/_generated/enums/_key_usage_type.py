# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyUsageType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyUsageType(StrEnum):
    """The one purpose of a KMS key, fixed at creation."""

    SIGN_VERIFY = "SIGN_VERIFY"
    """`Sign` and `Verify`; RSA, ECC, ML-DSA and SM2 keys."""
    ENCRYPT_DECRYPT = "ENCRYPT_DECRYPT"
    """`Encrypt`, `Decrypt`, `ReEncrypt`, and for symmetric keys data keys; symmetric, RSA and SM2
    keys.
    """
    GENERATE_VERIFY_MAC = "GENERATE_VERIFY_MAC"
    """`GenerateMac` and `VerifyMac`; HMAC keys."""
    KEY_AGREEMENT = "KEY_AGREEMENT"
    """`DeriveSharedSecret`; NIST P-256, P-384 and P-521 keys, and SM2."""
    ENCAPSULATE_DECAPSULATE = "ENCAPSULATE_DECAPSULATE"
    """`Encapsulate` and `Decapsulate`; ML-KEM keys."""


publish(globals(), "smaws_kms")
