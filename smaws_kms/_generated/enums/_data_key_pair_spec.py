# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum DataKeyPairSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class DataKeyPairSpec(StrEnum):
    """Kind of data key pair, made by KMS for use elsewhere.

    KMS does not see how a pair is used, so keeping to one purpose per pair is up to you. RSA pairs
    take noticeably longer to generate than ECC pairs.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; for encryption or signing."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits; for encryption or signing."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; for encryption or signing, slowest to generate."""
    ECC_NIST_P256 = "ECC_NIST_P256"
    """NIST P-256 (secp256r1); best kept to signing."""
    ECC_NIST_P384 = "ECC_NIST_P384"
    """NIST P-384 (secp384r1); best kept to signing."""
    ECC_NIST_P521 = "ECC_NIST_P521"
    """NIST P-521 (secp521r1); best kept to signing."""
    ECC_SECG_P256K1 = "ECC_SECG_P256K1"
    """secp256k1, the curve of Bitcoin and Ethereum; for signing."""
    SM2 = "SM2"
    """SM2, for encryption or signing; China Regions only."""
    ECC_NIST_EDWARDS25519 = "ECC_NIST_EDWARDS25519"
    """Ed25519; for signing."""
    ML_KEM_512 = "ML_KEM_512"
    """ML-KEM-512 (FIPS 203, category 1), private key as seed; not in China Regions."""
    ML_KEM_768 = "ML_KEM_768"
    """ML-KEM-768 (FIPS 203, category 3), private key as seed; not in China Regions."""
    ML_KEM_1024 = "ML_KEM_1024"
    """ML-KEM-1024 (FIPS 203, category 5), private key as seed; not in China Regions."""


publish(globals(), "smaws_kms")
