"""Start tasks on calls themselves: each returns a response or raises the error of its call."""

import asyncio
from collections.abc import Iterable

import smaws_kms as kms


async def enabled_keys(client: kms.AsyncKMSClient, key_ids: Iterable[str]) -> list[str]:
    """Return the ARNs of the keys that are enabled; the first error cancels the other calls."""
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(kms.unwrap(client.describe_key(key_id=key_id))) for key_id in key_ids
        ]
    metadata = [task.result().key_metadata for task in tasks]
    return [key.arn for key in metadata if key.enabled]


async def key_and_seed(client: kms.AsyncKMSClient) -> tuple[str, bytes]:
    """Create a key and fetch random bytes at the same time."""
    created, random = await asyncio.gather(
        kms.unwrap(client.create_key()), kms.unwrap(client.generate_random(number_of_bytes=16))
    )
    return created.key_metadata.arn, random.plaintext


async def tagged(client: kms.AsyncKMSClient, key_id: str) -> dict[str, str]:
    """Return the tags of a key, in one expression."""
    tags = (await kms.unwrap(client.list_resource_tags(key_id=key_id))).tags
    return {tag.tag_key: tag.tag_value for tag in tags}
