"""A client's credentials in blocking calls, with threads."""

import asyncio
import gc
import threading
from collections.abc import Awaitable
from datetime import timedelta

import pytest
from attrs import evolve

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import FOR_GOOD, NOON, Provider, credentials, source


def test_explicit() -> None:
    """Explicit credentials are available at once and never refreshed."""
    src = source(credentials(1))

    assert credentials(1) == src.cached(NOON + timedelta(days=1)) == src.fetch(NOON)
    assert not src.invalidate(credentials(1))
    assert credentials(1) == src.cached(NOON)


def test_malformed_explicit() -> None:
    """Malformed explicit credentials are an error of every call."""
    src = source(Credentials("AKID", "geheim\n"))

    first, second = src.fetch(NOON), src.fetch(NOON)

    assert src.cached(NOON) is None
    assert isinstance(first, CredentialsError)
    assert str(first) == str(second)
    assert first is not second
    assert "geheim" not in str(first)


def test_function() -> None:
    """A function is called once, and its credentials are cached."""
    provider = Provider()
    src = source(provider)

    assert src.cached(NOON) is None
    assert credentials(1) == src.fetch(NOON) == src.cached(NOON) == src.fetch(NOON)
    assert 1 == provider.calls


def test_function_is_called_on_a_daemon_thread() -> None:
    """The function may block, so it does not run in the calling thread."""
    threads: list[threading.Thread] = []

    def provide() -> Credentials:
        threads.append(threading.current_thread())
        return FOR_GOOD

    source(provide).fetch(NOON)

    assert threads[0] is not threading.current_thread()
    assert threads[0].daemon


def test_environment() -> None:
    """Without an argument, credentials in the environment are used without botocore."""

    def no_chain(_profile: str | None, _region: str | None) -> Outcome:
        raise AssertionError("botocore was used")

    environ = {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "geheim"}

    assert FOR_GOOD == source(environ=environ, find_in_chain=no_chain).fetch(NOON)


@pytest.mark.parametrize(
    ("profile", "environ"),
    [
        (None, {}),
        (None, {"AWS_ACCESS_KEY_ID": "ENV"}),
        ("orders", {"AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "geheim"}),
    ],
)
def test_chain(profile: str | None, environ: dict[str, str]) -> None:
    """Otherwise botocore's chain runs, with the argument `profile` and the client's Region."""
    calls: list[tuple[str | None, str | None]] = []

    def chain(profile: str | None, region: str | None) -> Outcome:
        calls.append((profile, region))
        return FOR_GOOD

    src = source(profile=profile, environ=environ, find_in_chain=chain)

    assert FOR_GOOD == src.fetch(NOON, region="eu-west-1")
    assert [(profile, "eu-west-1")] == calls


def test_awaitable_in_the_blocking_client() -> None:
    """A function that returns an awaitable is an error, and its coroutine is closed."""

    def provide() -> Awaitable[Credentials]:
        return asyncio.sleep(0, FOR_GOOD)

    outcome = source(provide).fetch(NOON)
    gc.collect()

    assert isinstance(outcome, CredentialsError)
    assert "provide returned an awaitable" in outcome.message


@pytest.mark.parametrize(
    ("src", "text"),
    [
        (source(FOR_GOOD), "<CredentialResolver: the argument credentials>"),
        (source(Provider()), "<CredentialResolver: the function Provider>"),
        (source(profile="orders"), "<CredentialResolver: the profile 'orders'>"),
        (source(), "<CredentialResolver: the environment, else botocore's chain>"),
    ],
)
def test_repr(src: CredentialResolver, text: str) -> None:
    """The repr names the provider and shows no credentials."""
    assert text == repr(src)


@pytest.mark.parametrize(
    ("src", "where"),
    [
        (source(FOR_GOOD), "the argument credentials"),
        (source(Provider()), "the function Provider"),
        (source(lambda: evolve(FOR_GOOD, source="the vault")), "the vault"),
        (
            source(environ={"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "geheim"}),
            "the environment",
        ),
        (source(), "botocore"),
    ],
)
def test_source_of_credentials(src: CredentialResolver, where: str) -> None:
    """`source` of credentials is kept, and otherwise names the provider."""
    found = src.fetch(NOON)

    assert isinstance(found, Credentials)
    assert where == found.source


def test_argument_is_kept() -> None:
    """The client arguments stay available."""
    provider = Provider()

    assert provider is source(provider).providers.argument
    assert "orders" == source(profile="orders").providers.profile
