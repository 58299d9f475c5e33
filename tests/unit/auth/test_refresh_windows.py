"""The credential cache: when refreshes start, by the expiry of the credentials."""

from datetime import timedelta

import pytest

from smaws_kms._runtime.auth.credential_cache import REFRESH_TIMEOUT, CredentialCache, RefreshClaim
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.cache_steps import FAILED, NOON, at, ending, filled, lead


@pytest.mark.parametrize(
    ("minutes", "cached", "usable"),
    [
        (0, True, True),
        (54.9, True, True),
        (55, False, True),
        (58.9, False, True),
        (59, False, False),
    ],
)
def test_windows(minutes: float, cached: bool, usable: bool) -> None:  # noqa: FBT001 - a table
    """A refresh starts five minutes before expiry; calls wait from one minute before expiry."""
    cache = filled(ending(hours=1))

    assert cached == (cache.cached(at(minutes=minutes)) is not None)
    claim = cache.claim(at(minutes=minutes))
    assert usable == (isinstance(claim, Credentials) or claim.usable is not None)


def test_one_leader_in_the_advisory_window() -> None:
    """Only the first caller leads a refresh; all may use the current credentials."""
    cache = filled(ending(hours=1))

    first, second = cache.claim(at(minutes=56)), cache.claim(at(minutes=56))

    assert isinstance(first, RefreshClaim)
    assert isinstance(second, RefreshClaim)
    assert (True, False) == (first.is_leader, second.is_leader)
    assert ending(hours=1) == first.usable == second.usable


def test_no_expiry() -> None:
    """Credentials without an expiry time are kept forever."""
    cache = filled(Credentials("AKID", "secret"))

    assert Credentials("AKID", "secret") == cache.cached(at(days=1000))


def test_refresh_interval() -> None:
    """With a refresh interval they are refreshed, and no caller ever waits."""
    cache = filled(Credentials("AKID", "secret"), interval=timedelta(minutes=15))

    assert cache.cached(at(minutes=14.9)) is not None
    assert cache.cached(at(minutes=15)) is None
    claim = cache.claim(at(days=1))
    assert isinstance(claim, RefreshClaim)
    assert Credentials("AKID", "secret") == claim.usable


def test_failure_with_refresh_interval() -> None:
    """If that refresh fails, they are kept for another interval."""
    cache = filled(Credentials("AKID", "secret"), interval=timedelta(minutes=15))

    kept = cache.complete(lead(cache, at(minutes=15)), FAILED)

    assert Credentials("AKID", "secret") == kept
    assert cache.cached(at(minutes=29)) is not None
    assert cache.cached(at(minutes=30)) is None


@pytest.mark.parametrize("minutes", [55, 59.5])
def test_failure_before_expiry(minutes: float) -> None:
    """Callers get the credentials that are still valid, and the next refresh is delayed."""
    cache = filled(ending(hours=1))
    refresh = lead(cache, at(minutes=minutes))

    kept = cache.complete(refresh, FAILED)

    assert ending(hours=1) == kept == refresh.future.result(0)
    assert cache.cached(at(minutes=minutes, seconds=14)) is not None
    assert cache.cached(at(minutes=minutes, seconds=15)) is None


def test_failures_until_expiry() -> None:
    """After failures, credentials are used until they expire, and not longer."""
    cache = filled(ending(hours=1))
    cache.complete(lead(cache, at(minutes=59, seconds=50)), FAILED)

    assert cache.cached(at(minutes=59, seconds=59)) is not None
    assert cache.cached(at(hours=1)) is None
    assert FAILED is cache.complete(lead(cache, at(hours=1)), FAILED)


def test_nearly_expired_on_arrival() -> None:
    """Nearly expired credentials from a provider do not cause a refresh per call."""
    cache = filled(ending(minutes=0.5))

    assert cache.cached(at(seconds=14)) is not None
    assert cache.cached(at(seconds=15)) is None


def test_short_lived() -> None:
    """Credentials with a lifetime below the advisory window are refreshed after a delay."""
    cache = filled(ending(minutes=3))

    assert cache.cached(at(seconds=14)) is not None
    claim = cache.claim(at(seconds=15))
    assert isinstance(claim, RefreshClaim)
    assert claim.usable is not None


def test_expired_on_arrival() -> None:
    """Credentials that this clock counts as expired go to the callers: the service's clock decides."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    assert ending(minutes=-5) == cache.complete(refresh, ending(minutes=-5))
    assert refresh is not lead(cache, NOON)


def test_expired_on_arrival_twice() -> None:
    """After expired credentials twice in a row, the next refresh is delayed."""
    cache = CredentialCache()
    for _ in range(2):
        cache.complete(lead(cache, NOON), ending(minutes=-5))

    assert ending(minutes=-5) == cache.cached(at(seconds=14))
    assert cache.cached(at(seconds=15)) is None


def test_clock_that_was_set_back() -> None:
    """A refresh that takes too long is dropped, although the wall clock is before its start."""
    elapsed = [0.0]
    cache = CredentialCache(monotonic=lambda: elapsed[0])
    refresh = lead(cache, NOON)

    elapsed[0] = REFRESH_TIMEOUT.total_seconds()
    lead(cache, at(hours=-5))

    assert refresh.future.result(0) is None
