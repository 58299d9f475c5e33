"""Which async library runs the caller, and what the async client asks of it.

Neither is imported before it is needed: asyncio takes as long to load as httpx, and a blocking
client has no use for it.
"""

import sys
from collections.abc import Awaitable
from concurrent.futures import Future
from contextvars import Context, copy_context
from functools import cache
from typing import Protocol, TypeVar, cast

from smaws_kms._runtime.support.fork_guard import import_whole

T = TypeVar("T")


class AsyncBackend(Protocol):
    """The few things that asyncio and trio do differently; a module of ours for each."""

    async def within(self, seconds: float | None, work: Awaitable[T]) -> T | None:
        """Await something, and return `None` when it takes too long; no limit if `None`."""
        ...

    async def outcome_of(self, future: Future[T]) -> T:
        """Wait for another thread's work without blocking the loop.

        A waiter who is cancelled leaves the work alone: others may wait for it.
        """
        ...

    def is_cancelled(self, error: BaseException) -> bool:
        """Return whether an exception is the cancellation of the running task, and not of another."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let others run for a while."""
        ...


def running_backend() -> AsyncBackend:
    """Return the library whose task the caller is."""
    return _trio() if trio_is_running() else _asyncio()


def trio_is_running() -> bool:
    """Tell whether the caller is a task of trio's."""
    # Who runs on trio has imported it; nobody else pays more than this look.
    return "trio" in sys.modules and _trio().is_running()


class _Trio(AsyncBackend, Protocol):
    def is_running(self) -> bool: ...


def context_for_thread() -> Context:
    """Return a copy of the caller's context variables, for work on another thread.

    That no event loop runs there has to be said to sniffio, which keeps it in such a variable:
    else `anyio.run` refuses to start one there.
    """
    context = copy_context()
    if "sniffio" in sys.modules:
        import sniffio  # noqa: PLC0415  # who has not imported it has nothing in the variable

        context.run(sniffio.current_async_library_cvar.set, None)
    return context


@cache
def _trio() -> _Trio:
    return cast("_Trio", import_whole(f"{__package__}.trio_backend"))


@cache
def _asyncio() -> AsyncBackend:
    return cast("AsyncBackend", import_whole(f"{__package__}.asyncio_backend"))
