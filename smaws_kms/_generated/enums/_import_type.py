# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ImportType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ImportType(StrEnum):
    """Whether an import adds key material or restores known material.

    When left out: new for a key that never had material, existing for all others. Only symmetric
    encryption keys can have several materials.
    """

    NEW_KEY_MATERIAL = "NEW_KEY_MATERIAL"
    """Add material the key has never had; for multi-Region keys, on the primary first."""
    EXISTING_KEY_MATERIAL = "EXISTING_KEY_MATERIAL"
    """Bring back or extend known material; for replica keys, material already on the primary."""


publish(globals(), "smaws_kms")
