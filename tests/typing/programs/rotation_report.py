"""Report when keys were rotated, and when they will be."""

from datetime import datetime

import smaws_kms as kms


async def report(client: kms.AsyncKMSClient, key_id: str) -> list[str]:
    """Return a line about the schedule of a key, then one for each rotation."""
    status = (await client.get_key_rotation_status(key_id=key_id)).unwrap()
    lines = [f"{key_id}: {schedule(status)}"]
    async for rotation in client.list_key_rotations.items(key_id=key_id):
        kind = (
            "by schedule" if rotation.rotation_type is kms.RotationType.AUTOMATIC else "on demand"
        )
        lines.append(f"{day(rotation.rotation_date)} {kind}")
    return lines


def schedule(status: kms.GetKeyRotationStatusResponse) -> str:
    """Say how often a key rotates, and when next."""
    if not status.key_rotation_enabled:
        return "no automatic rotation"
    period = status.rotation_period_in_days or 365
    return f"every {period} days, next {day(status.next_rotation_date)}"


def day(moment: datetime | None) -> str:
    """Return a date in ISO format."""
    return "unknown" if moment is None else moment.date().isoformat()
