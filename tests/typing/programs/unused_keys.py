"""Find keys that nothing has used for a long time."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import smaws_kms as kms


async def unused(
    client: kms.AsyncKMSClient, now: datetime, limit: timedelta
) -> AsyncIterator[tuple[str, str]]:
    """Yield the keys that were last used before the limit, and how."""
    async for key in client.list_keys.items():
        usage = (await client.get_key_last_usage(key_id=key.key_id)).unwrap()
        if now - last(usage) > limit:
            yield key.key_arn, explanation(usage)


def last(usage: kms.GetKeyLastUsageResponse) -> datetime:
    """Return when a key was used last, or since when nothing has used it."""
    if usage.key_last_usage is None:
        return max(usage.tracking_start_date, usage.key_creation_date)
    return usage.key_last_usage.timestamp or usage.tracking_start_date


def explanation(usage: kms.GetKeyLastUsageResponse) -> str:
    """Say what a key was last used for."""
    found = usage.key_last_usage
    if found is None or found.timestamp is None:
        return f"unused since {usage.tracking_start_date:%Y-%m-%d}"
    return f"{found.operation} on {found.timestamp:%Y-%m-%d}"
