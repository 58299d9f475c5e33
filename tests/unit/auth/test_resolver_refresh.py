"""When a resolver refreshes the credentials of blocking calls."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

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


def test_chain_is_refreshed() -> None:
    """Keys without an expiry time may be replaced, so the chain runs again in the background."""
    outcomes: list[Outcome] = [FOR_GOOD, CredentialsError("gone for a while"), credentials(1)]
    later = Later()
    src = filled(None, later, lambda _profile, _region: outcomes.pop(0))
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
