"""Cache of one client's credentials that has one refresh at a time (single-flight).

All threads and event loops of a client share one cache. The cache neither blocks nor calls a provider:
`claim` returns credentials that a caller may use, a refresh that it can wait for, and whether it leads
that refresh. The leader calls the provider and ends the refresh with `complete` or `cancel`. A refresh
that takes too long is dropped, so that a provider that hangs once does not leave a service without
credentials.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, TypeAlias

from smaws_kms._runtime.auth.refresh_windows import (
    RETRY_DELAY,
    CachedCredentials,
    cached_credentials,
)
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.support.record import Record
from smaws_kms._runtime.values import Credentials

Outcome: TypeAlias = Credentials | CredentialsError
"""What a provider returns."""

# A refresh that takes longer is dropped. The time doubles with each one that is dropped in a row, since
# each may have left a thread behind.
REFRESH_TIMEOUT: Final = timedelta(minutes=2)


def _running_future() -> Future[Outcome | None]:
    future: Future[Outcome | None] = Future()
    # In this state a caller that is cancelled cannot cancel the future for the others.
    future.set_running_or_notify_cancel()
    return future


class Refresh:
    """A request to the provider that all waiting callers share. If cancelled, its future ends in `None`."""

    __slots__ = ("began", "future", "is_started", "started")

    def __init__(self, started: datetime, began: float = 0.0) -> None:
        self.started = started
        self.began = began
        """The same by the monotonic clock, since a wall clock may be set back."""
        self.future = _running_future()
        self.is_started = False
        """Whether the leader has called the provider."""


class RefreshClaim(Record):
    """What a caller gets when the credentials are absent or due for a refresh."""

    __slots__ = ()

    refresh: Refresh
    is_leader: bool
    """Whether this caller has to call the provider."""
    usable: Credentials | None
    """Credentials to use without waiting, `None` if it has to wait."""


class CredentialCache:
    """The credentials of one client, and its running refresh. Thread-safe."""

    def __init__(
        self,
        *,
        refresh_interval: timedelta | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`refresh_interval` is for credentials without an expiry time; `None` keeps them forever."""
        self._refresh_interval = refresh_interval
        self._monotonic = monotonic
        self._entry: CachedCredentials | None = None
        self._refresh: Refresh | None = None
        self._refresh_timeout = REFRESH_TIMEOUT
        self._rejected_at: float | None = None
        self._lock = Lock()
        register_at_fork(self)

    def __repr__(self) -> str:
        return f"<CredentialCache {'empty' if self._entry is None else 'filled'}>"

    def after_fork(self) -> None:
        """Drop the refresh: its leader is a thread of the parent."""
        self._lock = Lock()
        self._refresh = None

    def keep(self, credentials: Credentials) -> None:
        """Store credentials that are never refreshed."""
        self._entry = CachedCredentials(credentials)

    def cached(self, now: datetime) -> Credentials | None:
        """Return the credentials, `None` if they are absent or due for a refresh."""
        entry = self._entry
        if entry is None:
            return None
        due = entry.refresh_at
        return entry.credentials if due is None or now < due else None

    def claim(self, now: datetime) -> Credentials | RefreshClaim:
        """Return the credentials, or a claim on the refresh that is due, which starts if none runs."""
        with self._lock:
            if fresh := self.cached(now):
                return fresh
            entry = self._entry
            usable = entry.credentials if entry and entry.is_usable(now) else None
            overdue = self._drop_overdue(now)
            is_leader = self._refresh is None
            refresh = self._refresh = self._refresh or Refresh(now, self._monotonic())
        if overdue is not None:
            overdue.future.set_result(None)
        return RefreshClaim(refresh, is_leader=is_leader, usable=usable)

    def complete(self, refresh: Refresh, outcome: Outcome) -> Outcome:
        """End a refresh with the provider's outcome; return the outcome for its callers.

        Those are the current credentials if the provider failed and they are still valid.
        """
        is_current = False
        try:
            with self._lock:
                is_current = self._end(refresh)
                outcome = self._keep(refresh, outcome, is_current=is_current)
        finally:
            # Also after an exception: callers wait for this future, most of them until their deadline.
            if is_current:
                refresh.future.set_result(outcome)
        return outcome

    def cancel(self, refresh: Refresh) -> None:
        """End a refresh without an outcome; the next caller leads a new one."""
        is_current = False
        try:
            with self._lock:
                is_current = self._end(refresh)
                if is_current:
                    self._postpone(refresh.started)
        finally:
            if is_current:
                refresh.future.set_result(None)

    def cancel_unstarted(self) -> None:
        """Cancel a refresh whose leader was interrupted before it called the provider.

        It may hit the refresh of another thread that is about to start. Its callers claim again.
        """
        refresh = self._refresh
        if refresh is not None and not refresh.is_started:
            self.cancel(refresh)

    def invalidate(self, credentials: Credentials) -> bool:
        """Forget credentials that the service rejected; return whether a retry may help.

        Newer credentials stay: the service rejects many calls at once, and one refresh is enough. If
        it rejects those soon too, the result is `False`: a refresh per call would burden the provider.
        """
        with self._lock:
            if self._entry is None or self._entry.credentials != credentials:
                return True
            now = self._monotonic()
            if (
                self._rejected_at is not None
                and now - self._rejected_at < RETRY_DELAY.total_seconds()
            ):
                return False
            self._rejected_at, self._entry = now, None
            return True

    def _keep(self, refresh: Refresh, outcome: Outcome, *, is_current: bool) -> Outcome:
        """Store new credentials; after a failure return the current ones if they are still valid."""
        if isinstance(outcome, Credentials):
            self._refresh_timeout = REFRESH_TIMEOUT
            if is_current or self._is_older_than(refresh):
                self._entry = cached_credentials(
                    outcome, refresh.started, self._refresh_interval, self._entry
                )
        elif is_current:
            return self._postpone(refresh.started) or outcome
        return outcome

    def _is_older_than(self, refresh: Refresh) -> bool:
        requested_at = None if self._entry is None else self._entry.requested_at
        return requested_at is None or requested_at < refresh.started

    def _end(self, refresh: Refresh) -> bool:
        """Make room for the next refresh; return whether this one was still the current one."""
        if self._refresh is not refresh:
            return False
        self._refresh = None
        return True

    def _drop_overdue(self, now: datetime) -> Refresh | None:
        """Drop the refresh and return it if it takes too long."""
        refresh = self._refresh
        if refresh is None:
            return None
        waited = timedelta(seconds=self._monotonic() - refresh.began)
        if max(now - refresh.started, waited) < self._refresh_timeout:
            return None
        self._refresh = None
        self._refresh_timeout *= 2
        return refresh

    def _postpone(self, now: datetime) -> Credentials | None:
        """Delay the next refresh after a failure, and return the credentials if they are still valid."""
        entry = self._entry and self._entry.postponed(now, self._refresh_interval)
        if entry is None:
            return None
        self._entry = entry
        return entry.credentials
