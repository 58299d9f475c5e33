"""Operations as values: typed by request, response and errors."""

from typing import TypeVar, assert_type

import smaws_kms as kms


async def requested(client: kms.AsyncKMSClient) -> None:
    """The request's class is that of the operation."""
    request = kms.EncryptRequest(key_id="a", plaintext=b"x")
    result = await kms.Encrypt.request(client, request)
    assert_type(result, kms.Ok[kms.EncryptResponse] | kms.Err[kms.EncryptError])
    wrong = kms.DecryptRequest(ciphertext_blob=b"x")
    await kms.Encrypt.request(client, wrong)  # E: mypy pyright
    await kms.Encrypt.request(client, {"KeyId": "a"})  # E: mypy pyright
    await kms.Encrypt.request(client, key_id="a")  # E: mypy pyright


def requested_blocking(client: kms.KMSClient, other: kms.AsyncKMSClient) -> None:
    """So is the kind of client."""
    request = kms.DisableKeyRequest(key_id="a")
    result = kms.DisableKey.request_sync(client, request)
    assert_type(result, kms.Ok[None] | kms.Err[kms.DisableKeyError])
    kms.DisableKey.request_sync(other, request)  # E: mypy pyright
    kms.DisableKey.request_sync(client, kms.EnableKeyRequest(key_id="a"))  # E: mypy pyright


def facts() -> None:
    """What an operation says of itself is typed too."""
    assert_type(kms.Encrypt.name, str)
    assert_type(kms.Encrypt.input, type[kms.EncryptRequest])
    assert_type(kms.Encrypt.output, type[kms.EncryptResponse] | None)
    assert_type(kms.Encrypt.errors, tuple[type[kms.ServiceError], ...])


Request = TypeVar("Request")
Response = TypeVar("Response")
Error = TypeVar("Error")


async def generic(
    client: kms.AsyncKMSClient,
    operation: kms.Operation[Request, Response, Error],
    request: Request,
) -> Response | None:
    """Call any operation."""
    return (await operation.request(client, request)).ok


async def used(client: kms.AsyncKMSClient) -> None:
    """A function over all operations keeps their types."""
    response = await generic(client, kms.GetPublicKey, kms.GetPublicKeyRequest(key_id="a"))
    assert_type(response, kms.GetPublicKeyResponse | None)
    keys = await generic(client, kms.ListKeys, kms.ListKeysRequest())
    assert_type(keys, kms.ListKeysResponse | None)
