"""Credentials with several event loops, and with their context variables."""

import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar

import anyio
import anyio.lowlevel

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.async_callers import both
from tests.unit.auth.credential_fakes import FOR_GOOD, NOON, SOON, Provider, credentials, source


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
