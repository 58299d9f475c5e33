"""Tests as users write them with their own mock transport, or httpx client with hooks."""

import json
from base64 import b64decode, b64encode
from typing import Final

import httpx

import smaws_kms as kms

CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG")


async def seal(client: kms.AsyncKMSClient, text: bytes) -> bytes:
    """Stand in for users' code on the async client."""
    return (await client.encrypt(key_id="alias/a", plaintext=text)).unwrap().ciphertext_blob


def seal_sync(client: kms.KMSClient, text: bytes) -> bytes:
    """Stand in for users' code on the blocking client."""
    return client.encrypt(key_id="alias/a", plaintext=text).unwrap().ciphertext_blob


def respond_to_encrypt(request: httpx.Request) -> httpx.Response:
    """Return a successful response to any `Encrypt`."""
    sealed = b64decode(json.loads(request.content)["Plaintext"])[::-1]
    return httpx.Response(200, json={"CiphertextBlob": b64encode(sealed).decode()})


async def test_mock_transport() -> None:
    """A mock transport with one response function works with both clients."""
    transport = httpx.MockTransport(respond_to_encrypt)

    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=transport
    ) as client:
        assert b"olleh" == await seal(client, b"hello")
    with kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=transport) as sync_client:
        assert b"olleh" == seal_sync(sync_client, b"hello")


async def test_own_client_with_event_hooks() -> None:
    """Hooks of the user's own client get each request and each response, and can read both."""
    seen: list[object] = []

    async def on_request(request: httpx.Request) -> None:
        seen.append(json.loads(await request.aread())["KeyId"])

    async def on_response(response: httpx.Response) -> None:
        seen.append(json.loads(await response.aread())["CiphertextBlob"])

    transport = httpx.MockTransport(respond_to_encrypt)
    async with (
        httpx.AsyncClient(
            transport=transport, event_hooks={"request": [on_request], "response": [on_response]}
        ) as own,
        kms.AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, http=own) as client,
    ):
        sealed = await seal(client, b"hello")

    assert b"olleh" == sealed
    assert ["alias/a", b64encode(b"olleh").decode()] == seen


def test_own_blocking_client_with_event_hooks() -> None:
    """Hooks of the user's own blocking client get each request and each response."""
    seen: list[object] = []

    def on_request(request: httpx.Request) -> None:
        seen.append(request.headers["x-amz-target"])

    def on_response(response: httpx.Response) -> None:
        seen.append(response.status_code)

    transport = httpx.MockTransport(respond_to_encrypt)
    with (
        httpx.Client(
            transport=transport, event_hooks={"request": [on_request], "response": [on_response]}
        ) as own,
        kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=own) as client,
    ):
        sealed = seal_sync(client, b"hello")

    assert b"olleh" == sealed
    assert ["TrentService.Encrypt", 200] == seen


async def test_own_client_with_settings_of_its_own() -> None:
    """Defaults of the user's client do not change a signed request, and no redirect is followed."""
    received: list[httpx.Request] = []

    def redirect(request: httpx.Request) -> httpx.Response:
        received.append(request)
        return httpx.Response(307, headers={"location": "https://elsewhere.example/"})

    async with (
        httpx.AsyncClient(
            transport=httpx.MockTransport(redirect),
            auth=("user", "password"),
            headers={"x-mine": "1", "accept": "text/html"},
            params={"page": "1"},
            base_url="https://elsewhere.example/",
            follow_redirects=True,
        ) as own,
        kms.AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, http=own) as client,
    ):
        result = await client.list_keys()

    assert isinstance(result.err, kms.UnmodeledServiceError)
    assert ["kms.eu-west-1.amazonaws.com"] == [request.url.host for request in received]
    assert received[0].headers["authorization"].startswith("AWS4-HMAC-SHA256 ")
    assert b"" == received[0].url.query
    assert {"x-mine", "accept"}.isdisjoint(received[0].headers)


async def test_own_client_stays_open() -> None:
    """A user's own client is never closed."""
    transport = httpx.MockTransport(respond_to_encrypt)
    async with httpx.AsyncClient(transport=transport) as own:
        for _ in range(2):
            async with kms.AsyncKMSClient(
                region="eu-west-1", credentials=CREDENTIALS, http=own
            ) as client:
                assert b"olleh" == await seal(client, b"hello")

        assert not own.is_closed
