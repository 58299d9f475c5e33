# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum MultiRegionKeyType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class MultiRegionKeyType(StrEnum):
    """Role of a key in its multi-Region set."""

    PRIMARY = "PRIMARY"
    """The one key that can be replicated and that carries the shared settings, rotation included.
    """
    REPLICA = "REPLICA"
    """A copy with equal key ID and material, and a policy, state and tags of its own."""


publish(globals(), "smaws_kms")
