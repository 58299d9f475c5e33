"""Sources of credentials that look at nothing outside of the test, and functions that provide when told to."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

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
# A bound for the machine, never waited out: everything here is told by events when to go on.
SOON = 30.0


def find_for_good(_profile: str | None, _region: str | None) -> Outcome:
    """Find what botocore would."""
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
    """Make a source that looks at nothing outside of the test."""
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
    """A function that answers when it is told to, each time with new credentials that live an hour."""

    def __init__(self, *, ready: bool = True) -> None:
        self.asked = 0
        self.started = threading.Semaphore(0)
        self.go_on = threading.Semaphore(1000 if ready else 0)
        self.failing = False

    def __call__(self) -> Credentials:
        """Provide."""
        self.asked += 1
        number = self.asked
        self.started.release()
        assert self.go_on.acquire(timeout=SOON)
        if self.failing:
            raise OSError("geheim: the vault is sealed")
        return credentials(number)


def credentials(number: int) -> Credentials:
    """Return what a `Provider` gives when it is asked for the nth time."""
    return Credentials(f"AKID{number}", "geheim", None, NOON + timedelta(hours=number))


class Later:
    """A background in which nothing happens until the test says so."""

    def __init__(self) -> None:
        self.or_here: bool | None = None
        self._work: list[tuple[Callable[[], RefreshOutcome], Future[RefreshOutcome]]] = []

    def __call__(
        self, function: Callable[[], RefreshOutcome], *, or_here: bool
    ) -> Future[RefreshOutcome]:
        """Put the work off, whoever asks for it."""
        self.or_here = or_here
        future: Future[RefreshOutcome] = Future()
        self._work.append((function, future))
        return future

    def now(self) -> None:
        """Do what has been put off, which is one thing."""
        ((function, future),) = self._work
        self._work.clear()
        future.set_result(function())
