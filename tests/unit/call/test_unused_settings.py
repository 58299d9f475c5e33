"""`check()` lists the sources of settings that take effect, and of no others."""

import ssl
from collections.abc import Mapping
from typing import Final

import httpx
import pytest

import smaws_kms as kms

CREDENTIALS: Final = kms.Credentials("AKIAIOSFODNN7EXAMPLE", "geheim")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_CA_BUNDLE", "/no/such/file")
    monkeypatch.setenv("AWS_DEFAULTS_MODE", "mobile")
    monkeypatch.setenv("AWS_RETRY_MODE", "adaptive")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "7")


def _client(
    *,
    ssl_context: ssl.SSLContext | None = None,
    http: kms.SyncHttpSource | None = None,
    timeout: kms.Timeout | float | None = None,
) -> kms.KMSClient:
    return kms.KMSClient(
        region="eu-west-1",
        credentials=CREDENTIALS,
        ssl_context=ssl_context,
        http=http,
        timeout=timeout,
    )


def _sources(client: kms.KMSClient) -> Mapping[str, str]:
    with client:
        return client.check().unwrap().sources


def test_roots_beside_a_context() -> None:
    """With `ssl_context`, the roots of the environment are neither listed nor loaded."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    assert "ca_bundle" not in _sources(_client(ssl_context=context))


@pytest.mark.parametrize("own", [httpx.Client, httpx.HTTPTransport])
def test_roots_beside_connections(own: type[httpx.Client | httpx.HTTPTransport]) -> None:
    """With a client or transport of the user's, the roots of the environment are not listed."""
    with own() as http:
        assert "ca_bundle" not in _sources(_client(http=http))


async def test_roots_beside_a_context_async() -> None:
    """The async client leaves out the same settings."""
    async with kms.AsyncKMSClient(
        region="eu-west-1",
        credentials=CREDENTIALS,
        ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        timeout=kms.Timeout(),
    ) as client:
        sources = (await client.check()).unwrap().sources

    assert not {"ca_bundle", "defaults mode"} & {*sources}


def test_roots_in_effect() -> None:
    """Without either, the roots are loaded, so that a wrong path is an error that names its source."""
    with _client() as client:
        error = client.check().err

    assert "AWS_CA_BUNDLE" in str(error)


@pytest.mark.parametrize(
    ("timeout", "listed"),
    [(None, True), (30.0, True), (kms.Timeout(), False), (kms.Timeout(connect=1.0), False)],
)
def test_defaults_mode(timeout: kms.Timeout | float | None, *, listed: bool) -> None:
    """A `Timeout` has a limit for connecting, which wins over that of the defaults mode."""
    client = _client(http=httpx.MockTransport(lambda _: httpx.Response(500)), timeout=timeout)

    assert listed is ("defaults mode" in _sources(client))


def test_derived_clients() -> None:
    """Derived clients share the configuration, and list what takes effect for their own timeout."""
    client = _client(http=httpx.MockTransport(lambda _: httpx.Response(500)))
    derived = client.with_options(timeout=kms.Timeout())
    again = derived.with_options(timeout=20.0)

    assert "defaults mode" not in derived.check().unwrap().sources
    assert "AWS_DEFAULTS_MODE" == again.check().unwrap().sources["defaults mode"]


def test_retry_argument() -> None:
    """A policy passed as argument replaces mode and attempts of the environment."""
    client = _client(http=httpx.MockTransport(lambda _: httpx.Response(500)))
    derived = client.with_options(retry=kms.RetryPolicy())
    found, changed = client.check().unwrap().sources, derived.check().unwrap().sources

    assert ("AWS_RETRY_MODE", "AWS_MAX_ATTEMPTS") == (found["retry mode"], found["max attempts"])
    assert not {"retry mode", "max attempts"} & {*changed}
    assert "the argument retry" == changed["retry"]
