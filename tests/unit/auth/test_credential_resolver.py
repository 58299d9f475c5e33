"""A client's credentials, with threads around them."""

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
    """Return a source that got its first credentials at noon."""
    src = source(provider, in_background=later, find_in_chain=find_in_chain)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)
    later.now()
    return src


def test_explicit() -> None:
    """Explicit credentials are there at once and for good."""
    src = source(credentials(1))

    assert credentials(1) == src.cached(NOON + timedelta(days=1)) == src.fetch(NOON)
    assert not src.invalidate(credentials(1))
    assert credentials(1) == src.cached(NOON)


def test_useless_explicit() -> None:
    """Explicit credentials that cannot sign anything are an error with every call."""
    src = source(Credentials("AKID", "geheim\n"))

    first, second = src.fetch(NOON), src.fetch(NOON)

    assert src.cached(NOON) is None
    assert isinstance(first, CredentialsError)
    assert str(first) == str(second)
    assert first is not second
    assert "geheim" not in str(first)


def test_function() -> None:
    """A function is asked once, and its credentials are cached."""
    provider = Provider()
    src = source(provider)

    assert src.cached(NOON) is None
    assert credentials(1) == src.fetch(NOON) == src.cached(NOON) == src.fetch(NOON)
    assert 1 == provider.asked


def test_function_is_asked_on_a_daemon_thread() -> None:
    """The function may block: it is not called in the caller's thread."""
    threads: list[threading.Thread] = []

    def provide() -> Credentials:
        threads.append(threading.current_thread())
        return FOR_GOOD

    source(provide).fetch(NOON)

    assert threads[0] is not threading.current_thread()
    assert threads[0].daemon


def test_environment() -> None:
    """Without an argument, the environment is looked at, and botocore left alone."""

    def no_chain(_profile: str | None, _region: str | None) -> Outcome:
        raise AssertionError("botocore was asked")

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
    """Else botocore is asked, with the profile that the user named and the client's region."""
    asked: list[tuple[str | None, str | None]] = []

    def chain(profile: str | None, region: str | None) -> Outcome:
        asked.append((profile, region))
        return FOR_GOOD

    src = source(profile=profile, environ=environ, find_in_chain=chain)

    assert FOR_GOOD == src.fetch(NOON, region="eu-west-1")
    assert [(profile, "eu-west-1")] == asked


def test_chain_is_asked_again() -> None:
    """Keys without an expiry may be replaced, so the chain is asked again in the background."""
    answers: list[Outcome] = [FOR_GOOD, CredentialsError("gone for a while"), credentials(1)]
    later = Later()
    src = filled(None, later, lambda _profile, _region: answers.pop(0))
    quarter = timedelta(minutes=15)

    assert FOR_GOOD == src.cached(NOON + quarter - timedelta(seconds=1))
    for times in (1, 2):
        assert FOR_GOOD == src.fetch(NOON + times * quarter)
        later.now()
    assert credentials(1) == src.cached(NOON + 2 * quarter)


def test_function_without_expiry_is_not_asked_again() -> None:
    """A function that says "for good" is believed."""
    src = source(lambda: FOR_GOOD)
    src.fetch(NOON)

    assert FOR_GOOD == src.cached(NOON + timedelta(days=1000))


def test_failures() -> None:
    """Each caller gets an error of its own, and the next call asks again."""
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
    assert 2 == provider.asked


def test_failure_of_the_chain() -> None:
    """A bug in what is asked is an error without its text, and does not leave callers waiting."""

    def chain(_profile: str | None, _region: str | None) -> Outcome:
        raise SystemExit("what was that")

    outcome = source(find_in_chain=chain).fetch(NOON, timeout=SOON)

    assert isinstance(outcome, CredentialsError)
    assert "the environment, else botocore's chain: unexpected SystemExit" == outcome.message


