"""Clients behind a proxy: calls, and their check before the first call."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http11.scripted_server import Server

CREDENTIALS = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")


@pytest.fixture
async def clients() -> AsyncGenerator[tuple[kms.AsyncKMSClient, kms.KMSClient]]:
    """Return both clients, with an endpoint that does not exist."""
    url = "https://127.0.0.1:1"
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, endpoint_url=url
    ) as client:
        with kms.KMSClient(
            region="eu-west-1", credentials=CREDENTIALS, endpoint_url=url
        ) as blocking_client:
            yield client, blocking_client


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("HTTPS_PROXY", "ftp://h:1", "HTTPS_PROXY: expected a proxy"),
        ("AWS_CA_BUNDLE", "/nowhere/a.pem", "AWS_CA_BUNDLE cannot be loaded: /nowhere/a.pem: No"),
        ("SSL_CERT_FILE", "/nowhere/a.pem", "SSL_CERT_FILE cannot be loaded: /nowhere/a.pem: No"),
        ("SSL_CERT_DIR", "/nowhere", "SSL_CERT_DIR cannot be loaded: /nowhere: No such file"),
        ("REQUESTS_CA_BUNDLE", "/nowhere/a", "REQUESTS_CA_BUNDLE cannot be loaded: /nowhere/a: No"),
    ],
)
@pytest.mark.parametrize("through", [None, "http://127.0.0.1:1"])
async def test_call_and_check(  # noqa: PLR0917 - parameters of pytest
    name: str,
    value: str,
    text: str,
    through: str | None,
    clients: tuple[kms.AsyncKMSClient, kms.KMSClient],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Calls and `check()` report the same errors of proxies and trust roots; nothing is sent."""
    if through is not None:
        monkeypatch.setenv("ALL_PROXY", through)
    monkeypatch.setenv(name, value)
    client, blocking_client = clients
    calls = [await client.list_keys(), blocking_client.list_keys()]
    checks = [await client.check(), blocking_client.check()]

    for result in (*calls, *checks):
        assert isinstance(result.err, kms.ConfigurationError)
        assert text in result.err.message
    assert [0, 0] == [len(result.metadata.attempts) for result in calls]


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:1", "socks5://127.0.0.1:1"])
@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "https://127.0.0.1:1"])
async def test_check_does_not_connect(
    proxy: str,
    url: str,
    clients: tuple[kms.AsyncKMSClient, kms.KMSClient],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`check()` connects neither to the endpoint nor to the proxy."""
    monkeypatch.setenv("ALL_PROXY", proxy)
    client, blocking_client = clients

    assert (await client.with_options(endpoint_url=url).check()).is_ok
    assert blocking_client.with_options(endpoint_url=url).check().is_ok


async def test_bundle_of_the_profile(
    secured: Server,
    bundle: Bundle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`ca_bundle` in the profile is trusted, and an error about a wrong path names that setting."""
    config = tmp_path / "config"
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    results: list[kms.Err[object] | object] = []
    for path in (bundle.path, str(tmp_path / "nowhere.pem")):
        config.write_text(f"[default]\nregion = eu-west-1\nca_bundle = {path}\n")
        with kms.KMSClient(credentials=CREDENTIALS, endpoint_url=secured.url) as client:
            results.append(client.list_keys().err)
        async with kms.AsyncKMSClient(credentials=CREDENTIALS, endpoint_url=secured.url) as other:
            results.append((await other.list_keys()).err)

    # The server echoes the request: no valid response of KMS, but it came over TLS.
    assert [False, False, True, True] == [isinstance(e, kms.ConfigurationError) for e in results]
    assert 2 == secured.accepted
    for error in results[2:]:
        assert "the trust roots of ca_bundle in the profile cannot be loaded: " in str(error)
        assert "nowhere.pem: No such file or directory" in str(error)
