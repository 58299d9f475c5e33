"""Clients in use: concurrently, together, and with httpx clients of the user."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx

import smaws_kms as kms
from tests.integration.conftest import CREDENTIALS, REGION

TEXTS = [f"message {number}".encode() for number in range(20)]


async def test_concurrent_calls(client: kms.AsyncKMSClient) -> None:
    """Each of twenty concurrent calls gets the response to its own request."""
    key_id = (await client.create_key()).unwrap().key_metadata.key_id

    async def round_trip(text: bytes) -> bytes | None:
        encrypted = (await client.encrypt(key_id=key_id, plaintext=text)).unwrap()
        decrypted = await client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)
        return decrypted.unwrap().plaintext

    assert TEXTS == await asyncio.gather(*map(round_trip, TEXTS))


def test_from_several_threads(blocking_client: kms.KMSClient) -> None:
    """One blocking client serves several threads."""
    key_id = blocking_client.create_key().unwrap().key_metadata.key_id

    def round_trip(text: bytes) -> bytes | None:
        encrypted = blocking_client.encrypt(key_id=key_id, plaintext=text).unwrap()
        decrypted = blocking_client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)
        return decrypted.unwrap().plaintext

    with ThreadPoolExecutor(4) as pool:
        assert TEXTS == list(pool.map(round_trip, TEXTS))


async def test_async_and_blocking_client_together(
    client: kms.AsyncKMSClient, blocking_client: kms.KMSClient
) -> None:
    """Async and blocking clients exchange values of the same types."""
    key = blocking_client.create_key().unwrap().key_metadata
    encrypted = (await client.encrypt(key_id=key.key_id, plaintext=b"text")).unwrap()

    decrypted = blocking_client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)

    assert b"text" == decrypted.unwrap().plaintext
    assert key == (await client.describe_key(key_id=key.key_id)).unwrap().key_metadata


async def test_httpx_client_of_the_user(endpoint: str) -> None:
    """A user's httpx client is used with its hooks, and left open."""
    seen: list[str] = []

    async def record(request: httpx.Request) -> None:  # httpx awaits its hooks
        seen.append(request.headers["x-amz-target"])

    async with httpx.AsyncClient(event_hooks={"request": [record]}) as http:
        async with kms.AsyncKMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client:
            (await client.list_keys()).unwrap()
        assert not http.is_closed

    assert ["TrentService.ListKeys"] == seen


def test_transport_of_the_user(endpoint: str) -> None:
    """A user's httpx transport is used."""
    with (
        httpx.HTTPTransport() as http,
        kms.KMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client,
    ):
        assert kms.Ok(kms.ListKeysResponse()) == client.list_keys()


async def test_metadata(client: kms.AsyncKMSClient) -> None:
    """A result has the request ID, the headers, the status and the attempts."""
    metadata = (await client.list_keys()).metadata

    assert metadata.request_id
    assert metadata.request_id == metadata.headers["x-amzn-requestid"]
    assert 200 == metadata.status_code
    assert 1 == len(metadata.attempts)


def test_refused_connection(unused_port: int) -> None:
    """After a refused connection, the error says that nothing was sent."""
    with kms.KMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=f"http://127.0.0.1:{unused_port}"
    ) as client:
        error = client.list_keys().err

    assert isinstance(error, kms.ConnectError)
    assert "no" == error.sent
