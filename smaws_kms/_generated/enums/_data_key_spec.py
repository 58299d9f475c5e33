# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum DataKeySpec."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class DataKeySpec(StrEnum):
    """Length of a symmetric data key."""

    AES_256 = "AES_256"
    """32 bytes, for AES-256."""
    AES_128 = "AES_128"
    """16 bytes, for AES-128."""


publish(globals(), "smaws_kms")
