# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyAgreementAlgorithmSpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyAgreementAlgorithmSpec(StrEnum):
    """Key agreement algorithm for a shared secret."""

    ECDH = "ECDH"
    """Elliptic curve Diffie-Hellman with cofactor; run the result through a key derivation
    function.
    """


publish(globals(), "smaws_kms")
