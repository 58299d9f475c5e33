# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum AlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class AlgorithmSpec(StrEnum):
    """How to wrap key material for import under the wrapping key from KMS.

    Direct RSA wrapping suits short material such as AES and HMAC keys; RSA private keys are too
    long and take the two-step `RSA_AES_KEY_WRAP_...`. Use the SHA-256 variants unless the HSM that
    wraps can do no better than SHA-1.
    """

    RSAES_PKCS1_V1_5 = "RSAES_PKCS1_V1_5"
    """Refused by KMS since October 2023; kept for old code."""
    RSAES_OAEP_SHA_1 = "RSAES_OAEP_SHA_1"
    """Direct RSA-OAEP wrapping with SHA-1; not for RSA private keys, nor for P-521 keys under
    `RSA_2048`.
    """
    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """Direct RSA-OAEP wrapping with SHA-256; not for RSA private keys, nor for P-521 keys under
    `RSA_2048`.
    """
    RSA_AES_KEY_WRAP_SHA_1 = "RSA_AES_KEY_WRAP_SHA_1"
    """Material wrapped by a one-time AES key, that key by RSA-OAEP with SHA-1; fits RSA and ECC
    keys.
    """
    RSA_AES_KEY_WRAP_SHA_256 = "RSA_AES_KEY_WRAP_SHA_256"
    """Material wrapped by a one-time AES key, that key by RSA-OAEP with SHA-256; fits RSA and ECC
    keys.
    """
    SM2PKE = "SM2PKE"
    """SM2 public key encryption, with an `SM2` wrapping key; China Regions only."""


publish(globals(), "smaws_kms")
