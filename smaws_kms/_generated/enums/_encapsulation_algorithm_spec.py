# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum EncapsulationAlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class EncapsulationAlgorithmSpec(StrEnum):
    """Key encapsulation algorithm for a shared secret."""

    ML_KEM = "ML_KEM"
    """ML-KEM (FIPS 203), post-quantum; the parameter set follows from the KMS key's spec."""


publish(globals(), "smaws_kms")
