"""Prepare data keys on a machine that never sees their plaintext."""

from attrs import frozen

import smaws_kms as kms


@frozen
class PreparedKey:
    """An encrypted data key, and the ARN of the key that wraps it."""

    wrapped_by: str
    blob: bytes


async def prepare(client: kms.AsyncKMSClient, key_id: str, shards: int) -> list[PreparedKey]:
    """Make an encrypted data key for each shard of a database."""
    prepared: list[PreparedKey] = []
    for shard in range(shards):
        result = await client.generate_data_key_without_plaintext(
            key_id=key_id, number_of_bytes=32, encryption_context={"shard": str(shard)}
        )
        match result.outcome:
            case kms.GenerateDataKeyWithoutPlaintextResponse(key_id=arn, ciphertext_blob=blob):
                prepared.append(PreparedKey(arn, blob))
            case error:
                raise error
    return prepared


async def open_key(client: kms.AsyncKMSClient, prepared: PreparedKey, shard: int) -> bytes:
    """Return the plaintext of a prepared key, on the machine that uses it."""
    result = await client.decrypt(
        key_id=prepared.wrapped_by,
        ciphertext_blob=prepared.blob,
        encryption_context={"shard": str(shard)},
    )
    return result.unwrap().plaintext
