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
    """A data key comes twice, and either client opens the encrypted one."""
    made = await call(kms.GenerateDataKey, key_id=key_id, encryption_context=CONTEXT, **members)

    response = made.unwrap()
    assert length == len(response.plaintext)
    blob = response.ciphertext_blob
    opened = await call(kms.Decrypt, ciphertext_blob=blob, encryption_context=CONTEXT)
    assert response.plaintext == opened.unwrap().plaintext
    answer = botocore_call("decrypt", CiphertextBlob=blob, EncryptionContext=CONTEXT)
    assert response.plaintext == answer["Plaintext"]


async def test_data_key_without_plaintext(call: Call, key_id: str) -> None:
    """An encrypted data key can be had alone."""
    made = await call(
        kms.GenerateDataKeyWithoutPlaintext, key_id=key_id, key_spec=kms.DataKeySpec.AES_256
    )

    opened = await call(kms.Decrypt, ciphertext_blob=made.unwrap().ciphertext_blob)
    assert 32 == len(opened.unwrap().plaintext)


async def test_data_key_of_no_size(call: Call, key_id: str) -> None:
    """The service says what is missing."""
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


async def test_secrets_do_not_show(call: Call, key_id: str) -> None:
    """Results print without the data key."""
    made = await call(kms.GenerateDataKey, key_id=key_id, number_of_bytes=32)

    assert "plaintext=<redacted>" in repr(made)
    assert repr(made.unwrap().plaintext) not in repr(made)


@pytest.mark.parametrize("length", [1, 1024])
async def test_random(length: int, call: Call) -> None:
    """Random bytes come in the number that was asked for."""
    made = (await call(kms.GenerateRandom, number_of_bytes=length)).unwrap()

    assert length == len(made.plaintext)


async def test_no_random(call: Call) -> None:
    """Zero bytes are not asked for."""
    result = await call(kms.GenerateRandom, number_of_bytes=0)

    assert isinstance(result.err, kms.RequestValidationError)
    assert "number_of_bytes" == result.err.member
