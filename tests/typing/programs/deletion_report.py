"""Warn of keys that will be deleted soon, and save those that are still needed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import smaws_kms as kms


def retire(client: kms.KMSClient, key_id: str) -> str:
    """Schedule the deletion of a key, and say when it happens."""
    scheduled = client.schedule_key_deletion(key_id=key_id, pending_window_in_days=10).unwrap()
    return f"{scheduled.key_id} goes on {scheduled.deletion_date:%Y-%m-%d}"


def doomed(client: kms.KMSClient, now: datetime) -> Iterator[tuple[str, timedelta]]:
    """Yield the keys that are pending deletion, with the time that is left."""
    for key in client.list_keys.items():
        metadata = client.describe_key(key_id=key.key_id).unwrap().key_metadata
        if metadata.key_state is kms.KeyState.PendingDeletion and metadata.deletion_date:
            yield metadata.arn, metadata.deletion_date - now


def save(client: kms.KMSClient, key_id: str) -> str:
    """Cancel the deletion of a key, enable it, and return its ARN."""
    saved = client.cancel_key_deletion(key_id=key_id).unwrap()
    client.enable_key(key_id=saved.key_id).unwrap()
    return client.describe_key(key_id=key_id).unwrap().key_metadata.arn
