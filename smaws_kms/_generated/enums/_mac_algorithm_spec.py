# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum MacAlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class MacAlgorithmSpec(StrEnum):
    """HMAC algorithm; each fits the HMAC key spec of equal number."""

    HMAC_SHA_224 = "HMAC_SHA_224"
    """HMAC with SHA-224 for `HMAC_224` keys; 28-byte MAC."""
    HMAC_SHA_256 = "HMAC_SHA_256"
    """HMAC with SHA-256 for `HMAC_256` keys; 32-byte MAC."""
    HMAC_SHA_384 = "HMAC_SHA_384"
    """HMAC with SHA-384 for `HMAC_384` keys; 48-byte MAC."""
    HMAC_SHA_512 = "HMAC_SHA_512"
    """HMAC with SHA-512 for `HMAC_512` keys; 64-byte MAC."""


publish(globals(), "smaws_kms")
