"""Decrypt many records at once; the first error cancels the others."""

import asyncio
from collections.abc import Mapping

import smaws_kms as kms


async def decrypt_all(client: kms.AsyncKMSClient, records: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the plaintexts of all records."""
    async with asyncio.TaskGroup() as group:
        tasks = {
            name: group.create_task(decrypt(client, name, blob)) for name, blob in records.items()
        }
    return {name: task.result() for name, task in tasks.items()}


async def decrypt(client: kms.AsyncKMSClient, name: str, blob: bytes) -> bytes:
    """Return the plaintext of one record."""
    result = await client.decrypt(ciphertext_blob=blob, encryption_context={"record": name})
    return result.unwrap().plaintext


async def describe_all(client: kms.AsyncKMSClient, *key_ids: str) -> list[kms.KeyMetadata]:
    """Return what is known of several keys; a key that does not exist is left out."""
    results = await asyncio.gather(*(client.describe_key(key_id=key_id) for key_id in key_ids))
    found: list[kms.KeyMetadata] = []
    for result in results:
        match result.outcome:
            case kms.DescribeKeyResponse(key_metadata=metadata):
                found.append(metadata)
            case kms.NotFoundException():
                pass
            case error:
                raise error
    return found
