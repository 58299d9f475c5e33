"""A client's credentials in async calls, with tasks and event loops."""

import asyncio
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from datetime import datetime, timedelta

import anyio
import anyio.lowlevel
import pytest
from anyio.abc import TaskGroup

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver, RefreshOutcome
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import (
    FOR_GOOD,
    NOON,
    ONE,
    SOON,
    Provider,
    credentials,
    source,
)

both = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


class Caller:
    """A task that fetches credentials."""

    def __init__(self, source: CredentialResolver, now: datetime = NOON) -> None:
        self.outcome: Outcome | None = None
        self.scope = anyio.CancelScope()
        self._source = source
        self._now = now

    async def fetch(self) -> None:
        """Fetch them, unless cancelled."""
        with self.scope:
            self.outcome = await self._source.fetch_async(self._now)


async def settle() -> None:
    """Run other tasks until they wait."""
    for _ in range(3):
        await anyio.lowlevel.checkpoint()


async def start(group: TaskGroup, *callers: Caller) -> None:
    """Start callers, and return when they wait."""
    for caller in callers:
        group.start_soon(caller.fetch)
    await settle()


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


class AsyncProvider:
    """An async function that returns after a signal."""

    def __init__(self) -> None:
        self.calls = 0
        self.started = anyio.Event()
        self.go_on = anyio.Event()
        self.failing = False

    async def __call__(self) -> Credentials:
        """Return the next credentials."""
        self.calls += 1
        number = self.calls
        self.started.set()
        await self.go_on.wait()
        if self.failing:
            raise OSError("the vault is sealed")
        return credentials(number)


@both
async def test_async_function() -> None:
    """An async function is awaited once for all callers, on the event loop of one."""
    provider = AsyncProvider()
    src = source(provider, blocking=False)
    callers = [Caller(src) for _ in range(10)]
    async with anyio.create_task_group() as group:
        await start(group, *callers)
        provider.go_on.set()

    assert [credentials(1)] * 10 == [caller.outcome for caller in callers]
    assert credentials(1) == src.cached(NOON)
    assert 1 == provider.calls


@both
async def test_cancelled_leader() -> None:
    """If the leading caller is cancelled, another one leads the next refresh."""
    provider = AsyncProvider()
    src = source(provider, blocking=False)
    leader, *followers = (Caller(src) for _ in range(3))
    async with anyio.create_task_group() as group:
        await start(group, leader)
        await start(group, *followers)
        provider.started = anyio.Event()
        leader.scope.cancel()
        await provider.started.wait()
        provider.go_on.set()

    assert [credentials(2)] * 2 == [follower.outcome for follower in followers]
    assert leader.outcome is None
    assert 2 == provider.calls


@both
async def test_failing_async_function() -> None:
    """Its exception becomes an error for all callers."""
    provider = AsyncProvider()
    provider.failing = True
    src = source(provider, blocking=False)
    first, second = Caller(src), Caller(src)
    async with anyio.create_task_group() as group:
        await start(group, first, second)
        provider.go_on.set()

    assert isinstance(first.outcome, CredentialsError)
    assert "AsyncProvider failed: OSError: the vault is sealed" == first.outcome.message
    assert str(first.outcome) == str(second.outcome)
    assert first.outcome is not second.outcome
    assert 1 == provider.calls


@both
async def test_async_function_in_the_advisory_window() -> None:
    """One caller awaits the function; the others, and all after a failure, use valid credentials."""
    provider = AsyncProvider()
    provider.go_on.set()
    src = source(provider, blocking=False)
    await src.fetch_async(NOON)
    late = ONE - timedelta(minutes=5)
    provider.failing, provider.started, provider.go_on = True, anyio.Event(), anyio.Event()

    leader, other = Caller(src, late), Caller(src, late)
    async with anyio.create_task_group() as group:
        await start(group, leader)
        await other.fetch()
        provider.go_on.set()

    assert credentials(1) == other.outcome == leader.outcome == src.cached(late)


