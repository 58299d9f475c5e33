"""Encryption, decryption and re-encryption."""

import pytest

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call, NewKey

TEXT = "schön geheim \0".encode()
CONTEXT = {"order": "42", "tenant": "größer"}


async def encrypt(call: Call, key_id: str) -> bytes:
    """Return the ciphertext of `TEXT`."""
    result = await call(kms.Encrypt, key_id=key_id, plaintext=TEXT, encryption_context=CONTEXT)
    return result.unwrap().ciphertext_blob


@pytest.mark.parametrize("of", [bytes, bytearray, memoryview])
async def test_round_trip(of: type[kms.Blob], call: Call, key_id: str) -> None:
    """Decryption returns the plaintext and the key's ARN."""
    encrypted = (await call(kms.Encrypt, key_id=key_id, plaintext=of(TEXT))).unwrap()

    decrypted = await call(kms.Decrypt, ciphertext_blob=of(encrypted.ciphertext_blob))

    assert TEXT not in encrypted.ciphertext_blob
    assert TEXT == decrypted.unwrap().plaintext
    assert encrypted.key_id == decrypted.unwrap().key_id
    assert (encrypted.key_id or "").endswith(f":key/{key_id}")


async def test_encryption_context(call: Call, key_id: str) -> None:
    """Decryption needs the same encryption context, in any order."""
    blob = await encrypt(call, key_id)
    context = dict(reversed(CONTEXT.items()))

    decrypted = await call(kms.Decrypt, ciphertext_blob=blob, encryption_context=context)

    assert TEXT == decrypted.unwrap().plaintext


@pytest.mark.parametrize("context", [None, {"order": "43", "tenant": "größer"}])
async def test_wrong_encryption_context(
    context: dict[str, str] | None, call: Call, key_id: str
) -> None:
    """Decryption with another encryption context fails."""
    blob = await encrypt(call, key_id)

    error = (await call(kms.Decrypt, ciphertext_blob=blob, encryption_context=context)).err

    assert isinstance(error, kms.InvalidCiphertextException)
    assert "Decrypt" == error.operation


@pytest.mark.parametrize("blob", [b"no ciphertext", bytes(200)])
async def test_no_ciphertext(blob: bytes, call: Call) -> None:
    """Bytes that are not a ciphertext are refused."""
    error = (await call(kms.Decrypt, ciphertext_blob=blob)).err

    assert isinstance(error, kms.InvalidCiphertextException | kms.AccessDeniedException)


async def test_botocore_decrypts_what_we_encrypted(
    call: Call, key_id: str, botocore_call: BotocoreCall
) -> None:
    """Botocore decrypts a ciphertext of this client."""
    blob = await encrypt(call, key_id)

    by_botocore = botocore_call("decrypt", CiphertextBlob=blob, EncryptionContext=CONTEXT)

    assert TEXT == by_botocore["Plaintext"]


async def test_we_decrypt_what_botocore_encrypted(
    call: Call, key_id: str, botocore_call: BotocoreCall
) -> None:
    """This client decrypts a ciphertext of botocore."""
    by_botocore = botocore_call("encrypt", KeyId=key_id, Plaintext=TEXT, EncryptionContext=CONTEXT)

    decrypted = await call(
        kms.Decrypt, ciphertext_blob=by_botocore["CiphertextBlob"], encryption_context=CONTEXT
    )

    assert TEXT == decrypted.unwrap().plaintext


async def test_largest_plaintext(call: Call, key_id: str) -> None:
    """A plaintext of 4,096 bytes with every value is encrypted and decrypted."""
    text = bytes(range(256)) * 16

    encrypted = (await call(kms.Encrypt, key_id=key_id, plaintext=text)).unwrap()
    decrypted = await call(kms.Decrypt, ciphertext_blob=encrypted.ciphertext_blob)

    assert text == decrypted.unwrap().plaintext


async def test_too_large_plaintext(call: Call, key_id: str) -> None:
    """A maximum that KMS may raise is left to KMS: the request is sent, and refused there."""
    error = (await call(kms.Encrypt, key_id=key_id, plaintext=bytes(4097))).err

    assert isinstance(error, kms.ValidationException)
    assert "less than or equal to 4096" in error.message


async def test_empty_plaintext(call: Call, key_id: str) -> None:
    """A request that KMS can never accept is not sent."""
    result = await call(kms.Encrypt, key_id=key_id, plaintext=b"")

    assert isinstance(result.err, kms.RequestValidationError)
    assert "plaintext" == result.err.member
    assert () == result.metadata.attempts


async def test_decrypt_with_another_key(call: Call, key_id: str, new_key: NewKey) -> None:
    """Decryption with another key fails; moto's error code differs from that of KMS."""
    encrypted = (await call(kms.Encrypt, key_id=key_id, plaintext=TEXT)).unwrap()

    result = await call(
        kms.Decrypt, ciphertext_blob=encrypted.ciphertext_blob, key_id=await new_key()
    )

    assert isinstance(result.err, kms.AccessDeniedException)


async def test_re_encrypt(call: Call, key_id: str, new_key: NewKey) -> None:
    """Re-encryption moves a ciphertext to another key and encryption context."""
    other = await new_key()

    moved = (
        await call(
            kms.ReEncrypt,
            ciphertext_blob=await encrypt(call, key_id),
            source_encryption_context=CONTEXT,
            destination_key_id=other,
            destination_encryption_context={"order": "43"},
        )
    ).unwrap()

    assert (moved.source_key_id or "").endswith(key_id)
    assert (moved.key_id or "").endswith(other)
    decrypted = await call(
        kms.Decrypt, ciphertext_blob=moved.ciphertext_blob, encryption_context={"order": "43"}
    )
    assert TEXT == decrypted.unwrap().plaintext


async def test_re_encrypt_with_the_wrong_context(call: Call, key_id: str) -> None:
    """Re-encryption without the encryption context fails."""
    error = (
        await call(
            kms.ReEncrypt,
            ciphertext_blob=await encrypt(call, key_id),
            destination_key_id=key_id,
        )
    ).err

    assert isinstance(error, kms.InvalidCiphertextException)
