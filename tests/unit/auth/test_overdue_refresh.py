"""The credential cache: refreshes that take too long."""

from smaws_kms._runtime.auth.credential_cache import CredentialCache, RefreshClaim
from tests.unit.auth.cache_steps import FAILED, NOON, at, ending, lead


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
