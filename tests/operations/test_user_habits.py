"""Tests as users write them for their own code: respx, httpx's mock transport, their own client.

These tests use only the public API; users' test suites rely on what they prove.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Iterator
from typing import Final

import httpx
import pytest
import respx

import smaws_kms as kms

URL: Final = "https://kms.eu-west-1.amazonaws.com/"
CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG")
ENCRYPTED: Final = {"CiphertextBlob": b64encode(b"sealed").decode(), "KeyId": "arn:of:key"}
NOT_FOUND: Final = {"__type": "NotFoundException", "message": "Alias alias/a is not found."}


async def seal(client: kms.AsyncKMSClient, text: bytes) -> bytes:
    """Stand in for users' code on the async client."""
    return (await client.encrypt(key_id="alias/a", plaintext=text)).unwrap().ciphertext_blob


def seal_sync(client: kms.KMSClient, text: bytes) -> bytes:
    """Stand in for users' code on the blocking client."""
    return client.encrypt(key_id="alias/a", plaintext=text).unwrap().ciphertext_blob


@pytest.fixture
async def client() -> AsyncIterator[kms.AsyncKMSClient]:
    """Yield an async client, as a user's conftest does."""
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, retry=kms.RetryPolicy(mode="off")
    ) as made:
        yield made


@pytest.fixture
def sync_client() -> Iterator[kms.KMSClient]:
    """Yield a blocking client, as a user's conftest does."""
    with kms.KMSClient(region="eu-west-1", credentials=CREDENTIALS) as made:
        yield made


@pytest.fixture(params=["httpx", "httpcore"])
def router(request: pytest.FixtureRequest) -> Iterator[respx.MockRouter]:
    """Yield a router of either kind; `httpcore` is respx's default."""
    with respx.mock(using=request.param) as made:
        yield made


def plaintext_of(request: httpx.Request) -> bytes:
    """Return the plaintext of a received `Encrypt`."""
    return b64decode(json.loads(request.content)["Plaintext"])


def requests_of(route: respx.Route) -> list[httpx.Request]:
    """Return every request of a route."""
    calls: list[respx.models.Call] = list(route.calls)
    return [call.request for call in calls]


async def test_respx_route(router: respx.MockRouter, client: kms.AsyncKMSClient) -> None:
    """A route is called once, with the body of the request."""
    route = router.post(URL).respond(json=ENCRYPTED)

    assert b"sealed" == await seal(client, b"hello")
    assert 1 == route.call_count
    assert b"hello" == plaintext_of(route.calls.last.request)


def test_respx_route_blocking(router: respx.MockRouter, sync_client: kms.KMSClient) -> None:
    """With the blocking client, too, a route is called once with the body of the request."""
    route = router.post(URL).respond(json=ENCRYPTED)

    assert b"sealed" == seal_sync(sync_client, b"hello")
    assert 1 == route.call_count
    assert b"hello" == plaintext_of(route.calls.last.request)


async def test_respx_route_for_each_operation(
    router: respx.MockRouter, client: kms.AsyncKMSClient
) -> None:
    """Routes distinguish operations by their header, because each is a POST to the same URL."""
    encrypt = router.post(URL, headers={"X-Amz-Target": "TrentService.Encrypt"})
    encrypt.respond(json=ENCRYPTED)
    disable = router.post(
        URL, headers={"X-Amz-Target": "TrentService.DisableKey"}, json={"KeyId": "k"}
    )
    disable.respond(200)

    (await client.disable_key(key_id="k")).unwrap()

    assert b"sealed" == await seal(client, b"hello")
    assert (1, 1) == (encrypt.call_count, disable.call_count)


def test_respx_sequence_of_responses(router: respx.MockRouter, sync_client: kms.KMSClient) -> None:
    """A list of side effects has one response for each call."""
    responses = [httpx.Response(400, json=NOT_FOUND), httpx.Response(200, json=ENCRYPTED)]
    route = router.post(URL).mock(side_effect=responses)

    first = sync_client.encrypt(key_id="alias/a", plaintext=b"one")
    second = sync_client.encrypt(key_id="alias/a", plaintext=b"two")

    assert isinstance(first.err, kms.NotFoundException)
    assert second.is_ok
    assert [b"one", b"two"] == [plaintext_of(request) for request in requests_of(route)]


async def test_respx_failures(router: respx.MockRouter, client: kms.AsyncKMSClient) -> None:
    """Exceptions of httpx as side effects become the package's errors."""
    router.post(URL).mock(side_effect=[httpx.ConnectError("refused"), httpx.ReadTimeout("slow")])

    refused = await client.list_keys()
    slow = await client.list_keys()

    assert isinstance(refused.err, kms.ConnectError)
    assert isinstance(slow.err, kms.AttemptTimeoutError)


async def test_respx_unexpected_request(
    router: respx.MockRouter, client: kms.AsyncKMSClient
) -> None:
    """A request without a route raises an `AssertionError` instead of returning an `Err`."""
    route = router.post(URL, headers={"X-Amz-Target": "TrentService.Encrypt"})
    route.respond(json=ENCRYPTED)

    with pytest.raises(AssertionError, match="not mocked"):
        await client.list_keys()

    assert not route.called
    assert b"sealed" == await seal(client, b"hello")


@respx.mock
async def test_respx_decorator(client: kms.AsyncKMSClient) -> None:
    """The decorator of respx and its global routes work."""
    respx.post(host="kms.eu-west-1.amazonaws.com").respond(json=ENCRYPTED)

    assert b"sealed" == await seal(client, b"hello")
    assert 1 == respx.calls.call_count


def test_respx_fixture(respx_mock: respx.MockRouter, sync_client: kms.KMSClient) -> None:
    """The fixture that comes with respx works."""
    respx_mock.post(URL).respond(json=ENCRYPTED)

    assert b"sealed" == seal_sync(sync_client, b"hello")


async def test_respx_handler_as_transport() -> None:
    """A router's handler serves as transport, without patching anything."""
    router = respx.Router()
    router.post(URL).respond(json=ENCRYPTED)
    transport = httpx.MockTransport(router.async_handler)

    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=transport
    ) as client:
        assert b"sealed" == await seal(client, b"hello")
