"""The methods of a client take exactly the members of the request, by keyword."""

from collections.abc import Mapping
from typing import assert_type

import smaws_kms as kms


async def right(client: kms.AsyncKMSClient, context: Mapping[str, str]) -> None:
    """Give what is required, and what is not."""
    result = await client.encrypt(key_id="alias/orders", plaintext=b"x")
    assert_type(result, kms.Ok[kms.EncryptResponse] | kms.Err[kms.EncryptError])
    same: kms.Result[kms.EncryptResponse, kms.EncryptError] = result
    assert_type(same.unwrap(), kms.EncryptResponse)
    await client.encrypt(
        key_id="alias/orders",
        plaintext=b"x",
        encryption_context=context,
        grant_tokens=["token"],
        encryption_algorithm=kms.EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT,
        dry_run=False,
    )


async def wrong(client: kms.AsyncKMSClient) -> None:
    """Give a wrong type, too little, something unknown, or no keyword."""
    await client.encrypt(key_id=1, plaintext=b"x")  # E: mypy pyright
    await client.encrypt(key_id="a", plaintext="text")  # E: mypy pyright
    await client.encrypt(key_id="a")  # E: mypy pyright
    await client.encrypt(key_id="a", plaintext=b"x", key_spec=None)  # E: mypy pyright
    await client.encrypt("a", b"x")  # E: mypy pyright
    await client.encrypt(key_id="a", plaintext=b"x", encryption_context={"a": 1})  # E: mypy pyright
    await client.encript(key_id="a", plaintext=b"x")  # E: mypy pyright


def wrong_blocking(client: kms.KMSClient) -> None:
    """Do the same with a blocking client."""
    client.encrypt(key_id=1, plaintext=b"x").unwrap()  # E: mypy pyright
    client.encrypt(key_id="a").unwrap()  # E: mypy pyright
    client.encrypt(key_id="a", plaintext=b"x", key_spec=None).unwrap()  # E: mypy pyright
    client.list_keys(limit="1").unwrap()  # E: mypy pyright
    client.list_keys.items(limit="1")  # E: mypy pyright
    client.list_keys.pages(page=1)  # E: mypy pyright


async def awaited(client: kms.AsyncKMSClient) -> None:
    """Forget to await."""
    client.encrypt(key_id="a", plaintext=b"x").unwrap()  # E: mypy pyright


def constructed() -> None:
    """Give a client what it cannot use."""
    kms.KMSClient(region="eu-west-1", timeout=5, validate="full", use_fips=True)
    kms.AsyncKMSClient(credentials=credentials)
    kms.AsyncKMSClient(credentials=credentials_async)
    kms.KMSClient(credentials=credentials)
    kms.KMSClient(credentials=credentials_async)  # E: mypy pyright
    kms.KMSClient("eu-west-1")  # E: mypy pyright
    kms.KMSClient(region_name="eu-west-1")  # E: mypy pyright
    kms.KMSClient(validate="some")  # E: mypy pyright


def credentials() -> kms.Credentials:
    """Return made-up credentials."""
    return kms.Credentials("AKIDEXAMPLE", "secret")


async def credentials_async() -> kms.Credentials:
    """Return made-up credentials, later."""
    return credentials()
