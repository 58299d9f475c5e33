"""Credentials with chosen expiry, and a cache filled with them."""

from datetime import UTC, datetime, timedelta

from smaws_kms._runtime.auth.credential_cache import CredentialCache, Refresh, RefreshClaim
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
