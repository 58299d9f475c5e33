"""When to ask for credentials, who asks, and what callers get meanwhile.

One client has one cache, whatever threads and event loops call it. The cache never blocks and never
asks anybody itself: `claim` tells a caller what it may use, what it can wait for, and whether it is
the one who has to ask (it leads a "flight"). Who leads ends the flight with `land` or `abandon`.
A flight of which nothing is heard for long is given up, so that a provider that hangs once does not
leave a service without credentials for good.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, TypeAlias

from attrs import define, field, frozen

from smaws_kms._runtime.auth.refresh_windows import RETRY, CachedCredentials, cached_credentials
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.values import Credentials

Outcome: TypeAlias = Credentials | CredentialsError
"""What asking for credentials ends in."""

# After which time a flight counts as lost. Doubled with each that was lost in a row, since every one
# may have left a thread behind.
LOST: Final = timedelta(minutes=2)


def _running_future() -> Future[Outcome | None]:
    future: Future[Outcome | None] = Future()
    # A waiter who is cancelled must not be able to cancel it for the others.
    future.set_running_or_notify_cancel()
    return future


@define(eq=False)
class Refresh:
    """One asking of the provider, shared by all who wait. Its future ends in `None` when abandoned."""

    started: datetime
    began: float = field(default=0.0, repr=False)
    """The same by the monotonic clock, since a wall clock may be set back meanwhile."""
    future: Future[Outcome | None] = field(factory=_running_future, repr=False)
    is_started: bool = False
    """Whether somebody is asking."""


@frozen
class RefreshClaim:
    """What a caller gets when the cached credentials alone will not do."""

    refresh: Refresh
    is_leader: bool
    """Whether this caller has to ask the provider."""
    usable: Credentials | None
    """What it may use meanwhile."""


class CredentialCache:
    """The credentials that one client knows, and the flight that is under way."""

    def __init__(
        self,
        *,
        refresh_interval: timedelta | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`refresh_interval` is for credentials without an expiry; `None` keeps them for good."""
        self._refresh_interval = refresh_interval
        self._monotonic = monotonic
        self._entry: CachedCredentials | None = None
        self._refresh: Refresh | None = None
        self._lost_after = LOST
        self._refused: float | None = None
        self._lock = Lock()
        register_at_fork(self)

    def __repr__(self) -> str:
        return f"<CredentialCache {'empty' if self._entry is None else 'filled'}>"

    def after_fork(self) -> None:
        """Drop the flight: whoever leads it is not in this process."""
        self._lock = Lock()
        self._refresh = None

    def keep(self, credentials: Credentials) -> None:
        """Hold credentials that there is nobody to ask for new ones of."""
        self._entry = CachedCredentials(credentials)

    def cached(self, now: datetime) -> Credentials | None:
        """Return the credentials if nobody has to ask for new ones."""
        have = self._entry
        return None if have is None or have.is_due(now) else have.credentials

    def claim(self, now: datetime) -> Credentials | RefreshClaim:
        """Return the credentials, or what there is to do and to use instead."""
        with self._lock:
            if fresh := self.cached(now):
                return fresh
            have = self._entry
            usable = have.credentials if have and have.is_usable(now) else None
            lost = self._give_up(now)
            is_leader = self._refresh is None
            refresh = self._refresh = self._refresh or Refresh(now, self._monotonic())
        if lost is not None:
            lost.future.set_result(None)
        return RefreshClaim(refresh, is_leader=is_leader, usable=usable)

    def complete(self, refresh: Refresh, outcome: Outcome) -> Outcome:
        """End a flight with what the provider said; return what its waiters get.

        That is the old credentials if the provider failed and they still work.
        """
        in_time = False
        try:
            with self._lock:
                in_time = self._end(refresh)
                outcome = self._keep(refresh, outcome, in_time=in_time)
        finally:
            # Whatever happens: callers wait for this future, most of them to their deadline.
            if in_time:
                refresh.future.set_result(outcome)
        return outcome

    def cancel(self, refresh: Refresh) -> None:
        """End a flight without an answer; the next caller leads a new one."""
        in_time = False
        try:
            with self._lock:
                in_time = self._end(refresh)
                if in_time:
                    self._postpone(refresh.started)
        finally:
            if in_time:
                refresh.future.set_result(None)

    def cancel_unstarted(self) -> None:
        """End a flight that nobody has started: its leader was interrupted before that.

        That of another thread which is just about to start may be hit. Its waiters ask again.
        """
        refresh = self._refresh
        if refresh is not None and not refresh.is_started:
            self.cancel(refresh)

    def invalidate(self, credentials: Credentials) -> bool:
        """Forget these credentials, which the service refused; tell whether to try again.

        Others that have come since stay: many calls are refused at once, one refresh is enough.
        And if those are refused too, asking with every call would only burden the provider.
        """
        with self._lock:
            if self._entry is None or self._entry.credentials != credentials:
                return True
            now = self._monotonic()
            if self._refused is not None and now - self._refused < RETRY.total_seconds():
                return False
            self._refused, self._entry = now, None
            return True

    def _keep(self, refresh: Refresh, outcome: Outcome, *, in_time: bool) -> Outcome:
        """Hold new credentials; after a failure return the old ones if they still work."""
        if isinstance(outcome, Credentials):
            self._lost_after = LOST
            if in_time or self._is_older_than(refresh):
                again, before = self._refresh_interval, self._entry
                self._entry = cached_credentials(outcome, refresh.started, again, before)
        elif in_time:
            return self._postpone(refresh.started) or outcome
        return outcome

    def _is_older_than(self, refresh: Refresh) -> bool:
        asked = None if self._entry is None else self._entry.asked
        return asked is None or asked < refresh.started

    def _end(self, refresh: Refresh) -> bool:
        """Clear the way for the next flight; tell whether this one had not been given up."""
        if self._refresh is not refresh:
            return False
        self._refresh = None
        return True

    def _give_up(self, now: datetime) -> Refresh | None:
        """Clear away a flight that takes too long, and return it."""
        refresh = self._refresh
        if refresh is None:
            return None
        waited = timedelta(seconds=self._monotonic() - refresh.began)
        if max(now - refresh.started, waited) < self._lost_after:
            return None
        self._refresh = None
        self._lost_after *= 2
        return refresh

    def _postpone(self, now: datetime) -> Credentials | None:
        """After a failure, return what callers can go on with."""
        later = self._entry and self._entry.postponed(now, self._refresh_interval)
        if later is None:
            return None
        self._entry = later
        return later.credentials
