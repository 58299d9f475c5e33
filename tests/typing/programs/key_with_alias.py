"""Create the key of an application once, under its alias."""

import smaws_kms as kms


async def key_of(client: kms.AsyncKMSClient, application: str) -> str:
    """Return the ARN of the application's key, which is created if there is none."""
    alias = f"alias/{application}"
    described = await client.describe_key(key_id=alias)
    if isinstance(described, kms.Ok):
        return described.value.key_metadata.arn
    if not isinstance(described.error, kms.NotFoundException):
        raise described.error

    created = await client.create_key(
        description=f"Data of {application}",
        key_usage=kms.KeyUsageType.ENCRYPT_DECRYPT,
        tags=[kms.Tag(tag_key="application", tag_value=application)],
    )
    metadata = created.unwrap().key_metadata
    named = await client.create_alias(alias_name=alias, target_key_id=metadata.key_id)
    if isinstance(named.err, kms.AlreadyExistsException):
        await discard(client, metadata.key_id)  # another instance was faster
        return (await client.describe_key(key_id=alias)).unwrap().key_metadata.arn
    named.unwrap()
    return metadata.arn


async def discard(client: kms.AsyncKMSClient, key_id: str) -> None:
    """Delete a key that nothing has been encrypted with."""
    (await client.schedule_key_deletion(key_id=key_id, pending_window_in_days=7)).unwrap()
