"""Errors of credential sources, and sources that hang, in blocking calls."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from attrs import evolve

from smaws_kms._runtime.auth.credential_cache import Outcome
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
    filled,
    source,
)


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
