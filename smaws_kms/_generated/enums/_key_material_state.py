# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyMaterialState."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyMaterialState(StrEnum):
    """Role of one key material among those of a KMS key."""

    NON_CURRENT = "NON_CURRENT"
    """Rotated out: decrypts old ciphertext, encrypts nothing new."""
    CURRENT = "CURRENT"
    """In use for encrypting and decrypting."""
    PENDING_ROTATION = "PENDING_ROTATION"
    """Imported and ready; `RotateKeyOnDemand` makes it current."""
    PENDING_MULTI_REGION_IMPORT_AND_ROTATION = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"
    """Imported on the primary key, still missing on at least one replica."""


publish(globals(), "smaws_kms")
