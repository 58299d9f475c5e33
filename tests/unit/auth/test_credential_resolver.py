"""A client's credentials in blocking calls, with threads."""

import asyncio
import gc
import threading
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from attrs import evolve

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.auth.providers import FindCredentials
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import (
    FOR_GOOD,
    NOON,
    ONE,
    SOON,
    Later,
    Provider,
    credentials,
    find_for_good,
    source,
)


def filled(
    provider: CredentialsArgument, later: Later, find_in_chain: FindCredentials = find_for_good
) -> CredentialResolver:
    """Return a resolver that got its first credentials at noon."""
    src = source(provider, in_background=later, find_in_chain=find_in_chain)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)
    later.now()
    return src


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


def test_chain_is_refreshed() -> None:
    """Keys without an expiry time may be replaced, so the chain runs again in the background."""
    answers: list[Outcome] = [FOR_GOOD, CredentialsError("gone for a while"), credentials(1)]
    later = Later()
    src = filled(None, later, lambda _profile, _region: answers.pop(0))
    quarter = timedelta(minutes=15)

    assert FOR_GOOD == src.cached(NOON + quarter - timedelta(seconds=1))
    for times in (1, 2):
        assert FOR_GOOD == src.fetch(NOON + times * quarter)
        later.now()
    assert credentials(1) == src.cached(NOON + 2 * quarter)


def test_function_without_expiry_is_not_refreshed() -> None:
    """Credentials without an expiry time from a function are kept forever."""
    src = source(lambda: FOR_GOOD)
    src.fetch(NOON)

    assert FOR_GOOD == src.cached(NOON + timedelta(days=1000))


def test_failures() -> None:
    """Each caller gets its own error, and the next call starts another refresh."""
    provider = Provider()
    provider.failing = True
    src = source(provider)

    first, second = src.fetch(NOON), src.fetch(NOON)

    assert isinstance(first, CredentialsError)
    assert isinstance(second, CredentialsError)
    assert (
        "Provider failed: OSError: geheim: the vault is sealed" == first.message == second.message
    )
    assert first is not second
    assert 2 == provider.calls


def test_failure_of_the_chain() -> None:
    """An unexpected exception is an error without its text, and callers do not hang."""

    def chain(_profile: str | None, _region: str | None) -> Outcome:
        raise SystemExit("what was that")

    outcome = source(find_in_chain=chain).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert "the environment, else botocore's chain: unexpected SystemExit" == outcome.message


def test_malformed_credentials_of_the_chain() -> None:
    """Credentials from botocore are checked like all others."""
    broken = Credentials("AKID", "geheim", "zeichen\n")

    outcome = source(find_in_chain=lambda _profile, _region: broken).fetch(NOON)

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.startswith("botocore: session_token holds a line break")


def test_awaitable_in_the_blocking_client() -> None:
    """A function that returns an awaitable is an error, and its coroutine is closed."""

    def provide() -> Awaitable[Credentials]:
        return asyncio.sleep(0, FOR_GOOD)

    outcome = source(provide).fetch(NOON)
    gc.collect()

    assert isinstance(outcome, CredentialsError)
    assert "provide returned an awaitable" in outcome.message


def test_advisory_window() -> None:
    """In the advisory window, calls use the current credentials while one thread refreshes them."""
    provider, later = Provider(), Later()
    src = filled(provider, later)
    late = ONE - timedelta(minutes=5)

    assert [credentials(1)] * 10 == [src.fetch(late) for _ in range(10)]
    later.now()

    assert credentials(2) == src.cached(late)
    assert 2 == provider.calls


def test_mandatory_window() -> None:
    """In the mandatory window, calls wait for new credentials."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)

    assert credentials(2) == src.fetch(ONE - timedelta(minutes=1))


def test_failure_in_the_background(caplog: pytest.LogCaptureFixture) -> None:
    """A failed refresh of valid credentials logs one line, without the provider's text."""
    provider, later = Provider(), Later()
    src = filled(provider, later)
    provider.failing = True
    late = ONE - timedelta(minutes=5)

    assert credentials(1) == src.fetch(late)
    later.now()

    assert credentials(1) == src.cached(late)
    (record,) = caplog.records
    assert ("smaws_kms", "WARNING") == (record.name, record.levelname)
    assert (
        "the function Provider failed; calls keep using credentials that expire at "
        "2030-01-01 13:00:00+00:00"
    ) == record.getMessage()


