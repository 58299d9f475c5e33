"""Steps of the tour: results, invalid requests, both clients, and concurrent calls."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, assert_never

from steps import MESSAGE, Steps

import smaws_kms as kms

AT_ONCE: Final = 20


class ClientSteps(Steps):
    """Use the clients in other ways than one call after another."""

    async def outcomes(self) -> None:
        """Match on every possible outcome; type checkers prove that none is missing."""
        missing = "00000000-0000-0000-0000-000000000000"
        encrypted = await self.client.encrypt(key_id=self.key.key_id, plaintext=MESSAGE)
        self.narrator.note(f"what to do: {advice(encrypted)}")
        unknown = await self.client.encrypt(key_id=missing, plaintext=MESSAGE)
        self.narrator.note(f"what to do: {advice(unknown)}")
        self.narrator.expect(
            isinstance(unknown.err, kms.NotFoundException),
            "a key that does not exist leads to NotFoundException",
        )

    async def refusals(self) -> None:
        """Invalid requests are not sent."""
        refused = await self.client.encrypt(key_id=self.key.key_id, plaintext=b"")
        self.narrator.expect(
            isinstance(refused.err, kms.RequestValidationError) and not refused.metadata.attempts,
            "an empty plaintext is an Err, without a request",
        )
        wrong: Any = "text, not bytes"
        self.narrator.note(f"await client.encrypt(key_id=..., plaintext={wrong!r})")
        try:
            await self.client.encrypt(key_id=self.key.key_id, plaintext=wrong)
        except TypeError as error:
            self.narrator.expect(error, f"a wrong type raises: {error}")
        else:
            self.narrator.unexpected("a wrong type should raise TypeError")

    async def side_by_side(self) -> None:
        """Use the async and the blocking client side by side."""
        key_id = self.key.key_id
        first = (await self.client.encrypt(key_id=key_id, plaintext=MESSAGE)).unwrap()
        second = self.blocking.encrypt(key_id=key_id, plaintext=MESSAGE).unwrap()
        crossed = [
            (await self.client.decrypt(ciphertext_blob=second.ciphertext_blob)).unwrap(),
            self.blocking.decrypt(ciphertext_blob=first.ciphertext_blob).unwrap(),
        ]
        self.narrator.expect(
            [each.plaintext for each in crossed] == [MESSAGE, MESSAGE],
            "each client decrypts what the other encrypted",
        )
        mirrored = await kms.Encrypt.request(
            self.client, kms.EncryptRequest(key_id=key_id, plaintext=MESSAGE)
        )
        self.narrator.expect(mirrored.is_ok, "kms.Encrypt.request(...) makes the same call")

    async def at_once(self) -> None:
        """Make many calls at the same time."""
        key_id = self.key.key_id
        texts = [f"message {number}".encode() for number in range(AT_ONCE)]

        async def encrypt(text: bytes) -> bool:
            return (await self.client.encrypt(key_id=key_id, plaintext=text)).is_ok

        def encrypt_blocking(text: bytes) -> bool:
            return self.blocking.encrypt(key_id=key_id, plaintext=text).is_ok

        with self.narrator.muted(), ThreadPoolExecutor(AT_ONCE) as pool:
            started = time.monotonic()
            gathered = await asyncio.gather(*map(encrypt, texts))
            in_tasks = time.monotonic() - started
            mapped = await asyncio.to_thread(lambda: list(pool.map(encrypt_blocking, texts)))
            in_threads = time.monotonic() - started - in_tasks
        self.narrator.expect(
            all(gathered), f"{AT_ONCE} calls in asyncio.gather took {in_tasks:.2f} s"
        )
        self.narrator.expect(all(mapped), f"{AT_ONCE} calls in threads took {in_threads:.2f} s")


def advice(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> str:
    """Return what to do after an encryption; type checkers prove that no case is missing."""
    match result.outcome:
        case kms.EncryptResponse(ciphertext_blob=blob):
            text = f"store these {len(blob)} bytes"
        case kms.NotFoundException():
            text = "the key does not exist: check the configuration"
        case kms.DisabledException() | kms.KMSInvalidStateException():
            text = "the key is disabled or pending deletion: enable it, or cancel the deletion"
        case (
            kms.DryRunOperationException()
            | kms.InvalidGrantTokenException()
            | kms.InvalidKeyUsageException()
        ):
            text = "the request does not fit an encryption: fix the program"
        case (
            kms.DependencyTimeoutException()
            | kms.KeyUnavailableException()
            | kms.KMSInternalException()
            | kms.TransportError()
        ):
            text = "KMS is not available: try again later"
        case kms.UnmodeledServiceError(code=code):
            text = f"look up {code}: the model of Encrypt does not list it"
        case kms.CredentialsError() | kms.ConfigurationError():
            text = "set region and credentials"
        case kms.RequestValidationError() | kms.ResponseParseError():
            text = "the request or the response is malformed: report it"
        case _ as never:
            assert_never(never)
    return text
