"""How long credentials are good: when somebody should ask for new ones, and when nobody may use them.

Pure: times come in as arguments.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, Self

from attrs import evolve, frozen

from smaws_kms._runtime.values import Credentials

# Within this time of their end they might not outlive a request: callers wait for new ones.
MANDATORY: Final = timedelta(seconds=60)
# Within this time somebody asks for new ones, and callers go on with the old.
ADVISORY: Final = timedelta(minutes=5)
# How long to leave a provider in peace that failed, or gave some that soon end, while they work.
RETRY: Final = timedelta(seconds=15)


_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_LAST: Final = datetime.max.replace(tzinfo=UTC)
_MIDDLE: Final = 5000
"""A year between the two."""


def later(time: datetime, by: timedelta) -> datetime:
    """Add, and stop at the first or last moment of the calendar instead of raising."""
    try:
        return time + by
    except OverflowError:
        return _FIRST if time.year < _MIDDLE else _LAST


@frozen
class CachedCredentials:
    """Credentials with their windows. Replaced, never changed: readers need no lock."""

    credentials: Credentials
    asked: datetime | None = None
    """When somebody asked for them."""
    due: datetime | None = None
    """When somebody should ask again."""
    needed: datetime | None = None
    """When nobody should use them any more."""

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is time to ask again."""
        return self.due is not None and now >= self.due

    def is_usable(self, now: datetime) -> bool:
        """Tell whether callers may go on with them."""
        return self.needed is None or now < self.needed

    @property
    def was_over(self) -> bool:
        """Whether they had expired when the provider gave them."""
        end = self.credentials.expires_at
        return end is not None and self.asked is not None and end <= self.asked

    def postponed(self, now: datetime, again: timedelta | None) -> Self | None:
        """After a failure, go on to their very end and ask again in a while; `None` after it."""
        end = self.credentials.expires_at
        if end is None:
            return evolve(self, due=None if again is None else later(now, again))
        if now >= end:
            return None
        return evolve(self, due=min(later(now, RETRY), end), needed=end)


def cached_credentials(
    credentials: Credentials,
    now: datetime,
    again: timedelta | None,
    before: CachedCredentials | None = None,
) -> CachedCredentials:
    """Return credentials that were asked for at `now`.

    Args:
        credentials: What the provider gave.
        now: When it was asked.
        again: When to ask again if they have no expiry; `None` keeps them for good.
        before: Those that they replace.
    """
    end = credentials.expires_at
    if end is None:
        return CachedCredentials(credentials, now, due=None if again is None else later(now, again))
    # Some providers hand out what is nearly over: that must not mean one question per call.
    peace = later(now, RETRY)
    needed = min(end, max(later(end, -MANDATORY), peace))
    if end <= now and before is not None and before.was_over:
        # What is over by this machine's clock is used once, since the service's clock decides.
        # A provider that has nothing else is not asked by every call.
        needed = peace
    return CachedCredentials(
        credentials, now, due=min(needed, max(later(end, -ADVISORY), peace)), needed=needed
    )
