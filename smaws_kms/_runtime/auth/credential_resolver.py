"""A client's credentials: cached, refreshed ahead of their end, asked for once for all who wait.

Drivers first try `cached`, which is all that a call needs nearly always. When that gives nothing,
the blocking one calls `fetch`, the async one awaits `fetch_async`. Work that blocks happens on
daemon threads only; a user's async function is awaited by one of the calls that need it.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Final, Protocol, TypeAlias

from smaws_kms._runtime.auth.credential_cache import CredentialCache, Outcome, Refresh, RefreshClaim
from smaws_kms._runtime.auth.provider_functions import Provider, await_provider
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.async_backend import context_for_thread, running_backend
from smaws_kms._runtime.support.daemon_thread import NoThreadError, run_in_daemon_thread
from smaws_kms._runtime.support.frames import raised_by_handler
from smaws_kms._runtime.values import Credentials

Answer: TypeAlias = Outcome | None
"""What those who wait for a flight get; `None` when it was abandoned."""


class InBackground(Protocol):
    """Runs what blocks."""

    def __call__(self, function: Callable[[], Answer], *, or_here: bool) -> "Future[Answer]":
        """Return the future of its result; `or_here` is for where no thread can be started."""
        ...


# How many seconds a call gives a user's async function while the old credentials would still do.
_PATIENCE: Final = 5.0

_NO_THREAD: Final = (
    "no thread can be started to look for credentials: the limit of threads is reached, or the "
    "program is ending"
)

# The package's own name, so that one logger switches all of it; clients pass that of theirs.
_LOG: Final = logging.getLogger(__name__.partition(".")[0])


class Asking:
    """One question to the provider, with the context variables of the call that started it."""

    def __init__(self, origin: CredentialProviders, region: str | None) -> None:
        self._origin = origin
        self._region = region
        self._context = context_for_thread()

    def __call__(self) -> Answer:
        """Ask."""
        return self._context.run(self._origin.ask, self._region)


class CredentialResolver:
    """The credentials of one client and of all that derive from it. Thread-safe."""

    def __init__(
        self,
        origin: CredentialProviders,
        *,
        in_background: InBackground = run_in_daemon_thread,
        log: logging.Logger = _LOG,
    ) -> None:
        self.origin = origin
        """What the user passed, for pickling and for `check`."""
        self._in_background = in_background
        self._log = log
        self._cache = CredentialCache(refresh_interval=origin.refresh_interval)
        if isinstance(origin.fixed, Credentials):
            self._cache.keep(origin.fixed)

    def __repr__(self) -> str:
        return f"<CredentialResolver: {self.origin}>"

    def cached(self, now: datetime) -> Credentials | None:
        """Return the credentials if they are there and nobody has to ask for new ones."""
        return self._cache.cached(now)

    def fetch(
        self, now: datetime, *, region: str | None = None, timeout: float | None = None
    ) -> Outcome:
        """Return the credentials, asking for them if need be.

        Args:
            now: The time by the client's clock.
            region: Where to call STS, if that is what it takes.
            timeout: How many seconds to wait; `TimeoutError` when they are over. The asking goes on.
                Where no thread can be started, the provider is asked in this one for as long as
                it takes.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            found = self._find(now, region, None, here=True)
            if not isinstance(found, RefreshClaim):
                return _own(found)
            rest = None if until is None else max(0.0, until - time.monotonic())
            answer = found.refresh.future.result(rest)
            if answer is not None:
                return _own(answer)
            if self.origin.async_provider is not None:
                return CredentialsError(
                    f"{self.origin} returned an awaitable, which only the async client can await"
                )

    async def fetch_async(
        self, now: datetime, *, region: str | None = None, within: float | None = None
    ) -> Outcome:
        """Do as `fetch` does. A caller who is cancelled takes nothing from the others.

        `within` is how many seconds the caller has; keeping to them is its own business.
        """
        while True:
            # Read once: a worker thread may find out in between that the function is async.
            awaited = self.origin.async_provider
            found = self._find(now, region, awaited)
            if not isinstance(found, RefreshClaim):
                return _own(found)
            if found.is_leader and awaited is not None:
                return _own(await self._lead(found, awaited, within))
            answer = await running_backend().outcome_of(found.refresh.future)
            if answer is not None:
                return _own(answer)

    def invalidate(self, credentials: Credentials) -> bool:
        """Forget credentials that the service refused; tell whether asking again can help."""
        return self.origin.fixed is None and self._cache.invalidate(credentials)

    def _find(
        self, now: datetime, region: str | None, awaited: Provider | None, *, here: bool = False
    ) -> Outcome | RefreshClaim:
        """Return what the caller may use, or the claim of a flight it has to wait for or to lead.

        `here` allows to ask in the caller's own thread, where no other can be started.
        """
        if self.origin.fixed is not None:
            return self.origin.fixed
        try:
            claim = self._cache.claim(now)
            if isinstance(claim, Credentials) or (claim.is_leader and awaited is not None):
                return claim
            if claim.is_leader:
                # A refresh ahead of time must not hold up a call: without a thread it fails instead.
                self._start(claim.refresh, region, or_here=here and claim.usable is None)
        except BaseException:
            # A signal's handler, or no memory: others must not wait for what nobody has started.
            self._cache.cancel_unstarted()
            raise
        return claim if claim.usable is None else claim.usable

    def _start(self, refresh: Refresh, region: str | None, *, or_here: bool) -> None:
        if load_from_environment := self.origin.load_from_environment():
            self._end(refresh, load_from_environment)
            return
        asking = Asking(self.origin, region)
        asked = self._in_background(lambda: self._ask(refresh, asking), or_here=or_here)
        refresh.is_started = True
        failure = asked.exception() if asked.done() else None
        if isinstance(failure, NoThreadError):
            self._end(refresh, CredentialsError(_NO_THREAD))
        elif failure is not None:
            raise failure

    def _ask(self, refresh: Refresh, asking: Asking) -> Answer:
        # All of it on the thread. In the caller's, futures log what a signal's handler raises in
        # their callbacks, and go on.
        try:
            answer = asking()
        except BaseException as failure:
            if isinstance(failure, KeyboardInterrupt) or raised_by_handler(failure):
                # This is the caller's own thread, where no other can be started: it is for the caller.
                self._cache.cancel(refresh)
                raise
            # Neither the user's function nor botocore gets here, which are caught where they are
            # called. The text of anything else might hold a secret.
            kind = type(failure).__qualname__
            answer = CredentialsError(f"{self.origin}: unexpected {kind}")
        if answer is None:
            self._cache.cancel(refresh)
            return None
        return self._end(refresh, answer)

    async def _lead(self, claim: RefreshClaim, provider: Provider, within: float | None) -> Outcome:
        refresh = claim.refresh
        refresh.is_started = True
        half = _PATIENCE if within is None else min(_PATIENCE, within / 2)
        patience = None if claim.usable is None else half
        try:
            outcome = await running_backend().within(patience, await_provider(provider))
        except BaseException:
            # Cancelled, most likely: whoever waits takes over.
            self._cache.cancel(refresh)
            raise
        if outcome is None:
            outcome = CredentialsError(f"{self.origin} took longer than {patience} s")
        return self._end(refresh, outcome)

    def _end(self, refresh: Refresh, outcome: Outcome) -> Outcome:
        landed = self._cache.complete(refresh, outcome)
        if isinstance(landed, Credentials) and isinstance(outcome, CredentialsError):
            # Without the text, which is the provider's: callers get it when it comes to that.
            self._log.warning(
                "%s failed, going on with credentials that expire at %s",
                self.origin,
                landed.expires_at,
            )
        return landed


def _own(outcome: Outcome) -> Outcome:
    # An error that is raised collects a traceback and notes, so every waiter gets its own.
    return outcome if isinstance(outcome, Credentials) else CredentialsError(outcome.message)
