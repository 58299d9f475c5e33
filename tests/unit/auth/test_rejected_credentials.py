"""The credential cache: credentials that the service rejected."""

from smaws_kms._runtime.auth.credential_cache import CredentialCache
from tests.unit.auth.cache_steps import FAILED, NOON, ending, filled, lead


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