def test_failure_after_expiry() -> None:
    """After expiry, callers get the error of a failed refresh."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)
    provider.failing = True

    assert credentials(1) == src.fetch(ONE - timedelta(seconds=30))
    assert isinstance(src.fetch(ONE), CredentialsError)


def test_invalidate() -> None:
    """Rejected credentials are refreshed once."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)

    assert src.invalidate(credentials(1))
    assert credentials(2) == src.fetch(NOON)
    assert src.invalidate(credentials(1))
    assert credentials(2) == src.fetch(NOON)


def test_fifty_threads() -> None:
    """Fifty waiting threads share one call of the function."""
    provider = Provider(ready=False)
    src = source(provider)
    together = threading.Barrier(51)

    def fetch() -> Outcome:
        together.wait(SOON)
        return src.fetch(NOON)

    with ThreadPoolExecutor(50) as threads:
        fetched = [threads.submit(fetch) for _ in range(50)]
        together.wait(SOON)
        assert provider.started.acquire(timeout=SOON)
        provider.go_on.release()
        outcomes = [future.result(SOON) for future in fetched]

    assert [credentials(1)] * 50 == outcomes
    assert 1 == provider.calls


def test_timeout() -> None:
    """A caller that times out does not stop the refresh for the others."""
    provider = Provider(ready=False)
    src = source(provider)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)

    provider.go_on.release()

    assert credentials(1) == src.fetch(NOON, timeout=SOON)
    assert 1 == provider.calls


def test_hanging_function() -> None:
    """A function that hangs for minutes is called again, and all callers get that result."""
    provider = Provider(ready=False)
    src = source(provider)
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(src.fetch, NOON)
        assert provider.started.acquire(timeout=SOON)
        with pytest.raises(TimeoutError):
            src.fetch(NOON + timedelta(minutes=2), timeout=0)
        assert provider.started.acquire(timeout=SOON)

        provider.go_on.release(2)

        assert isinstance(first.result(SOON), Credentials)
    assert 2 == provider.calls


def test_early_refresh_never_runs_here() -> None:
    """A caller with valid credentials does not run the provider in its own thread."""
    later = Later()
    src = source(Provider(), in_background=later)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)
    first = later.or_here
    later.now()

    src.fetch(NOON + timedelta(minutes=56))

    assert (True, False) == (first, later.or_here)


FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "expires_at",
    [
        FIRST,
        LAST,
        FIRST.replace(tzinfo=timezone(timedelta(hours=23, minutes=59))),
        LAST.replace(tzinfo=timezone(-timedelta(hours=23, minutes=59))),
        NOON.replace(tzinfo=timezone(timedelta(seconds=1))),
        NOON - timedelta(days=3650),
    ],
)
@pytest.mark.parametrize("now", [NOON, FIRST, LAST])
def test_times_at_the_ends_of_the_calendar(expires_at: datetime, now: datetime) -> None:
    """Extreme expiry times and clocks do not break the windows."""
    given = evolve(FOR_GOOD, expires_at=expires_at)
    src = source(lambda: given)

    for _ in range(2):
        found = src.fetch(now, timeout=SOON)
        assert isinstance(found, Credentials)
        assert FOR_GOOD.access_key_id == found.access_key_id


def test_credentials_that_stay_expired() -> None:
    """A function that keeps returning expired credentials is not called by every call."""
    calls: list[None] = []

    def provide() -> Credentials:
        calls.append(None)
        return evolve(FOR_GOOD, expires_at=NOON - timedelta(days=1))

    src = source(provide)
    for second in range(31):
        src.fetch(NOON + timedelta(seconds=second))

    assert 3 == len(calls)


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
