# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum CustomerMasterKeySpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class CustomerMasterKeySpec(StrEnum):
    """Deprecated counterpart of `KeySpec`, without the newer specs.

    Deprecated.
    """

    RSA_2048 = "RSA_2048"
    """RSA key pair, 2,048 bits."""
    RSA_3072 = "RSA_3072"
    """RSA key pair, 3,072 bits."""
    RSA_4096 = "RSA_4096"
    """RSA key pair, 4,096 bits."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """Elliptic curve key pair on NIST P-256 (secp256r1)."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """Elliptic curve key pair on NIST P-384 (secp384r1)."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """Elliptic curve key pair on NIST P-521 (secp521r1)."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """Elliptic curve key pair on secp256k1, the curve of Bitcoin and Ethereum."""
    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """Symmetric encryption key: AES-256-GCM, in China Regions SM4."""
    HMAC_224 = "HMAC_224"
    """HMAC key for `HMAC_SHA_224`."""
    HMAC_256 = "HMAC_256"
    """HMAC key for `HMAC_SHA_256`."""
    HMAC_384 = "HMAC_384"
    """HMAC key for `HMAC_SHA_384`."""
    HMAC_512 = "HMAC_512"
    """HMAC key for `HMAC_SHA_512`."""
    SM2 = "SM2"
    """SM2 key pair; China Regions only."""


publish(globals(), "smaws_kms")
