"""Clients in use: together, at the same time, with connections of the user's."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx

import smaws_kms as kms
from tests.integration.conftest import CREDENTIALS, REGION

TEXTS = [f"message {number}".encode() for number in range(20)]


async def test_at_the_same_time(client: kms.AsyncKMSClient) -> None:
    """Twenty calls at once get twenty answers, each to its own question."""
    key_id = (await client.create_key()).unwrap().key_metadata.key_id

    async def there_and_back(text: bytes) -> bytes | None:
        encrypted = (await client.encrypt(key_id=key_id, plaintext=text)).unwrap()
        decrypted = await client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)
        return decrypted.unwrap().plaintext

    assert TEXTS == await asyncio.gather(*map(there_and_back, TEXTS))


def test_from_several_threads(blocking_client: kms.KMSClient) -> None:
    """One blocking client serves several threads."""
    key_id = blocking_client.create_key().unwrap().key_metadata.key_id

    def there_and_back(text: bytes) -> bytes | None:
        encrypted = blocking_client.encrypt(key_id=key_id, plaintext=text).unwrap()
        decrypted = blocking_client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)
        return decrypted.unwrap().plaintext

    with ThreadPoolExecutor(4) as pool:
        assert TEXTS == list(pool.map(there_and_back, TEXTS))


async def test_one_encrypts_and_the_other_decrypts(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient
) -> None:
    """Async and blocking clients exchange values of the same types."""
    key = blocking_client.create_key().unwrap().key_metadata
    encrypted = (await client.encrypt(key_id=key.key_id, plaintext=b"text")).unwrap()

    decrypted = blocking_client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)

    assert b"text" == decrypted.unwrap().plaintext
    assert key == (await client.describe_key(key_id=key.key_id)).unwrap().key_metadata


async def test_httpx_client_of_the_user(endpoint: str) -> None:
    """An httpx client of the user's is used, hooks included, and left open."""
    seen: list[str] = []

    async def look(request: httpx.Request) -> None:  # httpx awaits its hooks
        seen.append(request.headers["x-amz-target"])

    async with httpx.AsyncClient(event_hooks={"request": [look]}) as http:
        async with kms.AsyncKMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client:
            (await client.list_keys()).unwrap()
        assert not http.is_closed

    assert ["TrentService.ListKeys"] == seen


def test_transport_of_the_user(endpoint: str) -> None:
    """A transport of the user's is used as well."""
    with (
        httpx.HTTPTransport() as http,
        kms.KMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client,
    ):
        assert kms.Ok(kms.ListKeysResponse()) == client.list_keys()


async def test_metadata(client: kms.AsyncKMSClient) -> None:
    """A result tells how the call went."""
    metadata = (await client.list_keys()).metadata

    assert metadata.request_id
    assert metadata.request_id == metadata.headers["x-amzn-requestid"]
    assert 200 == metadata.status_code
    assert 1 == len(metadata.attempts)


def test_server_that_is_not_there(unused_port: int) -> None:
    """Where nobody listens, nothing was sent."""
    with kms.KMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=f"http://127.0.0.1:{unused_port}"
    ) as client:
        error = client.list_keys().err

    assert isinstance(error, kms.ConnectError)
    assert "no" == error.sent
