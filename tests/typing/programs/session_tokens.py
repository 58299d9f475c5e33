"""Hand out session tokens made of random bytes from KMS."""

from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator

import smaws_kms as kms


class TokenSource:
    """Fetches random bytes in blocks, and cuts tokens from them."""

    def __init__(self, client: kms.AsyncKMSClient, length: int = 24) -> None:
        self._client = client
        self._length = length
        self._block = b""

    async def token(self) -> str:
        """Return a new token."""
        if len(self._block) < self._length:
            self._block = await self._fetch()
        token, self._block = self._block[: self._length], self._block[self._length :]
        return urlsafe_b64encode(token).decode()

    async def tokens(self, count: int) -> AsyncIterator[str]:
        """Yield new tokens."""
        for _ in range(count):
            yield await self.token()

    async def _fetch(self) -> bytes:
        result = await self._client.generate_random(number_of_bytes=1024)
        return result.unwrap().plaintext
