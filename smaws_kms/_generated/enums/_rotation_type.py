# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum RotationType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class RotationType(StrEnum):
    """What caused a rotation of key material."""

    AUTOMATIC = "AUTOMATIC"
    """The schedule set by `EnableKeyRotation`."""
    ON_DEMAND = "ON_DEMAND"
    """A call of `RotateKeyOnDemand`."""


publish(globals(), "smaws_kms")
