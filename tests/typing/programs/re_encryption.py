"""Move stored ciphertexts from one key to another without seeing their plaintext."""

from collections import Counter
from collections.abc import Iterable

import smaws_kms as kms


class Mover:
    """Re-encrypts ciphertexts and counts which keys they came from."""

    def __init__(self, client: kms.AsyncKMSClient, key_id: str) -> None:
        self.client = client
        self.key_id = key_id
        self.moved: Counter[str] = Counter()
        self.unreadable: list[bytes] = []

    async def move(self, blobs: Iterable[bytes]) -> list[bytes]:
        """Return the new ciphertexts."""
        return [new for blob in blobs if (new := await self._move_one(blob)) is not None]

    async def _move_one(self, blob: bytes) -> bytes | None:
        result = await self.client.re_encrypt(ciphertext_blob=blob, destination_key_id=self.key_id)
        if isinstance(result, kms.Ok):
            self.moved[f"{result.value.source_key_id} to {result.value.key_id}"] += 1
            return result.value.ciphertext_blob
        if isinstance(result.error, kms.InvalidCiphertextException):
            self.unreadable.append(blob)
            return None
        raise result.error
