"""Programs of users that create keys: `tests/typing/programs`, run against moto."""

import smaws_kms as kms
from tests.typing.programs import key_with_alias, replicas


async def test_key_with_alias(client: kms.AsyncKMSClient) -> None:
    """The key is created once and found afterwards."""
    first = await key_with_alias.key_of(client, "orders")
    second = await key_with_alias.key_of(client, "orders")

    assert first == second
    assert 1 == len([key async for key in client.list_keys.items()])


async def test_discarded_key(client: kms.AsyncKMSClient) -> None:
    """A key that came too late is deleted."""
    key_id = (await client.create_key()).unwrap().key_metadata.key_id

    await key_with_alias.discard(client, key_id)

    metadata = (await client.describe_key(key_id=key_id)).unwrap().key_metadata
    assert kms.KeyState.PendingDeletion is metadata.key_state


def test_replicas(blocking_client: kms.KMSClient) -> None:
    """Missing replicas are created, and found when the program runs again."""
    created = blocking_client.create_key(multi_region=True).unwrap().key_metadata
    regions = {"us-east-1", "eu-west-1", "eu-central-1"}

    first = replicas.ensure(blocking_client, created.key_id, regions)
    second = replicas.ensure(blocking_client, created.key_id, regions)

    assert regions == first.keys()
    assert first == second
    assert {created.key_id} == {arn.rpartition("/")[2] for arn in first.values()}
