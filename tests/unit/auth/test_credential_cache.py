"""When credentials are asked for, and what callers get meanwhile."""

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
    """Return a time of that day."""
    return NOON + timedelta(**since_noon)


def ending(hours: float = 0, minutes: float = 0, *, key: str = "AKID") -> Credentials:
    """Return credentials that end that long after noon."""
    return Credentials(key, "geheim", "zeichen", at(hours=hours, minutes=minutes))


def lead(cache: CredentialCache, now: datetime) -> Refresh:
    """Start a flight, which nobody must have started before."""
    claim = cache.claim(now)

    assert isinstance(claim, RefreshClaim)
    assert claim.is_leader
    return claim.refresh


def filled(credentials: Credentials, *, again: timedelta | None = None) -> CredentialCache:
    """Return a cache that got these at noon."""
    cache = CredentialCache(refresh_interval=again)
    cache.complete(lead(cache, NOON), credentials)
    return cache


def test_empty() -> None:
    """One caller leads, all others wait with it, and nobody has anything to use."""
    cache = CredentialCache()

    first = cache.claim(NOON)
    second = cache.claim(NOON)

    assert cache.cached(NOON) is None
    assert isinstance(first, RefreshClaim)
    assert isinstance(second, RefreshClaim)
    assert (True, False) == (first.is_leader, second.is_leader)
    assert first.refresh is second.refresh
    assert first.usable is second.usable is None


def test_landing() -> None:
    """A flight ends for all who wait, and what it brought is cached."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    landed = cache.complete(refresh, ending(hours=1))

    assert ending(hours=1) == landed == refresh.future.result(0)
    assert ending(hours=1) == cache.cached(NOON) == cache.claim(NOON)


def test_crash_landing() -> None:
    """A failure ends the flight for all who wait, and the next caller starts anew."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    cache.complete(refresh, FAILED)

    assert FAILED is refresh.future.result(0)
    assert refresh is not lead(cache, NOON)


def test_waiters_cannot_cancel() -> None:
    """One waiter who gives up takes nothing from the others."""
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
    """Five minutes before the end somebody asks, one minute before all wait."""
    cache = filled(ending(hours=1))

    assert cached == (cache.cached(at(minutes=minutes)) is not None)
    claim = cache.claim(at(minutes=minutes))
    assert usable == (isinstance(claim, Credentials) or claim.usable is not None)


def test_one_asks_in_the_advisory_window() -> None:
    """Only the first caller has to ask; it can use the old ones as the others do."""
    cache = filled(ending(hours=1))

    first, second = cache.claim(at(minutes=56)), cache.claim(at(minutes=56))

    assert isinstance(first, RefreshClaim)
    assert isinstance(second, RefreshClaim)
    assert (True, False) == (first.is_leader, second.is_leader)
    assert ending(hours=1) == first.usable == second.usable


def test_no_expiry() -> None:
    """Credentials that do not end are kept for good."""
    cache = filled(Credentials("AKID", "secret"))

    assert Credentials("AKID", "secret") == cache.cached(at(days=1000))


def test_no_expiry_but_asked_again() -> None:
    """Where they may be replaced, somebody asks again, and nobody ever waits."""
    cache = filled(Credentials("AKID", "secret"), again=timedelta(minutes=15))

    assert cache.cached(at(minutes=14.9)) is not None
    assert cache.cached(at(minutes=15)) is None
    claim = cache.claim(at(days=1))
    assert isinstance(claim, RefreshClaim)
    assert Credentials("AKID", "secret") == claim.usable


def test_failure_to_ask_again() -> None:
    """If that fails, they are kept, and the next time is as far away."""
    cache = filled(Credentials("AKID", "secret"), again=timedelta(minutes=15))

    landed = cache.complete(lead(cache, at(minutes=15)), FAILED)

    assert Credentials("AKID", "secret") == landed
    assert cache.cached(at(minutes=29)) is not None
    assert cache.cached(at(minutes=30)) is None


@pytest.mark.parametrize("minutes", [55, 59.5])
def test_failure_before_the_end(minutes: float) -> None:
    """If they still work, they are what waiters get, and the provider has its peace for a while."""
    cache = filled(ending(hours=1))
    refresh = lead(cache, at(minutes=minutes))

    landed = cache.complete(refresh, FAILED)

    assert ending(hours=1) == landed == refresh.future.result(0)
    assert cache.cached(at(minutes=minutes, seconds=14)) is not None
    assert cache.cached(at(minutes=minutes, seconds=15)) is None


def test_failures_up_to_the_end() -> None:
    """After failures they are used to their very end, and no longer."""
    cache = filled(ending(hours=1))
    cache.complete(lead(cache, at(minutes=59, seconds=50)), FAILED)

    assert cache.cached(at(minutes=59, seconds=59)) is not None
    assert cache.cached(at(hours=1)) is None
    assert FAILED is cache.complete(lead(cache, at(hours=1)), FAILED)


def test_nearly_over_on_arrival() -> None:
    """A provider that hands out what soon ends is not asked by every call."""
    cache = filled(ending(minutes=0.5))

    assert cache.cached(at(seconds=14)) is not None
    assert cache.cached(at(seconds=15)) is None


def test_short_lived() -> None:
    """Credentials that live for less than the advisory window are refreshed at leisure."""
    cache = filled(ending(minutes=3))

    assert cache.cached(at(seconds=14)) is not None
    claim = cache.claim(at(seconds=15))
    assert isinstance(claim, RefreshClaim)
    assert claim.usable is not None


