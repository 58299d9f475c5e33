# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ResourceOwnerType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ResourceOwnerType(StrEnum):
    """Whose KMS keys a listing covers."""

    SELF = "SELF"
    """Keys that the calling account owns; the default."""
    OTHER_ACCOUNTS_VIA_RAM = "OTHER_ACCOUNTS_VIA_RAM"
    """Keys of other accounts, shared through AWS Resource Access Manager."""


publish(globals(), "smaws_kms")
