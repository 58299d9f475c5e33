"""What members take and what they are."""

from collections.abc import Mapping
from datetime import datetime
from typing import assert_type

import smaws_kms as kms


def always_present(
    encrypted: kms.EncryptResponse,
    created: kms.CreateKeyResponse,
    signed: kms.SignResponse,
    verified: kms.VerifyResponse,
    keys: kms.ListKeysResponse,
) -> None:
    """What an operation exists for is never `None`."""
    assert_type(encrypted.ciphertext_blob, bytes)
    assert_type(created.key_metadata, kms.KeyMetadata)
    assert_type(created.key_metadata.key_id, str)
    assert_type(signed.signature, bytes)
    assert_type(signed.key_id, str)
    assert_type(verified.signature_valid, bool)
    assert_type(keys.keys, tuple[kms.KeyListEntry, ...])
    assert_type(keys.truncated, bool)


def optional(
    decrypted: kms.DecryptResponse, metadata: kms.KeyMetadata, listed: kms.ListKeysResponse
) -> None:
    """Everything else may be `None`, and that has to be dealt with."""
    assert_type(decrypted.ciphertext_for_recipient, bytes | None)
    assert_type(metadata.deletion_date, datetime | None)
    assert_type(listed.next_marker, str | None)
    decrypted.ciphertext_for_recipient.hex()  # E: mypy pyright
    metadata.deletion_date.isoformat()  # E: mypy pyright


def requests() -> None:
    """Blobs take anything like bytes and hold bytes, lists take a sequence and hold a tuple."""
    request = kms.EncryptRequest(key_id="a", plaintext=bytearray(b"x"), grant_tokens=["token"])
    assert_type(request.plaintext, bytes)
    assert_type(request.grant_tokens, tuple[str, ...] | None)
    assert_type(request.encryption_context, Mapping[str, str] | None)
    kms.EncryptRequest(key_id="a", plaintext=memoryview(b"x"), grant_tokens=("token",))
    kms.EncryptRequest(key_id="a", plaintext="text")  # E: mypy pyright
    kms.EncryptRequest(key_id="a", plaintext=b"x", grant_tokens=[1])  # E: mypy pyright
    kms.EncryptRequest(key_id="a")  # E: mypy pyright
    kms.EncryptRequest(key_id="a", plaintext=b"x", key_spec=None)  # E: mypy pyright


def structures(client: kms.KMSClient) -> None:
    """Lists of structures and of enums take lists too."""
    client.create_key(tags=[kms.Tag(tag_key="team", tag_value="orders")]).unwrap()
    client.create_key(tags=[("team", "orders")]).unwrap()  # E: mypy pyright
    granted = kms.CreateGrantRequest(
        key_id="a", grantee_principal="arn", operations=[kms.GrantOperation.Decrypt]
    )
    assert_type(granted.operations, tuple[kms.GrantOperation | kms.UnknownValue, ...])


def frozen(request: kms.EncryptRequest) -> None:
    """Shapes do not change."""
    request.key_id = "b"  # E: mypy pyright


def blobs(client: kms.KMSClient, view: memoryview, array: bytearray) -> None:
    """The everyday form takes what the request takes."""
    client.encrypt(key_id="a", plaintext=view).unwrap()
    client.encrypt(key_id="a", plaintext=array, grant_tokens=("token",)).unwrap()


def wire(response: kms.EncryptResponse) -> None:
    """Shapes go to wire JSON and back, typed."""
    data = kms.to_wire(response)
    assert_type(data, dict[str, object])
    assert_type(kms.from_wire(kms.EncryptResponse, data), kms.EncryptResponse)
