"""The credential cache: one refresh at a time, and what callers get meanwhile."""

from datetime import UTC, datetime

import pytest

from smaws_kms._runtime.auth.credential_cache import CredentialCache, RefreshClaim
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.cache_steps import FAILED, NOON, at, ending, filled, lead


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
