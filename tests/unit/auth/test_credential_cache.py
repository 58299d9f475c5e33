"""The credential cache: when refreshes start, and what callers get meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest

from smaws_kms._runtime.auth.credential_cache import (
    REFRESH_TIMEOUT,
    CredentialCache,
    Refresh,
    RefreshClaim,
)
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
FAILED = CredentialsError("no luck")


def at(**since_noon: float) -> datetime:
    """Return a time relative to noon."""
    return NOON + timedelta(**since_noon)


def ending(hours: float = 0, minutes: float = 0, *, key: str = "AKID") -> Credentials:
    """Return credentials that expire that long after noon."""
    return Credentials(key, "geheim", "zeichen", at(hours=hours, minutes=minutes))


def lead(cache: CredentialCache, now: datetime) -> Refresh:
    """Start a refresh while none runs."""
    claim = cache.claim(now)

    assert isinstance(claim, RefreshClaim)
    assert claim.is_leader
    return claim.refresh


def filled(credentials: Credentials, *, interval: timedelta | None = None) -> CredentialCache:
    """Return a cache that got these credentials at noon."""
    cache = CredentialCache(refresh_interval=interval)
    cache.complete(lead(cache, NOON), credentials)
    return cache


def test_empty() -> None:
    """One caller leads the refresh, the others wait for it, and none has credentials to use."""
    cache = CredentialCache()

    first = cache.claim(NOON)
    second = cache.claim(NOON)

    assert cache.cached(NOON) is None
    assert isinstance(first, RefreshClaim)
    assert isinstance(second, RefreshClaim)
    assert (True, False) == (first.is_leader, second.is_leader)
    assert first.refresh is second.refresh
    assert first.usable is second.usable is None


def test_complete() -> None:
    """Completing a refresh gives all callers its credentials and caches them."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    kept = cache.complete(refresh, ending(hours=1))

    assert ending(hours=1) == kept == refresh.future.result(0)
    assert ending(hours=1) == cache.cached(NOON) == cache.claim(NOON)


def test_complete_with_failure() -> None:
    """A failure goes to all callers, and the next caller starts another refresh."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    cache.complete(refresh, FAILED)

    assert FAILED is refresh.future.result(0)
    assert refresh is not lead(cache, NOON)


def test_waiters_cannot_cancel() -> None:
    """A caller that gives up cannot cancel the refresh for the others."""
    assert not lead(CredentialCache(), NOON).future.cancel()


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


class Unordered(datetime):
    """A time whose comparison raises; checked credentials never have one."""

    def __lt__(self, _: object) -> bool:
        raise ArithmeticError


def test_a_refresh_always_ends() -> None:
    """Callers get the credentials although storing them raises."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)
    odd = Credentials("AKID", "geheim", None, Unordered(2030, 1, 1, 13, tzinfo=UTC))

    with pytest.raises(ArithmeticError):
        cache.complete(refresh, odd)

    assert odd is refresh.future.result(0)
    assert refresh is not lead(cache, NOON)


def test_cancelled() -> None:
    """Callers of a cancelled refresh get `None`, and one of them leads the next."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    cache.cancel(refresh)

    assert refresh.future.result(0) is None
    assert refresh is not lead(cache, NOON)


def test_cancelled_before_expiry() -> None:
    """While credentials are valid, a cancelled refresh delays the next."""
    cache = filled(ending(hours=1))

    cache.cancel(lead(cache, at(minutes=56)))

    assert cache.cached(at(minutes=56)) is not None


def test_invalidated() -> None:
    """Rejected credentials are forgotten, and not used after a failure."""
    cache = filled(ending(hours=1))

    cache.invalidate(ending(hours=1))

    assert cache.cached(NOON) is None
    assert FAILED is cache.complete(lead(cache, NOON), FAILED)


def test_rejected_again() -> None:
    """If the new credentials are rejected too, the next refresh is delayed."""
    time = 100.0
    cache = CredentialCache(monotonic=lambda: time)
    cache.complete(lead(cache, NOON), ending(hours=1))
    first = cache.invalidate(ending(hours=1))
    cache.complete(lead(cache, NOON), ending(hours=1))

    time = 114.9
    second = cache.invalidate(ending(hours=1))
    time = 115.0
    third = cache.invalidate(ending(hours=1))

    assert (True, False, True) == (first, second, third)


def test_rejected_during_a_refresh() -> None:
    """Calls that are rejected later with the same credentials wait for the same refresh."""
    cache = filled(ending(hours=1))
    cache.invalidate(ending(hours=1))

    assert cache.invalidate(ending(hours=1))


def test_newer_credentials_stay() -> None:
    """A late rejection of old credentials does not drop newer ones."""
    cache = filled(ending(hours=1, key="NEW"))

    cache.invalidate(ending(hours=1, key="OLD"))

    assert cache.cached(NOON) is not None


def test_keep() -> None:
    """Credentials without a provider are never due for a refresh."""
    cache = CredentialCache()
    cache.keep(ending(hours=1))

    assert ending(hours=1) == cache.cached(at(days=1))


def test_in_a_child() -> None:
    """A forked child keeps the credentials and starts its own refresh."""
    cache = filled(ending(hours=1))
    inherited = lead(cache, at(minutes=56))

    cache.after_fork()

    assert cache.cached(NOON) is not None
    assert inherited is not lead(cache, at(minutes=56))


def test_no_secret_in_repr() -> None:
    """Neither the cache nor its claims show a secret."""
    cache = filled(ending(hours=1))
    texts = f"{cache!r} {cache.claim(at(minutes=56))!r} {cache.__dict__!r} {CredentialCache()!r}"

    assert "geheim" not in texts
    assert "zeichen" not in texts


def test_overdue() -> None:
    """A refresh that takes too long is dropped, and its callers wait for the next."""
    cache = CredentialCache()
    overdue = lead(cache, NOON)
    claim = cache.claim(at(minutes=1.9))

    assert isinstance(claim, RefreshClaim)
    assert overdue is claim.refresh
    assert overdue is not lead(cache, at(minutes=2))
    assert overdue.future.result(0) is None


def test_overdue_twice() -> None:
    """The timeout doubles with each refresh that hangs, so that threads do not pile up."""
    cache = CredentialCache()
    lead(cache, NOON)
    lead(cache, at(minutes=2))
    late = cache.claim(at(minutes=5.9))

    assert isinstance(late, RefreshClaim)
    assert not late.is_leader
    cache.complete(lead(cache, at(minutes=6)), ending(hours=1))
    lead(cache, at(hours=1))
    lead(cache, at(hours=1, minutes=2))


def test_late_completion() -> None:
    """Credentials of a dropped refresh are used unless there are newer ones."""
    cache = CredentialCache()
    overdue = lead(cache, NOON)
    second = lead(cache, at(minutes=2))

    assert ending(hours=1) == cache.complete(overdue, ending(hours=1))
    assert ending(hours=1) == cache.cached(at(minutes=2))
    cache.complete(second, ending(hours=2))
    cache.complete(overdue, ending(hours=1))
    assert ending(hours=2) == cache.cached(at(minutes=2)) == second.future.result(0)


def test_late_failure() -> None:
    """A dropped refresh that fails or is cancelled does not affect the next."""
    cache = CredentialCache()
    overdue = lead(cache, NOON)
    second = lead(cache, at(minutes=2))

    cache.complete(overdue, FAILED)
    cache.cancel(overdue)

    assert not second.future.done()
    claim = cache.claim(at(minutes=2))
    assert isinstance(claim, RefreshClaim)
    assert second is claim.refresh
