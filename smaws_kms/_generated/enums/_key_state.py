# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum KeyState."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class KeyState(StrEnum):
    """What can be done with a KMS key at present.

    Except in `Enabled` and `Updating`, cryptographic operations fail: with `DisabledException` for
    `Disabled`, otherwise with `KMSInvalidStateException`. Changes of state take a short while to
    reach all of KMS.
    """

    Creating = "Creating"
    """A new replica key is being set up; wait for `Enabled`."""
    Enabled = "Enabled"
    """Ready for every operation that its usage permits."""
    Disabled = "Disabled"
    """Switched off; `EnableKey` brings it back."""
    PendingDeletion = "PendingDeletion"
    """Waiting period before final deletion; `CancelKeyDeletion` leaves it `Disabled`."""
    PendingImport = "PendingImport"
    """Key material is missing, expired or deleted; import it to continue."""
    PendingReplicaDeletion = "PendingReplicaDeletion"
    """Primary key to be deleted, whose waiting period starts after the last replica's end."""
    Unavailable = "Unavailable"
    """Its custom key store is disconnected; connect it to use the key."""
    Updating = "Updating"
    """Primary Region is changing: cryptographic use goes on, some management calls are refused."""


publish(globals(), "smaws_kms")
