# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ImportState."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ImportState(StrEnum):
    """Whether KMS holds a certain imported key material."""

    IMPORTED = "IMPORTED"
    """The material is in KMS and usable."""
    PENDING_IMPORT = "PENDING_IMPORT"
    """The material is expired, deleted or not yet there; import exactly those bytes."""


publish(globals(), "smaws_kms")
