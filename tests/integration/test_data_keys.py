"""Data keys and random bytes."""

import pytest

import smaws_kms as kms
from tests.integration.driving import BotocoreCall, Call

CONTEXT = {"file": "a.txt"}


@pytest.mark.parametrize(
    ("members", "length"),
    [
        ({"key_spec": kms.DataKeySpec.AES_128}, 16),
        ({"key_spec": kms.DataKeySpec.AES_256}, 32),
        ({"number_of_bytes": 24}, 24),
    ],
)
async def test_data_key(
    members: dict[str, object], length: int, call: Call, key_id: str, botocore_call: BotocoreCall
) -> None:
    """Both clients decrypt an encrypted data key to its plaintext."""
    made = await call(kms.GenerateDataKey, key_id=key_id, encryption_context=CONTEXT, **members)

    response = made.unwrap()
    assert length == len(response.plaintext)
    blob = response.ciphertext_blob
    opened = await call(kms.Decrypt, ciphertext_blob=blob, encryption_context=CONTEXT)
    assert response.plaintext == opened.unwrap().plaintext
    by_botocore = botocore_call("decrypt", CiphertextBlob=blob, EncryptionContext=CONTEXT)
    assert response.plaintext == by_botocore["Plaintext"]


async def test_data_key_without_plaintext(call: Call, key_id: str) -> None:
    """A data key can be generated without its plaintext."""
    made = await call(
        kms.GenerateDataKeyWithoutPlaintext, key_id=key_id, key_spec=kms.DataKeySpec.AES_256
    )

    opened = await call(kms.Decrypt, ciphertext_blob=made.unwrap().ciphertext_blob)
    assert 32 == len(opened.unwrap().plaintext)


async def test_data_key_without_a_size(call: Call, key_id: str) -> None:
    """The service refuses a request without a size, and its message says what is missing."""
    error = (await call(kms.GenerateDataKey, key_id=key_id)).err

    assert isinstance(error, kms.ValidationException)
    assert "Please specify either number of bytes or key spec." == error.message


async def test_data_keys_differ(call: Call, key_id: str) -> None:
    """No two data keys are the same."""
    made = [
        (await call(kms.GenerateDataKey, key_id=key_id, number_of_bytes=32)).unwrap().plaintext
        for _ in range(3)
    ]

    assert 3 == len(set(made))


async def test_repr_without_the_secret(call: Call, key_id: str) -> None:
    """The repr of a result does not show the data key."""
    made = await call(kms.GenerateDataKey, key_id=key_id, number_of_bytes=32)

    assert "plaintext=<redacted>" in repr(made)
    assert repr(made.unwrap().plaintext) not in repr(made)


@pytest.mark.parametrize("length", [1, 1024])
async def test_random(length: int, call: Call) -> None:
    """The response has the requested number of random bytes."""
    made = (await call(kms.GenerateRandom, number_of_bytes=length)).unwrap()

    assert length == len(made.plaintext)


async def test_no_random(call: Call) -> None:
    """A request for zero bytes is not sent."""
    result = await call(kms.GenerateRandom, number_of_bytes=0)

    assert isinstance(result.err, kms.RequestValidationError)
    assert "number_of_bytes" == result.err.member
