"""Windows of credentials: when to refresh them, and until when calls may use them.

Pure functions and values: times are arguments.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, Self

from smaws_kms._runtime.support.record import Record
from smaws_kms._runtime.values import Credentials

# In this window before expiry, credentials might expire during a request: calls wait for new ones.
MANDATORY_WINDOW: Final = timedelta(seconds=60)
# In this window before expiry, a refresh starts, and calls keep using the current credentials.
ADVISORY_WINDOW: Final = timedelta(minutes=5)
# Delay before retrying a provider that failed, or returned nearly expired credentials, while the
# current ones are valid.
RETRY_DELAY: Final = timedelta(seconds=15)

_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_LAST: Final = datetime.max.replace(tzinfo=UTC)
# A year between the two, to tell which of them an overflow is near.
_MIDDLE: Final = 5000


def later(time: datetime, by: timedelta) -> datetime:
    """Return `time + by`, limited to the first and last moment of the calendar."""
    try:
        return time + by
    except OverflowError:
        return _FIRST if time.year < _MIDDLE else _LAST


class CachedCredentials(Record):
    """Credentials with their windows. Immutable, so that readers need no lock."""

    __slots__ = ()

    credentials: Credentials
    requested_at: datetime | None = None
    """When the refresh that returned them started."""
    refresh_at: datetime | None = None
    """From when on a refresh starts, `None` for never."""
    unusable_at: datetime | None = None
    """From when on calls wait for new ones, `None` for never."""

    def is_usable(self, now: datetime) -> bool:
        """Return whether calls may use them."""
        return self.unusable_at is None or now < self.unusable_at

    @property
    def had_expired(self) -> bool:
        """Whether they had expired when the provider returned them."""
        expires_at = self.credentials.expires_at
        return (
            expires_at is not None
            and self.requested_at is not None
            and expires_at <= self.requested_at
        )

    def postponed(self, now: datetime, interval: timedelta | None) -> Self | None:
        """Return them for use until they expire, with a later refresh; `None` if they have expired.

        For refreshes that failed.
        """
        expires_at = self.credentials.expires_at
        if expires_at is None:
            return self.replaced(refresh_at=None if interval is None else later(now, interval))
        if now >= expires_at:
            return None
        return self.replaced(
            refresh_at=min(later(now, RETRY_DELAY), expires_at), unusable_at=expires_at
        )


def cached_credentials(
    credentials: Credentials,
    now: datetime,
    interval: timedelta | None,
    before: CachedCredentials | None = None,
) -> CachedCredentials:
    """Return credentials with the windows of their expiry time.

    Args:
        credentials: What the provider returned.
        now: When its refresh started.
        interval: Time until the refresh of credentials without an expiry time; `None` for never.
        before: The cached credentials that they replace.
    """
    expires_at = credentials.expires_at
    if expires_at is None:
        return CachedCredentials(
            credentials, now, refresh_at=None if interval is None else later(now, interval)
        )
    # Some providers return nearly expired credentials, which must not mean one refresh a call.
    earliest = later(now, RETRY_DELAY)
    unusable_at = min(expires_at, max(later(expires_at, -MANDATORY_WINDOW), earliest))
    if expires_at <= now and before is not None and before.had_expired:
        # Credentials that have expired by this machine's clock are used once, since the service's
        # clock decides. When the provider returns such credentials again, not every call may start a refresh.
        unusable_at = earliest
    return CachedCredentials(
        credentials,
        now,
        refresh_at=min(unusable_at, max(later(expires_at, -ADVISORY_WINDOW), earliest)),
        unusable_at=unusable_at,
    )