def test_useless_answer_of_the_chain() -> None:
    """What botocore finds is checked like everything else."""
    broken = Credentials("AKID", "geheim", "zeichen\n")

    outcome = source(find_in_chain=lambda _profile, _region: broken).fetch(NOON)

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.startswith("botocore: session_token holds a line break")


def test_awaitable_in_the_blocking_client() -> None:
    """A function that turns out to be async is an error, and its coroutine is not left lying."""

    def provide() -> Awaitable[Credentials]:
        return asyncio.sleep(0, FOR_GOOD)

    outcome = source(provide).fetch(NOON)
    gc.collect()

    assert isinstance(outcome, CredentialsError)
    assert "provide returned an awaitable" in outcome.message


def test_advisory_window() -> None:
    """Shortly before the end callers go on with the old while one thread gets the new."""
    provider, later = Provider(), Later()
    src = filled(provider, later)
    late = ONE - timedelta(minutes=5)

    assert [credentials(1)] * 10 == [src.fetch(late) for _ in range(10)]
    later.now()

    assert credentials(2) == src.cached(late)
    assert 2 == provider.asked


def test_mandatory_window() -> None:
    """In the last minute callers wait for the new."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)

    assert credentials(2) == src.fetch(ONE - timedelta(minutes=1))


def test_failure_in_the_background(caplog: pytest.LogCaptureFixture) -> None:
    """A failure while the old ones work is one log line, without the provider's words."""
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


def test_failure_at_the_end() -> None:
    """When the old ones are over, a failure is the callers'."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)
    provider.failing = True

    assert credentials(1) == src.fetch(ONE - timedelta(seconds=30))
    assert isinstance(src.fetch(ONE), CredentialsError)


def test_invalidate() -> None:
    """Refused credentials are asked for again, once."""
    provider = Provider()
    src = source(provider)
    src.fetch(NOON)

    assert src.invalidate(credentials(1))
    assert credentials(2) == src.fetch(NOON)
    assert src.invalidate(credentials(1))
    assert credentials(2) == src.fetch(NOON)


def test_fifty_threads() -> None:
    """However many threads wait, the function is asked once."""
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
    assert 1 == provider.asked


def test_timeout() -> None:
    """A caller whose time is up leaves; the others get what it asked for."""
    provider = Provider(ready=False)
    src = source(provider)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)

    provider.go_on.release()

    assert credentials(1) == src.fetch(NOON, timeout=SOON)
    assert 1 == provider.asked


def test_hanging_function() -> None:
    """A function that hangs for minutes is asked again, and those who waited for it with the others."""
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
    assert 2 == provider.asked


def test_refresh_ahead_of_time_never_runs_here() -> None:
    """A caller who can go on with what it has does not ask in its own thread."""
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
    """All callers get the credentials at once, whenever they end and whatever the clock says."""
    given = evolve(FOR_GOOD, expires_at=expires_at)
    src = source(lambda: given)

    for _ in range(2):
        found = src.fetch(now, timeout=SOON)
        assert isinstance(found, Credentials)
        assert FOR_GOOD.access_key_id == found.access_key_id


def test_credentials_that_are_over_for_good() -> None:
    """A function that hands out the same old credentials is not asked with every call."""
    asked: list[None] = []

    def provide() -> Credentials:
        asked.append(None)
        return evolve(FOR_GOOD, expires_at=NOON - timedelta(days=1))

    src = source(provide)
    for second in range(31):
        src.fetch(NOON + timedelta(seconds=second))

    assert 3 == len(asked)


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
    """A source says where it looks, not what it finds."""
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
def test_credentials_say_where_they_come_from(src: CredentialResolver, where: str) -> None:
    """Whoever made them can say it; else it is who was asked."""
    found = src.fetch(NOON)

    assert isinstance(found, Credentials)
    assert where == found.source


def test_argument_is_kept() -> None:
    """What the user passed can be had back."""
    provider = Provider()

    assert provider is source(provider).providers.argument
    assert "orders" == source(profile="orders").providers.profile