@both
async def test_async_function_that_hangs_in_the_advisory_window(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The leading caller stops waiting in time to use the current credentials."""
    provider = AsyncProvider()
    provider.go_on.set()
    src = source(provider, blocking=False)
    await src.fetch_async(NOON)
    provider.go_on = anyio.Event()
    late = ONE - timedelta(minutes=5)

    assert credentials(1) == await src.fetch_async(late, within=0.01)
    assert credentials(1) == src.cached(late)
    assert ["the function AsyncProvider failed; calls keep using credentials"] == [
        record.getMessage().partition(" that")[0] for record in caplog.records
    ]


@both
async def test_function_that_turns_out_to_be_async() -> None:
    """A plain function that returns an awaitable is awaited from its second call on."""
    provider = AsyncProvider()
    provider.go_on.set()
    src = source(lambda: provider(), blocking=False)  # noqa: PLW0108 - what is tested
    first, second = Caller(src), Caller(src)
    async with anyio.create_task_group() as group:
        await start(group, first, second)

    assert credentials(1) == first.outcome == second.outcome
    assert credentials(2) == await src.fetch_async(ONE)


def test_several_loops() -> None:
    """Event loops in several threads share one refresh."""
    provider = Provider(ready=False)
    src = source(provider, blocking=False)
    together = threading.Barrier(6)

    async def fetch() -> list[Outcome]:
        tasks = [asyncio.create_task(src.fetch_async(NOON)) for _ in range(10)]
        await asyncio.sleep(0)
        together.wait(SOON)
        return await asyncio.gather(*tasks)

    with ThreadPoolExecutor(5) as threads:
        fetched = [threads.submit(asyncio.run, fetch()) for _ in range(5)]
        together.wait(SOON)
        provider.go_on.release()
        outcomes = [future.result(SOON) for future in fetched]

    assert [[credentials(1)] * 10] * 5 == outcomes
    assert 1 == provider.calls


def test_leader_on_a_loop_that_ends() -> None:
    """If the event loop of the leading caller ends, a caller on another loop leads."""
    calls: list[str] = []
    started, waiting = threading.Event(), threading.Event()

    async def provide() -> Credentials:
        calls.append(threading.current_thread().name)
        if len(calls) == 1:
            started.set()
            await asyncio.Event().wait()
        return FOR_GOOD

    src = source(provide, blocking=False)

    async def lead_and_leave() -> None:
        task = asyncio.create_task(src.fetch_async(NOON))
        await asyncio.to_thread(waiting.wait, SOON)
        # `asyncio.run` cancels what is left when its main coroutine returns.
        assert not task.done()

    async def follow() -> Outcome:
        task = asyncio.create_task(src.fetch_async(NOON))
        await asyncio.sleep(0)
        waiting.set()
        return await task

    with ThreadPoolExecutor(2) as threads:
        first: Future[None] = threads.submit(asyncio.run, lead_and_leave())
        assert started.wait(SOON)
        second: Future[Outcome] = threads.submit(asyncio.run, follow())
        first.result(SOON)
        outcome = second.result(SOON)

    assert FOR_GOOD == outcome
    assert 2 == len(set(calls))


_variable: ContextVar[str] = ContextVar("_variable", default="nothing")


@both
async def test_context_variables() -> None:
    """A blocking function sees the context variables of the task that starts the refresh."""
    seen: list[str] = []

    def provide() -> Credentials:
        seen.append(_variable.get())
        return FOR_GOOD

    _variable.set("the caller's")
    await source(provide, blocking=False).fetch_async(NOON)

    assert ["the caller's"] == seen


@both
async def test_blocking_function_with_a_loop_of_its_own(anyio_backend: str) -> None:
    """A blocking function may run an event loop of its own on its thread."""

    async def inner() -> Credentials:
        await anyio.lowlevel.checkpoint()
        return FOR_GOOD

    def provide() -> Credentials:
        return anyio.run(inner, backend=anyio_backend)

    assert FOR_GOOD == await source(provide, blocking=False).fetch_async(NOON)


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
