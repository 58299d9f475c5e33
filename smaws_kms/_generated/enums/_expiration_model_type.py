# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ExpirationModelType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ExpirationModelType(StrEnum):
    """Whether imported key material has an end date."""

    KEY_MATERIAL_EXPIRES = "KEY_MATERIAL_EXPIRES"
    """KMS deletes the material at `valid_to`; the key stays unusable until reimport."""
    KEY_MATERIAL_DOES_NOT_EXPIRE = "KEY_MATERIAL_DOES_NOT_EXPIRE"
    """The material stays until deleted by request."""


publish(globals(), "smaws_kms")
