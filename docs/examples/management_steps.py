"""Steps of the tour: keys, aliases, grants, tags, rotation and lists."""

from typing import Final

from steps import Steps

import smaws_kms as kms

ROTATIONS: Final = 5


class ManagementSteps(Steps):
    """Create, describe, list and delete resources."""

    async def key_and_alias(self) -> None:
        """Create a key and an alias."""
        self.key = await self.new_encryption_key("Orders")
        self.narrator.expect(self.key.key_state == kms.KeyState.Enabled, "the key is enabled")
        named = await self.client.create_alias(alias_name=self.alias, target_key_id=self.key.key_id)
        named.unwrap()
        self.aliased = True
        described = await self.client.describe_key(key_id=self.alias)
        match described.outcome:
            case kms.DescribeKeyResponse(key_metadata=found):
                same = found.key_id == self.key.key_id
                self.narrator.expect(same, "the alias refers to the same key")
            case kms.NotFoundException() if self.server.live:
                self.narrator.note(
                    "in AWS a new alias takes a moment to be visible everywhere; the tour continues"
                )
            case error:
                raise error

    async def grants(self) -> None:
        """Create, list and revoke a grant."""
        partition, account = (self.key.arn or "").split(":")[1:5:3]
        granted = await self.client.create_grant(
            key_id=self.key.key_id,
            grantee_principal=f"arn:{partition}:iam::{account}:root",
            operations=[kms.GrantOperation.Decrypt, kms.GrantOperation.DescribeKey],
            constraints=kms.GrantConstraints(encryption_context_subset={"tenant": "example"}),
            name="tour",
        )
        grant = granted.unwrap()
        listed = (await self.client.list_grants(key_id=self.key.key_id)).unwrap()
        self.narrator.expect(
            grant.grant_id in {entry.grant_id for entry in listed.grants}, "the grant is listed"
        )
        revoked = await self.client.revoke_grant(key_id=self.key.key_id, grant_id=grant.grant_id)
        self.narrator.expect(revoked.is_ok, "the grant is revoked")

    async def tags(self) -> None:
        """Tag a key."""
        key_id = self.key.key_id
        tag = kms.Tag(tag_key="stage", tag_value="test")
        (await self.client.tag_resource(key_id=key_id, tags=[tag])).unwrap()
        listed = (await self.client.list_resource_tags(key_id=key_id)).unwrap()
        self.narrator.expect(tag in listed.tags, "the key has the tag")
        (await self.client.untag_resource(key_id=key_id, tag_keys=["stage"])).unwrap()

    async def rotation(self) -> None:
        """Rotate a key."""
        key_id = self.key.key_id
        (await self.client.enable_key_rotation(key_id=key_id)).unwrap()
        status = (await self.client.get_key_rotation_status(key_id=key_id)).unwrap()
        self.narrator.expect(status.key_rotation_enabled, "KMS rotates the key every year")
        # In AWS each rotation takes time and costs money; moto rotates at once.
        for _ in range(1 if self.server.live else ROTATIONS):
            (await self.client.rotate_key_on_demand(key_id=key_id)).unwrap()

    async def paging(self) -> None:
        """List page by page, and item by item."""
        count = 0
        async for page in self.client.list_keys.pages(limit=2):
            count += len(page.unwrap().keys)
            if count >= 2 * len(self.created):
                break  # an account may have thousands of keys
        self.narrator.expect(count >= len(self.created), f"{count} keys are listed")
        if not self.server.live:
            self.narrator.note("moto ignores the limit of list_keys; list_key_rotations has pages")
        async for rotations in self.client.list_key_rotations.pages(
            key_id=self.key.key_id, limit=2
        ):
            rotations.unwrap()
        kinds = [
            rotation.rotation_type
            async for rotation in self.client.list_key_rotations.items(
                key_id=self.key.key_id, limit=3
            )
        ]
        self.narrator.expect(
            self.server.live or len(kinds) == ROTATIONS, f"items() yields {len(kinds)} rotations"
        )

    async def clean_up(self) -> None:
        """Schedule every key of the tour for deletion, and delete the alias."""
        while self.created:
            scheduled = await self.client.schedule_key_deletion(
                key_id=self.created.pop(), pending_window_in_days=7
            )
            self.narrator.expect(scheduled.is_ok, "the key is scheduled for deletion")
        if self.aliased:
            deleted = await self.client.delete_alias(alias_name=self.alias)
            self.narrator.expect(deleted.is_ok, "the alias is deleted")
