# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum CustomKeyStoreType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class CustomKeyStoreType(StrEnum):
    """What backs a custom key store."""

    AWS_CLOUDHSM = "AWS_CLOUDHSM"
    """An AWS CloudHSM cluster in the same account and Region."""
    EXTERNAL_KEY_STORE = "EXTERNAL_KEY_STORE"
    """A key manager outside AWS, reached through an external key store proxy."""


publish(globals(), "smaws_kms")
