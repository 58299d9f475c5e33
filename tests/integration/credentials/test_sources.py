"""Every source of credentials: first calls, refreshes, and failures."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

import smaws_kms as kms
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.providers import CredentialProviders
from tests.integration.credentials.peers import SECRET, Peer
from tests.integration.credentials.sources import CredentialSource, Program

# A limit for slow machines that tests never wait for.
TIMEOUT = 120.0


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_first_call(source: CredentialSource, service: Peer) -> None:
    """A call is signed with the credentials of the source, and the next call uses the cache."""
    async with kms.AsyncKMSClient() as client:
        (await client.list_keys()).unwrap()
        sent = len(source.peer.requests)
        (await client.list_keys()).unwrap()

    first, second = service.requests
    assert first.signed_by.startswith(source.prefix)
    assert first.signed_by == second.signed_by
    assert first.headers["x-amz-security-token"]
    assert sent == len(source.peer.requests)


def test_first_blocking_call(source: CredentialSource, service: Peer) -> None:
    """The blocking client does the same."""
    with kms.KMSClient() as client:
        client.list_keys().unwrap()

    (request,) = service.requests
    assert request.signed_by.startswith(source.prefix)


def new_resolver() -> CredentialResolver:
    """Return a resolver, for which the test sets the time."""
    return CredentialResolver(CredentialProviders(blocking=True))


def fetched(resolver: CredentialResolver, now: datetime) -> kms.Credentials:
    """Return credentials, and check that they have an expiry time."""
    found = resolver.fetch(now, region="eu-west-1", timeout=TIMEOUT)

    assert isinstance(found, kms.Credentials)
    assert found.expires_at is not None
    return found


def test_expiry(source: CredentialSource) -> None:
    """Expired credentials are refreshed, and all have a source and an expiry time."""
    resolver, now = new_resolver(), datetime.now(UTC)
    first = fetched(resolver, now)
    assert first.expires_at is not None

    second = fetched(resolver, first.expires_at)

    assert first.access_key_id != second.access_key_id
    assert source.name == first.source == second.source
    assert timedelta(minutes=59) < first.expires_at - now < timedelta(minutes=61)


def test_failure_ahead_of_expiry(source: CredentialSource) -> None:
    """While credentials are valid, a failed refresh does not fail calls."""
    resolver = new_resolver()
    first = fetched(resolver, datetime.now(UTC))
    assert first.expires_at is not None
    source.failing = True
    nearly = first.expires_at - timedelta(seconds=30)

    assert first == fetched(resolver, nearly)
    assert first == resolver.cached(nearly)


def test_failure(source: CredentialSource, service: Peer, caplog: pytest.LogCaptureFixture) -> None:
    """A source that fails is an error with the reason and without secrets."""
    caplog.set_level(logging.DEBUG, "smaws_kms")
    source.failing = True

    with kms.KMSClient() as client:
        error = client.list_keys().err

    assert isinstance(error, kms.CredentialsError)
    assert source.error_text in str(error)
    assert SECRET not in f"{error!r} {error.__dict__} {caplog.text}"
    assert [] == service.requests


def test_unreachable_source(source: CredentialSource, program: Program, service: Peer) -> None:
    """A source that does not respond is an error too."""
    program.set(AWS_MAX_ATTEMPTS="1")
    source.peer.close()

    with kms.KMSClient() as client:
        error = client.list_keys().err

    assert isinstance(error, kms.CredentialsError)
    assert SECRET not in f"{error!r} {error.__dict__}"
    assert [] == service.requests
