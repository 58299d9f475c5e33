# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum WrappingKeySpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class WrappingKeySpec(StrEnum):
    """Kind of public key under which key material is wrapped for import.

    Take the longest that the wrapping HSM can handle.
    """

    RSA_2048 = "RSA_2048"
    """RSA, 2,048 bits; too short to wrap a P-521 private key directly."""
    RSA_3072 = "RSA_3072"
    """RSA, 3,072 bits."""
    RSA_4096 = "RSA_4096"
    """RSA, 4,096 bits; the strongest choice."""
    SM2 = "SM2"
    """SM2, for use with `SM2PKE`; China Regions only."""


publish(globals(), "smaws_kms")
