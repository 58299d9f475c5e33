"""Credentials of async calls from blocking functions, the environment, and without threads."""

import sys
from collections.abc import Callable
from concurrent.futures import Future

import anyio
import pytest

from smaws_kms._runtime.auth.credential_resolver import RefreshOutcome
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.async_callers import Caller, both, settle, start
from tests.unit.auth.credential_fakes import FOR_GOOD, NOON, Provider, credentials, source


@both
async def test_async_caller_of_a_plain_function() -> None:
    """Async callers share one refresh, and do not block the event loop."""
    provider = Provider(ready=False)
    src = source(provider, blocking=False)
    callers = [Caller(src) for _ in range(10)]
    async with anyio.create_task_group() as group:
        await start(group, *callers)
        provider.go_on.release()

    assert [credentials(1)] * 10 == [caller.outcome for caller in callers]
    assert credentials(1) == await src.fetch_async(NOON)
    assert 1 == provider.calls


@both
async def test_cancelled_caller_of_a_plain_function() -> None:
    """Cancelling one caller does not affect the others."""
    provider = Provider(ready=False)
    src = source(provider, blocking=False)
    first, second = Caller(src), Caller(src)
    async with anyio.create_task_group() as group:
        await start(group, first, second)
        first.scope.cancel()
        await settle()
        provider.go_on.release()

    assert (None, credentials(1)) == (first.outcome, second.outcome)
    assert 1 == provider.calls


@both
async def test_malformed_explicit_in_the_async_client() -> None:
    """The async client reports the same error about explicit credentials."""
    outcome = await source(Credentials("", "geheim"), blocking=False).fetch_async(NOON)

    assert isinstance(outcome, CredentialsError)


async def test_without_sniffio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs work without sniffio."""
    monkeypatch.delitem(sys.modules, "sniffio", raising=False)

    assert FOR_GOOD == await source(lambda: FOR_GOOD, blocking=False).fetch_async(NOON)
    assert "sniffio" not in sys.modules


def refuse(function: Callable[[], RefreshOutcome], *, or_here: bool) -> Future[RefreshOutcome]:  # noqa: ARG001 - part of the protocol
    """Return a future that failed because no thread can be started."""
    assert not or_here, "it would block the event loop"
    future: Future[RefreshOutcome] = Future()
    future.set_exception(NoThreadError("can't start new thread"))
    return future


@both
async def test_no_thread_for_the_environment() -> None:
    """Credentials in the environment need no thread."""
    environ = {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "geheim"}

    src = source(environ=environ, blocking=False, in_background=refuse)

    assert FOR_GOOD == await src.fetch_async(NOON)


@both
async def test_no_threads_left() -> None:
    """Without threads the async client returns an error to all callers, and does not block."""
    src = source(Provider(), blocking=False, in_background=refuse)

    outcome = await src.fetch_async(NOON)

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.startswith("no thread can be started to look for credentials")
