"""Depend on two methods of the client, and test with a double of a few lines."""

from typing import Protocol

import smaws_kms as kms


class Decrypter(Protocol):
    """The part of a client that this program needs."""

    async def decrypt(
        self, *, ciphertext_blob: kms.Blob
    ) -> kms.Result[kms.DecryptResponse, kms.DecryptError]:
        """Decrypt a ciphertext."""
        ...


async def password(decrypter: Decrypter, stored: bytes) -> str:
    """Return a stored password."""
    return (await decrypter.decrypt(ciphertext_blob=stored)).unwrap().plaintext.decode()


class Reversing:
    """A double whose ciphertexts are texts written backwards."""

    async def decrypt(
        self, *, ciphertext_blob: kms.Blob
    ) -> kms.Result[kms.DecryptResponse, kms.DecryptError]:
        """Reverse the bytes."""
        return kms.Ok(
            kms.DecryptResponse(
                plaintext=bytes(ciphertext_blob)[::-1],
                key_id="arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
            )
        )


def real(client: kms.AsyncKMSClient) -> Decrypter:
    """Return a client as what the program needs."""
    return client
