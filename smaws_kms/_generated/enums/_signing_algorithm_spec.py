# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum SigningAlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class SigningAlgorithmSpec(StrEnum):
    """Algorithm by which a KMS key signs and verifies.

    Algorithm and key must match; `signing_algorithms` in `DescribeKey` lists the choices. Keep the
    algorithm with the signature, as `Verify` needs it. ECDSA signatures are DER-encoded (a sequence
    of r and s); JOSE and other formats with fixed length need a conversion.
    """

    RSASSA_PSS_SHA_256 = "RSASSA_PSS_SHA_256"
    """RSA-PSS with SHA-256 and a salt of 32 bytes; preferred for RSA over PKCS #1 v1.5."""
    RSASSA_PSS_SHA_384 = "RSASSA_PSS_SHA_384"
    """RSA-PSS with SHA-384 and a salt of 48 bytes."""
    RSASSA_PSS_SHA_512 = "RSASSA_PSS_SHA_512"
    """RSA-PSS with SHA-512 and a salt of 64 bytes."""
    RSASSA_PKCS1_V1_5_SHA_256 = "RSASSA_PKCS1_V1_5_SHA_256"
    """RSA PKCS #1 v1.5 with SHA-256, for compatibility (JWT `RS256`)."""
    RSASSA_PKCS1_V1_5_SHA_384 = "RSASSA_PKCS1_V1_5_SHA_384"
    """RSA PKCS #1 v1.5 with SHA-384, for compatibility (JWT `RS384`)."""
    RSASSA_PKCS1_V1_5_SHA_512 = "RSASSA_PKCS1_V1_5_SHA_512"
    """RSA PKCS #1 v1.5 with SHA-512, for compatibility (JWT `RS512`)."""
    ECDSA_SHA_256 = "ECDSA_SHA_256"
    """ECDSA with SHA-256, for `ECC_NIST_P256` and `ECC_SECG_P256K1` keys."""
    ECDSA_SHA_384 = "ECDSA_SHA_384"
    """ECDSA with SHA-384, for `ECC_NIST_P384` keys."""
    ECDSA_SHA_512 = "ECDSA_SHA_512"
    """ECDSA with SHA-512, for `ECC_NIST_P521` keys."""
    SM2DSA = "SM2DSA"
    """SM2 signature with SM3 hash; China Regions only."""
    ML_DSA_SHAKE_256 = "ML_DSA_SHAKE_256"
    """ML-DSA (FIPS 204), post-quantum; message type `RAW` or `EXTERNAL_MU`."""
    ED25519_SHA_512 = "ED25519_SHA_512"
    """Ed25519, plain variant; message type `RAW` only."""
    ED25519_PH_SHA_512 = "ED25519_PH_SHA_512"
    """Ed25519ph, prehashed variant; message type `DIGEST` only, and KMS hashes that digest again.
    """


publish(globals(), "smaws_kms")
