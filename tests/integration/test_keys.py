"""Keys: creation, description, state, deletion, replicas."""

from datetime import UTC, datetime, timedelta

import pytest

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

UNKNOWN_KEY = "11111111-2222-3333-4444-555555555555"


async def describe(call: Call, key_id: str) -> kms.KeyMetadata:
    """Return the metadata of a key."""
    return (await call(kms.DescribeKey, key_id=key_id)).unwrap().key_metadata


async def test_create_key(call: Call) -> None:
    """A new key has the members of the request, and defaults for the others."""
    before = datetime.now(UTC) - timedelta(seconds=1)

    created = await call(
        kms.CreateKey, description="orders", key_usage=kms.KeyUsageType.ENCRYPT_DECRYPT
    )

    key = created.unwrap().key_metadata

    assert "orders" == key.description
    assert f"arn:aws:kms:us-east-1:{key.aws_account_id}:key/{key.key_id}" == key.arn
    assert kms.KeyState.Enabled is key.key_state
    assert kms.KeyUsageType.ENCRYPT_DECRYPT is key.key_usage
    assert kms.KeySpec.SYMMETRIC_DEFAULT is key.key_spec
    assert kms.OriginType.AWS_KMS is key.origin
    assert kms.KeyManagerType.CUSTOMER is key.key_manager
    assert (kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,) == key.encryption_algorithms
    assert key.enabled
    assert not hasattr(key, "multi_region")  # moto leaves it out; AWS sends False
    assert before < key.creation_date < datetime.now(UTC) + timedelta(seconds=1)


async def test_describe_key_by_id_and_arn(call: Call) -> None:
    """A key is found by its ID and by its ARN."""
    key = (await call(kms.CreateKey)).unwrap().key_metadata

    assert key == await describe(call, key.key_id)
    assert key == await describe(call, key.arn)


async def test_botocore_sees_the_same_key(call: Call, botocore_call: BotocoreCall) -> None:
    """This client and botocore read the same metadata."""
    key = (await call(kms.CreateKey, description="both")).unwrap().key_metadata

    seen = botocore_call("describe_key", KeyId=key.key_id)["KeyMetadata"]

    assert {
        "Arn": key.arn,
        "CreationDate": key.creation_date,
        "Description": key.description,
        "KeyId": key.key_id,
        "KeyState": key.key_state,
    } == {name: seen[name] for name in ("Arn", "CreationDate", "Description", "KeyId", "KeyState")}


async def test_update_key_description(call: Call, key_id: str) -> None:
    """A description can be replaced."""
    updated = await call(kms.UpdateKeyDescription, key_id=key_id, description="renamed")

    assert kms.Ok(None) == updated
    assert "renamed" == (await describe(call, key_id)).description


async def test_disable_and_enable(call: Call, key_id: str) -> None:
    """A key can be disabled and enabled."""
    disabled = await call(kms.DisableKey, key_id=key_id)
    off = await describe(call, key_id)
    enabled = await call(kms.EnableKey, key_id=key_id)
    on = await describe(call, key_id)

    assert kms.Ok(None) == disabled
    assert (kms.KeyState.Disabled, False) == (off.key_state, off.enabled)
    assert kms.Ok(None) == enabled
    assert (kms.KeyState.Enabled, True) == (on.key_state, on.enabled)


async def test_schedule_and_cancel_deletion(call: Call, key_id: str) -> None:
    """A scheduled deletion has a date, and can be cancelled."""
    now = datetime.now(UTC)

    scheduled = await call(kms.ScheduleKeyDeletion, key_id=key_id, pending_window_in_days=7)
    pending = await describe(call, key_id)
    cancelled = await call(kms.CancelKeyDeletion, key_id=key_id)
    saved = await describe(call, key_id)

    due = scheduled.unwrap().deletion_date
    assert due is not None
    assert timedelta(0) <= due - now - timedelta(days=7) < timedelta(minutes=1)
    assert kms.KeyState.PendingDeletion is pending.key_state
    assert due == pending.deletion_date
    assert kms.CancelKeyDeletionResponse(key_id=key_id) == cancelled.unwrap()
    assert kms.KeyState.Disabled is saved.key_state
    assert saved.deletion_date is None


async def test_list_keys(call: Call, new_key: NewKey) -> None:
    """All keys are listed, with their ARNs."""
    created = {await new_key(), await new_key()}

    listed = (await call(kms.ListKeys)).unwrap()

    assert created == {key.key_id for key in listed.keys}
    assert all(key.key_arn.endswith(f":key/{key.key_id}") for key in listed.keys)
    assert not listed.truncated
    assert listed.next_marker is None


async def test_no_keys(call: Call) -> None:
    """An empty list is an empty tuple."""
    assert () == (await call(kms.ListKeys)).unwrap().keys


async def test_replica(call: Call, new_key: NewKey) -> None:
    """A multi-Region key names its replicas, and a replica its primary."""
    primary = await new_key(multi_region=True)

    made = await call(kms.ReplicateKey, key_id=primary, replica_region="eu-west-1")

    replica = made.unwrap().replica_key_metadata
    assert primary == replica.key_id
    assert replica.arn.startswith("arn:aws:kms:eu-west-1:")
    regions = (await describe(call, primary)).multi_region_configuration
    assert regions is not None
    assert kms.MultiRegionKeyType.PRIMARY is regions.multi_region_key_type
    assert "us-east-1" == regions.primary_key.region
    assert [("eu-west-1", replica.arn)] == [(key.region, key.arn) for key in regions.replica_keys]


async def test_replica_in_its_region(
    call: Call, new_key: NewKey, client: kms.AsyncKMSClient
) -> None:
    """A client for the other Region finds the replica."""
    primary = await new_key(multi_region=True)
    (await call(kms.ReplicateKey, key_id=primary, replica_region="eu-west-1")).unwrap()

    elsewhere = client.with_options(region="eu-west-1")
    replica = (await elsewhere.describe_key(key_id=primary)).unwrap().key_metadata

    assert replica.multi_region
    assert replica.arn.startswith("arn:aws:kms:eu-west-1:")


@pytest.mark.parametrize(
    "operation",
    [
        kms.CancelKeyDeletion,
        kms.DescribeKey,
        kms.DisableKey,
        kms.DisableKeyRotation,
        kms.EnableKey,
        kms.EnableKeyRotation,
        kms.GetKeyRotationStatus,
        kms.GetPublicKey,
        kms.ListKeyPolicies,
        kms.ListKeyRotations,
        kms.ListResourceTags,
        kms.RotateKeyOnDemand,
        kms.ScheduleKeyDeletion,
    ],
    ids=lambda operation: operation.name,
)
async def test_unknown_key(operation: kms.Operation[object, object, object], call: Call) -> None:
    """A key that does not exist is a NotFoundException with the details of the response."""
    error = (await call(operation, key_id=UNKNOWN_KEY)).err

    assert isinstance(error, kms.NotFoundException)
    assert "NotFoundException" == error.code
    assert UNKNOWN_KEY in error.message
    assert 400 == error.status_code
    assert "client" == error.fault
    assert operation.name == error.operation
    assert error.request_id
