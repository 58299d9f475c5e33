"""`ssl_context`: TLS settings for the connections that a client opens itself."""

import os
import pickle
import ssl
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
import trio

import smaws_kms as kms
from smaws_kms import connections
from tests.forks import Child
from tests.unit.http.proxy_servers import http_proxy
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server, echo

CLIENTS: Final[list[Any]] = [kms.AsyncKMSClient, kms.KMSClient]
EMPTY: Final = kms.ListKeysResponse(keys=())

each_client = pytest.mark.parametrize("cls", CLIENTS)
both_engines = pytest.mark.parametrize("engine", ["on", "off"])


@pytest.fixture
def authority() -> Authority:
    """Return a private certificate authority."""
    return Authority()


@pytest.fixture
def context(authority: Authority) -> ssl.SSLContext:
    """Return a context that trusts only the private authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.vouch_to(context)
    return context


@pytest.fixture
def server(authority: Authority) -> Generator[Server]:
    """Serve empty lists of keys, with a certificate of the private authority."""
    with serving(echo, authority.server("localhost")) as started:
        yield started


def settings(url: str, context: ssl.SSLContext | None) -> dict[str, Any]:
    """Return constructor arguments for a call that is not retried."""
    return {
        "region": "eu-west-1",
        "credentials": kms.Credentials("AKIDEXAMPLE", "not a secret"),
        "retry": kms.RetryPolicy(mode="off"),
        "endpoint_url": url,
        "ssl_context": context,
    }


async def list_keys(url: str, context: ssl.SSLContext | None) -> list[object]:
    """Return the outcomes of an async and a blocking call."""
    async with kms.AsyncKMSClient(**settings(url, context)) as client:
        outcomes: list[object] = [(await client.list_keys()).outcome]
    with kms.KMSClient(**settings(url, context)) as blocking:
        outcomes.append(blocking.list_keys().outcome)
    return outcomes


@both_engines
async def test_trusts_a_private_authority(
    engine: str, server: Server, context: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calls succeed only with the context, on our connections and on httpx's transports."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", engine)

    trusted = await list_keys(server.url, context)
    untrusted = await list_keys(server.url, None)

    assert [EMPTY] * 2 == trusted
    assert [kms.ConnectError] * 2 == [type(outcome) for outcome in untrusted]


async def test_replaces_the_configured_roots(
    server: Server, context: ssl.SSLContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The context is used unchanged: `AWS_CA_BUNDLE` is not even read."""
    monkeypatch.setenv("AWS_CA_BUNDLE", str(tmp_path / "absent.pem"))

    assert [EMPTY] * 2 == await list_keys(server.url, context)
    assert [kms.ConfigurationError] * 2 == [
        type(outcome) for outcome in await list_keys(server.url, None)
    ]


def test_on_trio(server: Server, context: ssl.SSLContext) -> None:
    """The transports of httpx, which serve trio, use the context."""
    assert [EMPTY] * 2 == trio.run(list_keys, server.url, context)


@pytest.mark.parametrize("secured", [False, True])
async def test_through_a_proxy(
    *,
    secured: bool,
    server: Server,
    authority: Authority,
    context: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The context is for TLS with the endpoint and with an HTTPS proxy."""
    seen: list[str] = []
    tls = authority.server("localhost") if secured else None
    with serving(http_proxy(seen), tls) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        outcomes = await list_keys(server.url, context)

    assert [EMPTY] * 2 == outcomes
    assert [f"CONNECT {server.where} HTTP/1.1"] * 2 == seen


async def test_derived_clients_share_it(server: Server, context: ssl.SSLContext) -> None:
    """A derived client connects with the context of the client it comes from."""
    async with kms.AsyncKMSClient(**settings(server.url, context)) as client:
        derived = client.with_options(timeout=20.0)
        outcomes: list[object] = [(await derived.list_keys()).outcome]
    with kms.KMSClient(**settings(server.url, context)) as blocking:
        outcomes.append(blocking.with_options(region="eu-west-2").list_keys().outcome)

    assert [EMPTY] * 2 == outcomes


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_after_a_fork(server: Server, context: ssl.SSLContext) -> None:
    """A forked child connects with the context too."""
    with kms.KMSClient(**settings(server.url, context)) as client:
        client.list_keys().unwrap()
        child = Child(lambda: EMPTY == client.list_keys().outcome)

        assert child.is_fine()


@each_client
def test_not_together_with_http(cls: Any, context: ssl.SSLContext) -> None:
    """Connections passed as `http` have TLS settings already; the error names both arguments."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200))

    with pytest.raises(TypeError, match="ssl_context and http cannot be combined: configure TLS"):
        cls(ssl_context=context, http=transport)


@pytest.mark.parametrize("make", [*CLIENTS, connections.transport, connections.async_transport])
@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("roots.pem", r"ssl_context must be ssl\.SSLContext or None, not str"),
        (ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), "must be for the client side, as"),
    ],
    ids=["text", "server side"],
)
def test_not_a_client_context(make: Any, value: object, problem: str) -> None:
    """A value that cannot serve connections of a client is refused where it is passed."""
    with pytest.raises(TypeError, match=problem):
        make(ssl_context=value)


@each_client
def test_not_in_pickles(cls: Any, context: ssl.SSLContext) -> None:
    """Pickling names the argument, also for a derived client."""
    client = cls(ssl_context=context)
    for refused in (client, client.with_options(region="eu-west-2")):
        with pytest.raises(TypeError, match=rf"^{cls.__name__} cannot be pickled.*`ssl_context`"):
            pickle.dumps(refused)
