# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyManagerType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyManagerType(StrEnum):
    """Who controls a KMS key."""

    AWS = "AWS"
    """An AWS service; policy, state and rotation cannot be changed by the account."""
    CUSTOMER = "CUSTOMER"
    """The account that owns the key, with full control over it."""


publish(globals(), "smaws_kms")
