"""A tour of the client: calls KMS step by step, and prints each request and its result.

Without arguments it starts moto's server on this machine and calls that. With `--live` it calls the KMS
that your environment configures. See `--help`.
"""

import argparse
import asyncio
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from typing import Any, Final, TypeVar, assert_never

from narration import Narrator
from printing_clients import AsyncPrintingClient, PrintingClient, Server

import smaws_kms as kms

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")

HELP: Final = """\
Without --live, the tour starts moto's server (a KMS-compatible server for tests) in a thread, on a
free port of the loopback interface. It ignores AWS_* variables and proxy settings of your environment.
No data leaves this machine, and the keys exist only in the server's memory.

With --live, it calls the KMS that your environment configures: AWS_ENDPOINT_URL_KMS or AWS itself,
AWS_REGION, AWS_PROFILE, and credentials from any supported source. On AWS this costs a few cents: it
creates four keys with the tag "purpose". At the end it schedules each of them for deletion, also after
an error or Ctrl-C. It changes only keys that it has created.

The exit status is 0 if every result was as expected, otherwise 1.
"""

CONTEXT: Final = {"order": "42", "tenant": "example"}
MESSAGE: Final = b"The quick brown fox"
AT_ONCE: Final = 20
ROTATIONS: Final = 5


class Tour:
    """The steps of the tour, in order; each is an example of its own."""

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
                    "in AWS a new alias takes a moment to be visible everywhere; the tour goes on"
                )
            case error:
                raise error

    async def encryption(self) -> None:
        """Encrypt and decrypt with an encryption context."""
        encrypted = await self.client.encrypt(
            key_id=self.key.key_id, plaintext=MESSAGE, encryption_context=CONTEXT
        )
        blob = encrypted.unwrap().ciphertext_blob
        decrypted = await self.client.decrypt(ciphertext_blob=blob, encryption_context=CONTEXT)
        self.narrator.expect(decrypted.unwrap().plaintext == MESSAGE, "the plaintext is the same")
        refused = await self.client.decrypt(
            ciphertext_blob=blob, encryption_context={**CONTEXT, "order": "43"}
        )
        self.narrator.expect(
            isinstance(refused.err, kms.InvalidCiphertextException),
            "another encryption context does not decrypt it",
        )

    async def re_encryption(self) -> None:
        """Re-encrypt under another key; the plaintext does not leave KMS."""
        other = await self.new_encryption_key("Archive")
        encrypted = await self.client.encrypt(key_id=self.key.key_id, plaintext=MESSAGE)
        moved = await self.client.re_encrypt(
            ciphertext_blob=encrypted.unwrap().ciphertext_blob,
            destination_key_id=other.key_id,
            destination_encryption_context=CONTEXT,
        )
        decrypted = await self.client.decrypt(
            ciphertext_blob=moved.unwrap().ciphertext_blob,
            key_id=other.key_id,
            encryption_context=CONTEXT,
        )
        self.narrator.expect(decrypted.unwrap().plaintext == MESSAGE, "the other key decrypts it")

    async def data_keys(self) -> None:
        """Generate data keys for encryption outside KMS."""
        made = await self.client.generate_data_key(
            key_id=self.key.key_id, key_spec=kms.DataKeySpec.AES_256
        )
        data_key = made.unwrap()
        opened = await self.client.decrypt(ciphertext_blob=data_key.ciphertext_blob)
        self.narrator.expect(
            opened.unwrap().plaintext == data_key.plaintext,
            "the encrypted copy decrypts to the data key",
        )
        later = await self.client.generate_data_key_without_plaintext(
            key_id=self.key.key_id, key_spec=kms.DataKeySpec.AES_128
        )
        later.unwrap()
        pair = await self.client.generate_data_key_pair(
            key_id=self.key.key_id, key_pair_spec=kms.DataKeyPairSpec.ECC_NIST_P256
        )
        match pair.outcome:
            case kms.GenerateDataKeyPairResponse(private_key_plaintext=private):
                self.narrator.expect(len(private) > 0, "KMS returns a key pair")
            case kms.UnmodeledServiceError(code="HTTP500"):
                self.narrator.note("moto does not implement GenerateDataKeyPair; KMS does")
            case error:
                raise error

    async def signatures(self) -> None:
        """Sign and verify."""
        key = await self.new_key(
            "Signatures", kms.KeySpec.ECC_NIST_P256, kms.KeyUsageType.SIGN_VERIFY
        )
        algorithm = kms.SigningAlgorithmSpec.ECDSA_SHA_256
        signed = await self.client.sign(
            key_id=key.key_id, message=MESSAGE, signing_algorithm=algorithm
        )
        signature = signed.unwrap().signature
        (await self.client.get_public_key(key_id=key.key_id)).unwrap()
        for message, genuine in ((MESSAGE, True), (MESSAGE + b"!", False)):
            verified = await self.client.verify(
                key_id=key.key_id,
                message=message,
                signature=signature,
                signing_algorithm=algorithm,
            )
            match verified.outcome:
                case kms.VerifyResponse(signature_valid=valid):
                    means = (
                        "the signature is valid"
                        if genuine
                        else "it is not valid for another message"
                    )
                    self.narrator.expect(valid == genuine, means)
                    if not valid:
                        self.narrator.note(
                            "(moto returns False, KMS returns KMSInvalidSignatureException)"
                        )
                case kms.KMSInvalidSignatureException():
                    self.narrator.expect(not genuine, "it is not valid for another message")
                case error:
                    raise error

    async def macs(self) -> None:
        """Generate and verify a message authentication code (MAC)."""
        key = await self.new_key(
            "Codes", kms.KeySpec.HMAC_256, kms.KeyUsageType.GENERATE_VERIFY_MAC
        )
        algorithm = kms.MacAlgorithmSpec.HMAC_SHA_256
        made = await self.client.generate_mac(
            key_id=key.key_id, message=MESSAGE, mac_algorithm=algorithm
        )
        mac = made.unwrap().mac
        verified = await self.client.verify_mac(
            key_id=key.key_id, message=MESSAGE, mac=mac, mac_algorithm=algorithm
        )
        self.narrator.expect(verified.unwrap().mac_valid, "the MAC is valid")
        refused = await self.client.verify_mac(
            key_id=key.key_id, message=MESSAGE, mac=mac[::-1], mac_algorithm=algorithm
        )
        self.narrator.expect(
            isinstance(refused.err, kms.KMSInvalidMacException), "another MAC is not"
        )

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
            self.narrator.surprise("a wrong type should raise TypeError")

    async def side_by_side(self) -> None:
        """Use the async and the blocking client side by side."""
        key_id = self.key.key_id
        ours = (await self.client.encrypt(key_id=key_id, plaintext=MESSAGE)).unwrap()
        theirs = self.blocking.encrypt(key_id=key_id, plaintext=MESSAGE).unwrap()
        crossed = [
            (await self.client.decrypt(ciphertext_blob=theirs.ciphertext_blob)).unwrap(),
            self.blocking.decrypt(ciphertext_blob=ours.ciphertext_blob).unwrap(),
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

    async def take(self) -> None:
        """Take all steps, also after one that failed."""
        try:
            await self._take(self.key_and_alias)
            for step in (
                self.encryption,
                self.re_encryption,
                self.data_keys,
                self.signatures,
                self.macs,
                self.grants,
                self.tags,
                self.rotation,
                self.paging,
                self.outcomes,
                self.refusals,
                self.side_by_side,
                self.at_once,
            ):
                if self.created:
                    await self._take(step)
        finally:
            if self.created:
                await self._take(self.clean_up)

    async def _take(self, step: Callable[[], Awaitable[None]]) -> None:
        self.narrator.section((step.__doc__ or "").rstrip("."))
        try:
            await step()
        except kms.SmawsError as error:
            self.narrator.surprise(f"the step ends here, with {type(error).__name__}")


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


async def run(server: Server) -> int:
    """Take the tour and return the exit status."""
    print(f"smaws_kms {kms.__version__} calls {server}.")
    narrator = Narrator()
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(AsyncPrintingClient(server, narrator))
        blocking = stack.enter_context(PrintingClient(server, narrator))
        await Tour(server, narrator, client, blocking).take()
    return narrator.end()


def main() -> int:
    """Read the arguments and take the tour."""
    parser = argparse.ArgumentParser(
        description="Call KMS step by step, and print each request and its result.",
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--live", action="store_true", help="call the KMS that the environment configures"
    )
    live: bool = parser.parse_args().live
    with suppress(KeyboardInterrupt):
        return asyncio.run(run(Server(live=live)))
    return 1


if __name__ == "__main__":
    sys.exit(main())
