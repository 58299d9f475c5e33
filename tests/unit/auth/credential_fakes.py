"""Resolvers that are isolated from the machine, and providers that a test controls."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

import pytest

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import (
    CredentialResolver,
    InBackground,
    RefreshOutcome,
)
from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.auth.providers import CredentialProviders, FindCredentials
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.values import Credentials

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
ONE = NOON + timedelta(hours=1)
FOR_GOOD = Credentials("AKID", "geheim")
# A limit for slow machines that tests never wait for: events tell each step when to continue.
SOON = 30.0


def find_for_good(_profile: str | None, _region: str | None) -> Outcome:
    """Stand in for botocore's chain."""
    return FOR_GOOD


def source(
    argument: CredentialsArgument = None,
    *,
    blocking: bool = True,
    profile: str | None = None,
    environ: Mapping[str, str] | None = None,
    find_in_chain: FindCredentials = find_for_good,
    in_background: InBackground = run_in_daemon_thread,
) -> CredentialResolver:
    """Return a resolver that does not read files or the real environment."""
    return CredentialResolver(
        CredentialProviders(
            argument,
            blocking=blocking,
            profile=profile,
            environ=environ or {},
            find_in_chain=find_in_chain,
        ),
        in_background=in_background,
    )


def assert_plain_error(outcome: object, text: str) -> None:
    """Check that a `CredentialsError` has its text, and nothing else that could hold a secret."""
    assert isinstance(outcome, CredentialsError)
    assert text == outcome.message
    assert (None, None, None) == (outcome.__cause__, outcome.__context__, outcome.__traceback__)
    assert {"message", "operation"} == set(vars(outcome))


class Provider:
    """A provider that returns after a signal, each time with other credentials that expire an hour later."""

    def __init__(self, *, ready: bool = True) -> None:
        self.calls = 0
        self.started = threading.Semaphore(0)
        self.go_on = threading.Semaphore(1000 if ready else 0)
        self.failing = False

    def __call__(self) -> Credentials:
        """Return the next credentials, or fail."""
        self.calls += 1
        number = self.calls
        self.started.release()
        assert self.go_on.acquire(timeout=SOON)
        if self.failing:
            raise OSError("geheim: the vault is sealed")
        return credentials(number)


def credentials(number: int) -> Credentials:
    """Return the credentials of the nth call of a `Provider`."""
    return Credentials(f"AKID{number}", "geheim", None, NOON + timedelta(hours=number))


class Later:
    """Runs background work when the test calls `now`."""

    def __init__(self) -> None:
        self.or_here: bool | None = None
        self._work: list[tuple[Callable[[], RefreshOutcome], Future[RefreshOutcome]]] = []

    def __call__(
        self, function: Callable[[], RefreshOutcome], *, or_here: bool
    ) -> Future[RefreshOutcome]:
        """Store the work."""
        self.or_here = or_here
        future: Future[RefreshOutcome] = Future()
        self._work.append((function, future))
        return future

    def now(self) -> None:
        """Run the stored work."""
        ((function, future),) = self._work
        self._work.clear()
        future.set_result(function())


def filled(
    provider: CredentialsArgument, later: Later, find_in_chain: FindCredentials = find_for_good
) -> CredentialResolver:
    """Return a resolver that got its first credentials at noon."""
    src = source(provider, in_background=later, find_in_chain=find_in_chain)
    with pytest.raises(TimeoutError):
        src.fetch(NOON, timeout=0)
    later.now()
    return src
