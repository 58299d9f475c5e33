"""Rotation of key material."""

from datetime import UTC, datetime, timedelta

import smaws_kms as kms
from tests.integration.driving import Call


async def rotates(call: Call, key_id: str) -> bool:
    """Return whether a key is rotated every year."""
    status = await call(kms.GetKeyRotationStatus, key_id=key_id)
    return status.unwrap().key_rotation_enabled


async def test_enable_and_disable(call: Call, key_id: str) -> None:
    """Yearly rotation is disabled until it is enabled."""
    at_first = await rotates(call, key_id)
    enabled = await call(kms.EnableKeyRotation, key_id=key_id)
    then = await rotates(call, key_id)
    disabled = await call(kms.DisableKeyRotation, key_id=key_id)

    assert (kms.Ok(None), kms.Ok(None)) == (enabled, disabled)
    assert [False, True, False] == [at_first, then, await rotates(call, key_id)]


async def test_on_demand(call: Call, key_id: str) -> None:
    """A rotation on demand is listed with its kind and date."""
    rotated = await call(kms.RotateKeyOnDemand, key_id=key_id)

    (entry,) = (await call(kms.ListKeyRotations, key_id=key_id)).unwrap().rotations
    assert kms.RotateKeyOnDemandResponse(key_id=key_id) == rotated.unwrap()
    assert key_id == entry.key_id
    assert kms.RotationType.ON_DEMAND is entry.rotation_type
    assert entry.rotation_date is not None
    assert timedelta(0) <= datetime.now(UTC) - entry.rotation_date < timedelta(minutes=1)


async def test_no_rotations(call: Call, key_id: str) -> None:
    """A new key was never rotated."""
    assert () == (await call(kms.ListKeyRotations, key_id=key_id)).unwrap().rotations
