"""The base of all steps of the tour: the clients, and the keys that the tour has created."""

import uuid
from typing import Final

from narration import Narrator
from printing_clients import AsyncPrintingClient, PrintingClient, Server

import smaws_kms as kms

CONTEXT: Final = {"order": "42", "tenant": "example"}
MESSAGE: Final = b"The quick brown fox"


class Steps:
    """What all steps share."""

    def __init__(
        self,
        server: Server,
        narrator: Narrator,
        client: AsyncPrintingClient,
        blocking: PrintingClient,
    ) -> None:
        self.server = server
        self.narrator = narrator
        self.client = client
        self.blocking = blocking
        self.alias = f"alias/smaws-kms-tour-{uuid.uuid4().hex[:8]}"
        self.key: kms.KeyMetadata
        self.created: list[str] = []
        self.aliased = False

    async def new_key(
        self, description: str, spec: kms.KeySpec, usage: kms.KeyUsageType
    ) -> kms.KeyMetadata:
        """Create a key that the last step schedules for deletion."""
        created = await self.client.create_key(
            description=description,
            key_spec=spec,
            key_usage=usage,
            tags=[kms.Tag(tag_key="purpose", tag_value="smaws_kms tour")],
        )
        key = created.unwrap().key_metadata
        self.created.append(key.key_id)
        return key

    async def new_encryption_key(self, description: str) -> kms.KeyMetadata:
        """Create a symmetric key."""
        return await self.new_key(
            description, kms.KeySpec.SYMMETRIC_DEFAULT, kms.KeyUsageType.ENCRYPT_DECRYPT
        )
