"""A conversation with KMS, told step by step.

Without arguments it talks to moto's server, which it starts on this machine; with `--live`, to
whatever your environment says. See `--help`.
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

from narration import Tale
from talkers import AsyncTeller, Server, Teller

import smaws_kms as kms

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")

HELP: Final = """\
Without --live, the tour starts moto's server (a KMS-compatible server made for tests) in a thread,
on a free port of the loopback interface, and ignores AWS_* and proxy settings of your environment.
Nothing leaves this machine, and nothing remains.

With --live, it talks to the KMS that your environment says: AWS_ENDPOINT_URL_KMS or AWS itself,
AWS_REGION, AWS_PROFILE, credentials of every kind. In AWS this costs a few cents: it creates four
keys, all with the tag "purpose", and schedules each of them for deletion at the end, also after an
error or Ctrl-C. It changes no key that it has not created itself.

The exit status is 0 if everything went as expected, else 1.
"""

CONTEXT: Final = {"order": "42", "tenant": "example"}
MESSAGE: Final = b"The quick brown fox"
AT_ONCE: Final = 20
ROTATIONS: Final = 5


class Tour:
    """The steps, in order; each is an example of its own."""

    def __init__(self, server: Server, tale: Tale, client: AsyncTeller, blocking: Teller) -> None:
        self.server = server
        self.tale = tale
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
        """A key, and a name for it."""
        self.key = await self.new_encryption_key("Orders")
        self.tale.expect(self.key.key_state == kms.KeyState.Enabled, "the key is enabled")
        named = await self.client.create_alias(alias_name=self.alias, target_key_id=self.key.key_id)
        named.unwrap()
        self.aliased = True
        described = await self.client.describe_key(key_id=self.alias)
        match described.outcome:
            case kms.DescribeKeyResponse(key_metadata=found):
                same = found.key_id == self.key.key_id
                self.tale.expect(same, "the alias leads to the same key")
            case kms.NotFoundException() if self.server.live:
                self.tale.note("AWS takes a moment to know a new alias everywhere; we go on")
            case error:
                raise error

    async def encryption(self) -> None:
        """Encryption, with a context that has to be the same again."""
        encrypted = await self.client.encrypt(
            key_id=self.key.key_id, plaintext=MESSAGE, encryption_context=CONTEXT
        )
        blob = encrypted.unwrap().ciphertext_blob
        decrypted = await self.client.decrypt(ciphertext_blob=blob, encryption_context=CONTEXT)
        self.tale.expect(decrypted.unwrap().plaintext == MESSAGE, "it is the same plaintext")
        refused = await self.client.decrypt(
            ciphertext_blob=blob, encryption_context={**CONTEXT, "order": "43"}
        )
        self.tale.expect(
            isinstance(refused.err, kms.InvalidCiphertextException),
            "another context does not open it",
        )

    async def re_encryption(self) -> None:
        """Under another key, without the plaintext leaving KMS."""
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
        self.tale.expect(decrypted.unwrap().plaintext == MESSAGE, "the other key opens it")

    async def data_keys(self) -> None:
        """Data keys, for encryption outside KMS."""
        made = await self.client.generate_data_key(
            key_id=self.key.key_id, key_spec=kms.DataKeySpec.AES_256
        )
        data_key = made.unwrap()
        opened = await self.client.decrypt(ciphertext_blob=data_key.ciphertext_blob)
        self.tale.expect(
            opened.unwrap().plaintext == data_key.plaintext,
            "the stored half gives back the data key",
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
                self.tale.expect(private is not None, "a key pair came")
            case kms.UnmodeledServiceError(code="HTTP500"):
                self.tale.note("moto does not implement GenerateDataKeyPair; KMS does")
            case error:
                raise error

    async def signatures(self) -> None:
        """Signatures."""
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
                        "the signature is genuine" if genuine else "another message is not signed"
                    )
                    self.tale.expect(valid == genuine, means)
                    if not valid:
                        self.tale.note("(moto says False, KMS has KMSInvalidSignatureException)")
                case kms.KMSInvalidSignatureException():
                    self.tale.expect(not genuine, "another message is not signed")
                case error:
                    raise error

    async def macs(self) -> None:
        """Message authentication codes."""
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
        self.tale.expect(verified.unwrap().mac_valid, "the code is genuine")
        refused = await self.client.verify_mac(
            key_id=key.key_id, message=MESSAGE, mac=mac[::-1], mac_algorithm=algorithm
        )
        self.tale.expect(isinstance(refused.err, kms.KMSInvalidMacException), "no other code is")

    async def grants(self) -> None:
        """Grants."""
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
        self.tale.expect(
            grant.grant_id in {entry.grant_id for entry in listed.grants}, "the grant is listed"
        )
        revoked = await self.client.revoke_grant(key_id=self.key.key_id, grant_id=grant.grant_id)
        self.tale.expect(revoked.is_ok, "and revoked")

    async def tags(self) -> None:
        """Tags."""
        key_id = self.key.key_id
        tag = kms.Tag(tag_key="stage", tag_value="test")
        (await self.client.tag_resource(key_id=key_id, tags=[tag])).unwrap()
        listed = (await self.client.list_resource_tags(key_id=key_id)).unwrap()
        self.tale.expect(tag in listed.tags, "the key has the tag")
        (await self.client.untag_resource(key_id=key_id, tag_keys=["stage"])).unwrap()

    async def rotation(self) -> None:
        """Rotation."""
        key_id = self.key.key_id
        (await self.client.enable_key_rotation(key_id=key_id)).unwrap()
        status = (await self.client.get_key_rotation_status(key_id=key_id)).unwrap()
        self.tale.expect(status.key_rotation_enabled, "the key is rotated every year")
        # KMS takes its time for a rotation and bills it; moto does neither.
        for _ in range(1 if self.server.live else ROTATIONS):
            (await self.client.rotate_key_on_demand(key_id=key_id)).unwrap()

    async def paging(self) -> None:
        """Page by page, and item by item."""
        count = 0
        async for page in self.client.list_keys.pages(limit=2):
            count += len(page.unwrap().keys)
            if count >= 2 * len(self.created):
                break  # an account may have thousands of keys
        self.tale.expect(count >= len(self.created), f"{count} keys were listed")
        if not self.server.live:
            self.tale.note("moto puts all keys on one page, whatever the limit; rotations it pages")
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
        self.tale.expect(
            self.server.live or len(kinds) == ROTATIONS, f"items() gave {len(kinds)} rotations"
        )

    async def outcomes(self) -> None:
        """Every outcome has a type: a match that is complete, and checked to be."""
        nobody = "00000000-0000-0000-0000-000000000000"
        encrypted = await self.client.encrypt(key_id=self.key.key_id, plaintext=MESSAGE)
        self.tale.note(f"which means: {in_words(encrypted)}")
        unknown = await self.client.encrypt(key_id=nobody, plaintext=MESSAGE)
        self.tale.note(f"which means: {in_words(unknown)}")
        self.tale.expect(
            isinstance(unknown.err, kms.NotFoundException),
            "a key that does not exist is a NotFoundException",
        )

    async def refusals(self) -> None:
        """What KMS can never accept is not sent."""
        refused = await self.client.encrypt(key_id=self.key.key_id, plaintext=b"")
        self.tale.expect(
            isinstance(refused.err, kms.RequestValidationError) and not refused.metadata.attempts,
            "an empty plaintext is an Err, and there was no request",
        )
        wrong: Any = "text, not bytes"
        self.tale.note(f"await client.encrypt(key_id=..., plaintext={wrong!r})")
        try:
            await self.client.encrypt(key_id=self.key.key_id, plaintext=wrong)
        except TypeError as error:
            self.tale.expect(error, f"a wrong type is a mistake, and raises: {error}")
        else:
            self.tale.surprise("a wrong type should raise TypeError")

    async def side_by_side(self) -> None:
        """Async and blocking clients do the same."""
        key_id = self.key.key_id
        ours = (await self.client.encrypt(key_id=key_id, plaintext=MESSAGE)).unwrap()
        theirs = self.blocking.encrypt(key_id=key_id, plaintext=MESSAGE).unwrap()
        crossed = [
            (await self.client.decrypt(ciphertext_blob=theirs.ciphertext_blob)).unwrap(),
            self.blocking.decrypt(ciphertext_blob=ours.ciphertext_blob).unwrap(),
        ]
        self.tale.expect(
            [each.plaintext for each in crossed] == [MESSAGE, MESSAGE],
            "each decrypts what the other encrypted",
        )
        mirrored = await kms.Encrypt.request(
            self.client, kms.EncryptRequest(key_id=key_id, plaintext=MESSAGE)
        )
        self.tale.expect(mirrored.is_ok, "kms.Encrypt.request(...) is the same call")

    async def at_once(self) -> None:
        """Many calls at the same time."""
        key_id = self.key.key_id
        texts = [f"message {number}".encode() for number in range(AT_ONCE)]

        async def encrypt(text: bytes) -> bool:
            return (await self.client.encrypt(key_id=key_id, plaintext=text)).is_ok

        def encrypt_blocking(text: bytes) -> bool:
            return self.blocking.encrypt(key_id=key_id, plaintext=text).is_ok

        with self.tale.muted(), ThreadPoolExecutor(AT_ONCE) as pool:
            started = time.monotonic()
            gathered = await asyncio.gather(*map(encrypt, texts))
            in_tasks = time.monotonic() - started
            mapped = await asyncio.to_thread(lambda: list(pool.map(encrypt_blocking, texts)))
            in_threads = time.monotonic() - started - in_tasks
        self.tale.expect(all(gathered), f"{AT_ONCE} encrypts in asyncio.gather: {in_tasks:.2f} s")
        self.tale.expect(all(mapped), f"{AT_ONCE} encrypts in threads: {in_threads:.2f} s")

    async def clean_up(self) -> None:
        """Nothing stays: each key of this tour goes."""
        while self.created:
            scheduled = await self.client.schedule_key_deletion(
                key_id=self.created.pop(), pending_window_in_days=7
            )
            self.tale.expect(scheduled.is_ok, "scheduled")
        if self.aliased:
            deleted = await self.client.delete_alias(alias_name=self.alias)
            self.tale.expect(deleted.is_ok, "gone")

    async def take(self) -> None:
        """Take all steps; one that fails does not keep the next ones from being taken."""
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
        self.tale.section((step.__doc__ or "").rstrip("."))
        try:
            await step()
        except kms.SmawsError as error:
            self.tale.surprise(f"the step ends here, in {type(error).__name__}")


def in_words(result: kms.Result[kms.EncryptResponse, kms.EncryptError]) -> str:
    """Say what came of an encryption; type checkers see that no case is missing."""
    match result.outcome:
        case kms.EncryptResponse(ciphertext_blob=blob):
            text = f"store these {len(blob)} bytes"
        case kms.NotFoundException():
            text = "there is no such key, so look at the configuration"
        case kms.DisabledException() | kms.KMSInvalidStateException():
            text = "somebody has switched the key off"
        case (
            kms.DryRunOperationException()
            | kms.InvalidGrantTokenException()
            | kms.InvalidKeyUsageException()
        ):
            text = "the program asked for something else than an encryption"
        case (
            kms.DependencyTimeoutException()
            | kms.KeyUnavailableException()
            | kms.KMSInternalException()
            | kms.TransportError()
        ):
            text = "KMS is not well or not there, so try again"
        case kms.UnmodeledServiceError(code=code):
            text = f"{code}, which the model does not list for Encrypt"
        case kms.CredentialsError() | kms.ConfigurationError():
            text = "the surroundings are not set up"
        case kms.RequestValidationError() | kms.ResponseParseError():
            text = "one of the two does not speak KMS"
        case _ as never:
            assert_never(never)
    return text


async def run(server: Server) -> int:
    """Take the tour and return the exit status."""
    print(f"smaws_kms {kms.__version__} talks to {server}.")
    tale = Tale()
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(AsyncTeller(server, tale))
        blocking = stack.enter_context(Teller(server, tale))
        await Tour(server, tale, client, blocking).take()
    return tale.end()


def main() -> int:
    """Read the arguments and take the tour."""
    parser = argparse.ArgumentParser(
        description="A conversation with KMS, told step by step.",
        epilog=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--live", action="store_true", help="talk to the KMS of the environment")
    live: bool = parser.parse_args().live
    with suppress(KeyboardInterrupt):
        return asyncio.run(run(Server(live=live)))
    return 1


if __name__ == "__main__":
    sys.exit(main())
