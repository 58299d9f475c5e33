# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum DryRunModifierType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class DryRunModifierType(StrEnum):
    """What a dry run shall leave unchecked."""

    IGNORE_CIPHERTEXT = "IGNORE_CIPHERTEXT"
    """Check permissions alone, with no ciphertext needed; the key must then be named."""


publish(globals(), "smaws_kms")
