"""When to ask for credentials, who asks, and what callers get meanwhile.

One client has one cache, whatever threads and event loops call it. The cache never blocks and never
asks anybody itself: `claim` tells a caller what it may use, what it can wait for, and whether it is
the one who has to ask (it leads a "flight"). Who leads ends the flight with `land` or `abandon`.
"""

from concurrent.futures import Future
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, TypeAlias

from attrs import define, evolve, field, frozen

from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.forks import mend_after_fork
from smaws_kms._runtime.values import Credentials

Outcome: TypeAlias = Credentials | CredentialsError
"""What asking for credentials ends in."""

# Within this time of their end they might not outlive a request: callers wait for new ones.
MANDATORY: Final = timedelta(seconds=60)
# Within this time somebody asks for new ones, and callers go on with the old.
ADVISORY: Final = timedelta(minutes=5)
# How long to leave a provider in peace that failed, or gave some that soon end, while they work.
RETRY: Final = timedelta(seconds=15)


def _running_future() -> Future[Outcome | None]:
    future: Future[Outcome | None] = Future()
    # A waiter who is cancelled must not be able to cancel it for the others.
    future.set_running_or_notify_cancel()
    return future


@define(eq=False)
class Flight:
    """One asking of the provider, shared by all who wait. Its future ends in `None` when abandoned."""

    started: datetime
    future: Future[Outcome | None] = field(factory=_running_future, repr=False)


@frozen
class Claim:
    """What a caller gets when the cached credentials alone will not do."""

    flight: Flight
    leads: bool
    """Whether this caller has to ask the provider."""
    usable: Credentials | None
    """What it may use meanwhile."""


@frozen
class _Entry:
    credentials: Credentials
    due: datetime | None
    """When somebody should ask again."""
    needed: datetime | None
    """When nobody should use them any more."""


class CredentialCache:
    """The credentials that one client knows, and the flight that is under way."""

    def __init__(self, *, ask_again_after: timedelta | None = None) -> None:
        """`ask_again_after` is for credentials without an expiry; `None` keeps them for good."""
        self._ask_again_after = ask_again_after
        self._entry: _Entry | None = None
        self._flight: Flight | None = None
        self._lock = Lock()
        mend_after_fork(self)

    def __repr__(self) -> str:
        return f"<CredentialCache {'empty' if self._entry is None else 'filled'}>"

    def after_fork(self) -> None:
        """Drop the flight: whoever leads it is not in this process."""
        self._lock = Lock()
        self._flight = None

    def keep(self, credentials: Credentials) -> None:
        """Hold credentials that there is nobody to ask for new ones of."""
        self._entry = _Entry(credentials, due=None, needed=None)

    def cached(self, now: datetime) -> Credentials | None:
        """Return the credentials if nobody has to ask for new ones."""
        # Without the lock: entries are replaced, never changed.
        entry = self._entry
        if entry is None or (entry.due is not None and now >= entry.due):
            return None
        return entry.credentials

    def claim(self, now: datetime) -> Credentials | Claim:
        """Return the credentials, or what there is to do and to use instead."""
        with self._lock:
            if fresh := self.cached(now):
                return fresh
            usable = self._usable(now)
            if self._flight is not None:
                return Claim(self._flight, leads=False, usable=usable)
            self._flight = Flight(now)
            return Claim(self._flight, leads=True, usable=usable)

    def land(self, flight: Flight, outcome: Outcome) -> Outcome:
        """End a flight with what the provider said; return what its waiters get.

        That is the old credentials if the provider failed and they still work.
        """
        with self._lock:
            self._flight = None
            if isinstance(outcome, Credentials):
                self._entry = self._entry_for(outcome, flight.started)
            else:
                outcome = self._postpone(flight.started) or outcome
        flight.future.set_result(outcome)
        return outcome

    def abandon(self, flight: Flight) -> None:
        """End a flight without an answer; the next caller leads a new one."""
        with self._lock:
            self._flight = None
            self._postpone(flight.started)
        flight.future.set_result(None)

    def invalidate(self, credentials: Credentials) -> None:
        """Forget these credentials, which the service refused.

        Others that have come since stay: many calls are refused at once, one refresh is enough.
        """
        with self._lock:
            if self._entry is not None and self._entry.credentials == credentials:
                self._entry = None

    def _entry_for(self, credentials: Credentials, now: datetime) -> _Entry:
        end = credentials.expires_at
        if end is None:
            again = self._ask_again_after
            return _Entry(credentials, due=None if again is None else now + again, needed=None)
        # Some providers hand out what is nearly over: that must not mean one question per call.
        # And what is over by this machine's clock is used once: the service's clock decides.
        peace = now + RETRY
        needed = min(end, max(end - MANDATORY, peace))
        return _Entry(credentials, due=min(needed, max(end - ADVISORY, peace)), needed=needed)

    def _usable(self, now: datetime) -> Credentials | None:
        entry = self._entry
        if entry is None or (entry.needed is not None and now >= entry.needed):
            return None
        return entry.credentials

    def _postpone(self, now: datetime) -> Credentials | None:
        """After a failure, go on with what there is to its very end and ask again in a while."""
        entry = self._entry
        if entry is None:
            return None
        end = entry.credentials.expires_at
        if end is None:
            self._entry = self._entry_for(entry.credentials, now)
        elif now >= end:
            return None
        else:
            self._entry = evolve(entry, due=min(now + RETRY, end), needed=end)
        return entry.credentials
