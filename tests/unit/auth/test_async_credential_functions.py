"""Async functions as credential sources: one call for all callers, failures, cancellation."""

from datetime import timedelta

import anyio
import pytest

from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.async_callers import Caller, both, start
from tests.unit.auth.credential_fakes import NOON, ONE, credentials, source


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
async def test_plain_function_that_returns_an_awaitable() -> None:
    """A plain function that returns an awaitable is awaited from its second call on."""
    provider = AsyncProvider()
    provider.go_on.set()
    src = source(lambda: provider(), blocking=False)  # noqa: PLW0108 - what is tested
    first, second = Caller(src), Caller(src)
    async with anyio.create_task_group() as group:
        await start(group, first, second)

    assert credentials(1) == first.outcome == second.outcome
    assert credentials(2) == await src.fetch_async(ONE)