def test_over_on_arrival() -> None:
    """What is over by this clock goes to those who waited: the service's clock decides."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    assert ending(minutes=-5) == cache.complete(refresh, ending(minutes=-5))
    assert refresh is not lead(cache, NOON)


def test_over_again_and_again() -> None:
    """A provider that has nothing else is left alone for a while after the second time."""
    cache = CredentialCache()
    for _ in range(2):
        cache.complete(lead(cache, NOON), ending(minutes=-5))

    assert ending(minutes=-5) == cache.cached(at(seconds=14))
    assert cache.cached(at(seconds=15)) is None


def test_clock_that_was_set_back() -> None:
    """A flight that takes too long is given up, though the clock says that it has not begun yet."""
    elapsed = [0.0]
    cache = CredentialCache(monotonic=lambda: elapsed[0])
    refresh = lead(cache, NOON)

    elapsed[0] = REFRESH_TIMEOUT.total_seconds()
    lead(cache, at(hours=-5))

    assert refresh.future.result(0) is None


class Unordered(datetime):
    """A time that cannot be compared, as none that has been checked."""

    def __lt__(self, _: object) -> bool:
        raise ArithmeticError


def test_a_flight_always_ends() -> None:
    """Whatever goes wrong when credentials arrive, those who wait get them."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)
    odd = Credentials("AKID", "geheim", None, Unordered(2030, 1, 1, 13, tzinfo=UTC))

    with pytest.raises(ArithmeticError):
        cache.complete(refresh, odd)

    assert odd is refresh.future.result(0)
    assert refresh is not lead(cache, NOON)


def test_abandoned() -> None:
    """Waiters learn that nobody asks any more, and one of them leads."""
    cache = CredentialCache()
    refresh = lead(cache, NOON)

    cache.cancel(refresh)

    assert refresh.future.result(0) is None
    assert refresh is not lead(cache, NOON)


def test_abandoned_before_the_end() -> None:
    """While the old ones work, a provider that kept a caller waiting too long has its peace."""
    cache = filled(ending(hours=1))

    cache.cancel(lead(cache, at(minutes=56)))

    assert cache.cached(at(minutes=56)) is not None


def test_invalidated() -> None:
    """Refused credentials are forgotten, and with them the right to fall back on them."""
    cache = filled(ending(hours=1))

    cache.invalidate(ending(hours=1))

    assert cache.cached(NOON) is None
    assert FAILED is cache.complete(lead(cache, NOON), FAILED)


def test_refused_again() -> None:
    """If what came in their place is refused too, the provider has its peace for a while."""
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


def test_refused_while_others_ask() -> None:
    """Whoever is refused after somebody else was waits for the same new ones."""
    cache = filled(ending(hours=1))
    cache.invalidate(ending(hours=1))

    assert cache.invalidate(ending(hours=1))


def test_others_stay() -> None:
    """A refusal of the old ones that comes late does not touch the new."""
    cache = filled(ending(hours=1, key="NEW"))

    cache.invalidate(ending(hours=1, key="OLD"))

    assert cache.cached(NOON) is not None


def test_kept() -> None:
    """Credentials that nobody can renew are never due."""
    cache = CredentialCache()
    cache.keep(ending(hours=1))

    assert ending(hours=1) == cache.cached(at(days=1))


def test_in_a_child() -> None:
    """A child keeps the credentials and starts its own flight."""
    cache = filled(ending(hours=1))
    inherited = lead(cache, at(minutes=56))

    cache.after_fork()

    assert cache.cached(NOON) is not None
    assert inherited is not lead(cache, at(minutes=56))


def test_no_secret_in_repr() -> None:
    """Neither the cache nor what it hands out shows a secret."""
    cache = filled(ending(hours=1))
    texts = f"{cache!r} {cache.claim(at(minutes=56))!r} {cache.__dict__!r} {CredentialCache()!r}"

    assert "geheim" not in texts
    assert "zeichen" not in texts


def test_lost() -> None:
    """A flight of which nothing is heard is given up: those who wait go on to the next."""
    cache = CredentialCache()
    lost = lead(cache, NOON)
    claim = cache.claim(at(minutes=1.9))

    assert isinstance(claim, RefreshClaim)
    assert lost is claim.refresh
    assert lost is not lead(cache, at(minutes=2))
    assert lost.future.result(0) is None


def test_lost_again_and_again() -> None:
    """Each time a provider hangs it gets twice as long, so that threads do not pile up."""
    cache = CredentialCache()
    lead(cache, NOON)
    lead(cache, at(minutes=2))
    late = cache.claim(at(minutes=5.9))

    assert isinstance(late, RefreshClaim)
    assert not late.is_leader
    cache.complete(lead(cache, at(minutes=6)), ending(hours=1))
    lead(cache, at(hours=1))
    lead(cache, at(hours=1, minutes=2))


def test_late_landing() -> None:
    """What a lost flight brings after all is used, unless there is newer."""
    cache = CredentialCache()
    lost = lead(cache, NOON)
    second = lead(cache, at(minutes=2))

    assert ending(hours=1) == cache.complete(lost, ending(hours=1))
    assert ending(hours=1) == cache.cached(at(minutes=2))
    cache.complete(second, ending(hours=2))
    cache.complete(lost, ending(hours=1))
    assert ending(hours=2) == cache.cached(at(minutes=2)) == second.future.result(0)


def test_late_failure() -> None:
    """A lost flight that fails or is abandoned disturbs nobody."""
    cache = CredentialCache()
    lost = lead(cache, NOON)
    second = lead(cache, at(minutes=2))

    cache.complete(lost, FAILED)
    cache.cancel(lost)

    assert not second.future.done()
    claim = cache.claim(at(minutes=2))
    assert isinstance(claim, RefreshClaim)
    assert second is claim.refresh
