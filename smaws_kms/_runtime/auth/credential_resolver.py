"""A client's credentials: cached, refreshed before they expire, with one refresh for all callers.

A driver first tries `cached`, which nearly always suffices. Otherwise the blocking driver calls
`fetch` and the async driver awaits `fetch_async`. Blocking work runs on daemon threads only; one of
the waiting calls awaits a user's async function.
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

RefreshOutcome: TypeAlias = Outcome | None
"""The end of a refresh for its callers; `None` if it was cancelled."""


class InBackground(Protocol):
    """Runs blocking work on a thread."""

    def __call__(
        self, function: Callable[[], RefreshOutcome], *, or_here: bool
    ) -> "Future[RefreshOutcome]":
        """Return the future of the result; `or_here` runs it in the caller if no thread can be started."""
        ...


# Seconds that a call waits for a user's async function while the current credentials are valid.
_ASYNC_LIMIT: Final = 5.0

_NO_THREAD: Final = (
    "no thread can be started to look for credentials: the limit of threads is reached, or the "
    "program is ending"
)

# Named after the package, so that one logger switches all of it; clients pass their package's.
_LOG: Final = logging.getLogger(__name__.partition(".")[0])


class ProviderCall:
    """A call of the provider, with the context variables of the call that started the refresh."""

    def __init__(self, providers: CredentialProviders, region: str | None) -> None:
        self._providers = providers
        self._region = region
        self._context = context_for_thread()

    def __call__(self) -> RefreshOutcome:
        """Load the credentials; this blocks."""
        return self._context.run(self._providers.load, self._region)


class CredentialResolver:
    """The credentials of one client and of those derived from it. Thread-safe."""

    def __init__(
        self,
        providers: CredentialProviders,
        *,
        in_background: InBackground = run_in_daemon_thread,
        log: logging.Logger = _LOG,
    ) -> None:
        self.providers = providers
        """The client's arguments, for pickling and for texts."""
        self._in_background = in_background
        self._log = log
        self._cache = CredentialCache(refresh_interval=providers.refresh_interval)
        self.cached = self._cache.cached
        """Returns the credentials at a time, `None` if they are absent or due for a refresh."""
        if isinstance(providers.fixed, Credentials):
            self._cache.keep(providers.fixed)

    def __repr__(self) -> str:
        return f"<CredentialResolver: {self.providers}>"

    def fetch(
        self, now: datetime, *, region: str | None = None, timeout: float | None = None
    ) -> Outcome:
        """Return the credentials, after a refresh if one is due.

        Args:
            now: The time by the client's clock.
            region: The Region of STS, for roles.
            timeout: Seconds to wait before `TimeoutError`; the refresh continues. If no thread can be
                started, the provider runs in the calling thread and is not bounded.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            found = self._find(now, region, None, or_here=True)
            if not isinstance(found, RefreshClaim):
                return _own(found)
            remaining = None if deadline is None else max(0.0, deadline - time.monotonic())
            outcome = found.refresh.future.result(remaining)
            if outcome is not None:
                return _own(outcome)
            if self.providers.async_provider is not None:
                return CredentialsError(
                    f"{self.providers} returned an awaitable, which only the async client can await"
                )

    async def fetch_async(
        self, now: datetime, *, region: str | None = None, within: float | None = None
    ) -> Outcome:
        """Return the credentials, after a refresh if one is due.

        Cancelling one caller does not affect the others. `within` is the time in seconds that the
        caller has left; the caller enforces it.
        """
        while True:
            # Read once: a daemon thread may meanwhile discover that the function is async.
            async_provider = self.providers.async_provider
            found = self._find(now, region, async_provider)
            if not isinstance(found, RefreshClaim):
                return _own(found)
            if found.is_leader and async_provider is not None:
                return _own(await self._lead(found, async_provider, within))
            outcome = await running_backend().outcome_of(found.refresh.future)
            if outcome is not None:
                return _own(outcome)

    def invalidate(self, credentials: Credentials) -> bool:
        """Forget credentials that the service rejected; return whether a retry may help."""
        return self.providers.fixed is None and self._cache.invalidate(credentials)

    def _find(
        self,
        now: datetime,
        region: str | None,
        async_provider: Provider | None,
        *,
        or_here: bool = False,
    ) -> Outcome | RefreshClaim:
        """Return an outcome, or the claim on a refresh that the caller has to wait for or to lead.

        `or_here` allows the provider to run in the calling thread if no other can be started.
        """
        if self.providers.fixed is not None:
            return self.providers.fixed
        try:
            claim = self._cache.claim(now)
            if isinstance(claim, Credentials) or (claim.is_leader and async_provider is not None):
                return claim
            if claim.is_leader:
                # An early refresh must not hold up a call: it fails if no thread can be started.
                self._start(claim.refresh, region, or_here=or_here and claim.usable is None)
        except BaseException:
            # From a signal handler, or for lack of memory: others must not wait for this refresh.
            self._cache.cancel_unstarted()
            raise
        return claim if claim.usable is None else claim.usable

    def _start(self, refresh: Refresh, region: str | None, *, or_here: bool) -> None:
        if outcome := self.providers.load_from_environment():
            self._end(refresh, outcome)
            return
        load = ProviderCall(self.providers, region)
        future = self._in_background(lambda: self._run(refresh, load), or_here=or_here)
        refresh.is_started = True
        failure = future.exception() if future.done() else None
        if isinstance(failure, NoThreadError):
            self._end(refresh, CredentialsError(_NO_THREAD))
        elif failure is not None:
            raise failure

    def _run(self, refresh: Refresh, load: ProviderCall) -> RefreshOutcome:
        # This ends the refresh too. A done callback of the future could run in the caller's thread,
        # where futures log and drop what a signal handler raises.
        try:
            outcome = load()
        except BaseException as failure:
            if isinstance(failure, KeyboardInterrupt) or raised_by_handler(failure):
                # Only the caller's own thread gets here, if no other can be started: it is for the caller.
                self._cache.cancel(refresh)
                raise
            # Exceptions of the user's function and of botocore are handled where those are called.
            # The text of any other might hold a secret.
            kind = type(failure).__qualname__
            outcome = CredentialsError(f"{self.providers}: unexpected {kind}")
        if outcome is None:
            self._cache.cancel(refresh)
            return None
        return self._end(refresh, outcome)

    async def _lead(self, claim: RefreshClaim, provider: Provider, within: float | None) -> Outcome:
        refresh = claim.refresh
        refresh.is_started = True
        half = _ASYNC_LIMIT if within is None else min(_ASYNC_LIMIT, within / 2)
        limit = None if claim.usable is None else half
        try:
            outcome = await running_backend().within(limit, await_provider(provider))
        except BaseException:
            # Most likely a cancellation: another waiting call takes over.
            self._cache.cancel(refresh)
            raise
        if outcome is None:
            outcome = CredentialsError(f"{self.providers} took longer than {limit} s")
        return self._end(refresh, outcome)

    def _end(self, refresh: Refresh, outcome: Outcome) -> Outcome:
        kept = self._cache.complete(refresh, outcome)
        if isinstance(kept, Credentials) and isinstance(outcome, CredentialsError):
            # Without the text, which is the provider's; calls get it once the credentials have expired.
            self._log.warning(
                "%s failed; calls keep using credentials that expire at %s",
                self.providers,
                kept.expires_at,
            )
        return kept


def _own(outcome: Outcome) -> Outcome:
    # A raised error collects a traceback and notes, so every caller gets its own.
    return outcome if isinstance(outcome, Credentials) else CredentialsError(outcome.message)
