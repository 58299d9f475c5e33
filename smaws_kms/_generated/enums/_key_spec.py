# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeySpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeySpec(StrEnum):
    """Kind of key material in a KMS key, fixed at creation.

    `SYMMETRIC_DEFAULT` is right for envelope encryption and the only spec with which AWS services
    encrypt what they store for you. Most asymmetric specs cost more per request, and all have lower
    request quotas.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; `ENCRYPT_DECRYPT` or `SIGN_VERIFY`."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """NIST P-256 (secp256r1); `SIGN_VERIFY` with `ECDSA_SHA_256`, or `KEY_AGREEMENT`."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """NIST P-384 (secp384r1); `SIGN_VERIFY` with `ECDSA_SHA_384`, or `KEY_AGREEMENT`."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """NIST P-521 (secp521r1); `SIGN_VERIFY` with `ECDSA_SHA_512`, or `KEY_AGREEMENT`."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """secp256k1, as used by cryptocurrencies; `SIGN_VERIFY` with `ECDSA_SHA_256`."""
    SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT"
    """The default: AES-256-GCM (SM4 in China Regions) for `ENCRYPT_DECRYPT`; never leaves KMS."""
    HMAC_224 = "HMAC_224"
    """HMAC key for `HMAC_SHA_224`; `GENERATE_VERIFY_MAC`."""
    HMAC_256 = "HMAC_256"
    """HMAC key for `HMAC_SHA_256`; `GENERATE_VERIFY_MAC`."""
    HMAC_384 = "HMAC_384"
    """HMAC key for `HMAC_SHA_384`; `GENERATE_VERIFY_MAC`."""
    HMAC_512 = "HMAC_512"
    """HMAC key for `HMAC_SHA_512`; `GENERATE_VERIFY_MAC`."""
    SM2 = "SM2"
    """SM2; `ENCRYPT_DECRYPT`, `SIGN_VERIFY` or `KEY_AGREEMENT`; China Regions only."""
    ML_DSA_44 = "ML_DSA_44"
    """ML-DSA-44 (FIPS 204, category 2), post-quantum; `SIGN_VERIFY`, smallest signatures of the
    three.
    """
    ML_DSA_65 = "ML_DSA_65"
    """ML-DSA-65 (FIPS 204, category 3), post-quantum; `SIGN_VERIFY`."""
    ML_DSA_87 = "ML_DSA_87"
    """ML-DSA-87 (FIPS 204, category 5), post-quantum; `SIGN_VERIFY`, largest signatures of the
    three.
    """
    ECC_NIST_EDWARDS25519 = "ECC_NIST_EDWARDS25519"
    """Ed25519; `SIGN_VERIFY` only, where the algorithm dictates the message type."""
    ML_KEM_512 = "ML_KEM_512"
    """ML-KEM-512 (FIPS 203, category 1), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """
    ML_KEM_768 = "ML_KEM_768"
    """ML-KEM-768 (FIPS 203, category 3), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """
    ML_KEM_1024 = "ML_KEM_1024"
    """ML-KEM-1024 (FIPS 203, category 5), post-quantum; `ENCAPSULATE_DECAPSULATE`; not in China
    Regions.
    """


publish(globals(), "smaws_kms")
