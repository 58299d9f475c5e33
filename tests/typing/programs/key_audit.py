"""List the customer managed keys that break the house rules."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import smaws_kms as kms

MAX_AGE = timedelta(days=5 * 365)


def findings(client: kms.KMSClient, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield the ARN of each key with a problem, and the problem."""
    for entry in client.list_keys.items():
        metadata = client.describe_key(key_id=entry.key_id).unwrap().key_metadata
        if metadata.key_manager is kms.KeyManagerType.AWS:
            continue
        if problem := problem_of(metadata, now):
            yield metadata.arn, problem


def problem_of(metadata: kms.KeyMetadata, now: datetime) -> str | None:
    """Return what is wrong with one key."""
    if not metadata.description.strip():
        return f"account {metadata.aws_account_id} owns a key that nothing describes"
    if metadata.key_state is kms.KeyState.Disabled:
        return "disabled: delete it or enable it"
    if now - metadata.creation_date > MAX_AGE:
        return f"{metadata.origin.lower()} key created in {metadata.creation_date:%Y}"
    return None
