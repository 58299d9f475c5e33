# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyEncryptionMechanism."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyEncryptionMechanism(StrEnum):
    """How KMS encrypts its answer to an attested environment."""

    RSAES_OAEP_SHA_256 = "RSAES_OAEP_SHA_256"
    """RSA-OAEP with SHA-256, to the public key in the attestation document."""


publish(globals(), "smaws_kms")
