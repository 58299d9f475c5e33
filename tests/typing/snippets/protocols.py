"""Clients fit users' own protocols, and can be subclassed."""

from collections.abc import Mapping, Sequence
from typing import Protocol, assert_type

import smaws_kms as kms


class Encrypter(Protocol):
    """What some code needs of a client."""

    async def encrypt(
        self, *, key_id: str, plaintext: bytes
    ) -> kms.Result[kms.EncryptResponse, kms.EncryptError]:
        """Encrypt."""
        ...


class LooseEncrypter(Protocol):
    """Less than that: any error will do."""

    async def encrypt(
        self, *, key_id: str, plaintext: bytes
    ) -> kms.Ok[kms.EncryptResponse] | kms.Err[Exception]:
        """Encrypt."""
        ...


class BlockingDecrypter(Protocol):
    """What some blocking code needs of a client."""

    def decrypt(
        self, *, ciphertext_blob: bytes, encryption_context: Mapping[str, str]
    ) -> kms.Result[kms.DecryptResponse, kms.DecryptError]:
        """Decrypt."""
        ...


class Other(Protocol):
    """What no client has."""

    async def encrypt(self, *, key_id: int) -> None:
        """Do something else."""
        ...


class Fake:
    """A double of the user's own."""

    async def encrypt(
        self, *, key_id: str, plaintext: bytes
    ) -> kms.Result[kms.EncryptResponse, kms.EncryptError]:
        """Return the argument."""
        response = kms.EncryptResponse(
            ciphertext_blob=plaintext,
            key_id=key_id,
            encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
        )
        return kms.Ok(response)


async def store(encrypter: Encrypter) -> None:
    """Take whatever encrypts."""
    (await encrypter.encrypt(key_id="alias/orders", plaintext=b"x")).unwrap()


def take(loose: LooseEncrypter, decrypter: BlockingDecrypter, other: Other) -> None:
    """Take one of each."""


async def fits(client: kms.AsyncKMSClient, blocking: kms.KMSClient, other: Other) -> None:
    """A client of the right kind is accepted, another is not."""
    await store(client)
    await store(Fake())
    await store(blocking)  # E: mypy pyright
    take(client, blocking, other)
    take(client, blocking, client)  # E: mypy pyright


class Prefixing(kms.AsyncKMSClient):
    """A client of the user's own."""

    async def encrypt(
        self,
        *,
        key_id: str,
        plaintext: kms.Blob,
        encryption_context: Mapping[str, str] | None = None,
        grant_tokens: Sequence[str] | None = None,
        encryption_algorithm: kms.EncryptionAlgorithmSpec | kms.UnknownValue | None = None,
        dry_run: bool | None = None,
    ) -> kms.Result[kms.EncryptResponse, kms.EncryptError]:
        """Take the bare name of an alias."""
        return await super().encrypt(
            key_id=f"alias/{key_id}",
            plaintext=plaintext,
            encryption_context=encryption_context,
            grant_tokens=grant_tokens,
            encryption_algorithm=encryption_algorithm,
            dry_run=dry_run,
        )


class Narrowing(kms.KMSClient):
    """An override that takes too little."""

    def encrypt(self, *, key_id: str) -> None:  # E: mypy pyright
        """Forget the plaintext."""


async def used() -> None:
    """A subclass is a client like any other."""
    async with Prefixing(region="eu-west-1") as client:
        assert_type(client, Prefixing)
        assert_type(client.with_options(timeout=1.0), Prefixing)
        result = await client.encrypt(key_id="orders", plaintext=b"x")
        assert_type(result, kms.Ok[kms.EncryptResponse] | kms.Err[kms.EncryptError])
    with kms.KMSClient() as blocking:
        assert_type(blocking, kms.KMSClient)
