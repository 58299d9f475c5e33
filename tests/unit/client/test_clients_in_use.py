"""Clients in use: derived clients, headers, timeouts and closing."""

from typing import Any

import httpx
import pytest

import smaws_kms as kms
from smaws_kms import AsyncKMSClient, Credentials, KMSClient
from tests.unit.http.http_fakes import Server

CREDENTIALS = Credentials("AKIDEXAMPLE", "secret")


def client_of(server: Server, **options: Any) -> KMSClient:
    """Return a blocking client of a server."""
    return KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=server, **options)


def test_timeout() -> None:
    """A number limits the whole call, and zero expires at once."""
    error = client_of(Server(), timeout=0).disable_key(key_id="k").err

    assert isinstance(error, kms.DeadlineExceededError)
    assert "no" == error.sent


def test_with_options_shares() -> None:
    """A derived client has the changed options, and shares connections and credentials."""
    server = Server()
    calls: list[int] = []

    def fetch() -> Credentials:
        calls.append(1)
        return CREDENTIALS

    client = KMSClient(
        region="eu-west-1", credentials=fetch, http=server, headers={"X-A": "1"}, app_id="shop"
    )
    other = client.with_options(region="eu-west-2", headers={"X-B": "2"})
    for each in (client, other, other.with_options(region="eu-west-3")):
        each.disable_key(key_id="k").unwrap()

    assert [1] == calls
    assert ["kms.eu-west-1", "kms.eu-west-2", "kms.eu-west-3"] == [
        request.url.host.removesuffix(".amazonaws.com") for request in server.requests
    ]
    assert [("1", None), (None, "2"), (None, "2")] == [
        (request.headers.get("x-a"), request.headers.get("x-b")) for request in server.requests
    ]
    assert all("app/shop" in request.headers["user-agent"] for request in server.requests)


def test_with_options_finds_settings_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A derived client with the same settings does not resolve them again."""
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    server = Server()
    client = KMSClient(credentials=CREDENTIALS, http=server)
    client.disable_key(key_id="k").unwrap()
    monkeypatch.setenv("AWS_REGION", "eu-west-2")
    client.with_options(timeout=5.0, validate="full").disable_key(key_id="k").unwrap()
    client.with_options(app_id="shop").disable_key(key_id="k").unwrap()

    assert ["kms.eu-west-1", "kms.eu-west-1", "kms.eu-west-2"] == [
        request.url.host.removesuffix(".amazonaws.com") for request in server.requests
    ]


def test_headers_are_copied() -> None:
    """Later changes to the caller's mapping do not affect the client."""
    server, headers = Server(), {"X-A": "1"}
    client = client_of(server, headers=headers)
    headers["X-A"] = "2"
    client.disable_key(key_id="k").unwrap()

    assert "1" == server.requests[0].headers["x-a"]


def test_headers_that_differ_in_case() -> None:
    """Two headers that differ only in case are refused."""
    error = client_of(Server(), headers={"X-A": "1", "x-a": "2"}).disable_key(key_id="k").err

    assert isinstance(error, kms.ConfigurationError)
    assert "headers: two names differ in upper and lower case only" == error.message


def test_closing() -> None:
    """A closed client and its derived clients refuse calls; closing a derived one does nothing."""
    client = client_of(Server())
    derived = client.with_options(region="eu-west-2")

    with derived as entered:
        assert entered is derived
    derived.close()
    assert client.disable_key(key_id="k").is_ok
    with client:
        pass
    client.close()
    for closed in (client, derived, client.with_options(region="eu-west-3")):
        with pytest.raises(RuntimeError, match="KMSClient is closed"):
            closed.disable_key(key_id="k")
        with pytest.raises(RuntimeError, match="KMSClient is closed"), closed:
            pass


async def test_async_closing() -> None:
    """The async client closes like the blocking one."""
    client = AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, http=Server())
    derived = client.with_options(region="eu-west-2")

    async with derived as entered:
        assert entered is derived
    assert (await client.disable_key(key_id="k")).is_ok
    async with client:
        pass
    await client.aclose()
    for closed in (client, derived):
        with pytest.raises(RuntimeError, match="AsyncKMSClient is closed"):
            await closed.disable_key(key_id="k")
        with pytest.raises(RuntimeError, match="AsyncKMSClient is closed"):
            await closed.__aenter__()


async def test_user_client_stays_open() -> None:
    """The client never closes what was passed as `http`."""
    http, async_http = httpx.Client(transport=Server()), httpx.AsyncClient(transport=Server())
    with KMSClient(region="eu-west-1", credentials=CREDENTIALS, http=http) as client:
        client.disable_key(key_id="k").unwrap()
    async with AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=async_http
    ) as async_client:
        (await async_client.disable_key(key_id="k")).unwrap()

    assert (False, False) == (http.is_closed, async_http.is_closed)
