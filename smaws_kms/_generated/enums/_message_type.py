# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum MessageType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class MessageType(StrEnum):
    """In which form the message to sign or verify is sent.

    `Sign` and `Verify` must use the same type. A digest sent as `RAW` is hashed a second time, and
    verifiers outside KMS will then reject the signature.
    """

    RAW = "RAW"
    """The message as such, up to 4,096 bytes, hashed by KMS; the default."""
    DIGEST = "DIGEST"
    """The message's hash, as long as the signing algorithm's hash function demands."""
    EXTERNAL_MU = "EXTERNAL_MU"
    """The 64-byte message representative mu of FIPS 204; ML-DSA keys only."""


publish(globals(), "smaws_kms")
