# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum IncludeKeyMaterial."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class IncludeKeyMaterial(StrEnum):
    """Which key materials `ListKeyRotations` lists."""

    ALL_KEY_MATERIAL = "ALL_KEY_MATERIAL"
    """Every material, with the first and those still waiting for rotation."""
    ROTATIONS_ONLY = "ROTATIONS_ONLY"
    """Only materials that a rotation brought into use; the default."""


publish(globals(), "smaws_kms")
