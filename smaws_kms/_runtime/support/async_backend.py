"""Interface to the async library, asyncio or trio, that runs the caller.

Each is imported only when needed: importing asyncio takes as long as httpx, and a blocking client does
not use it.
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
    """Functions that differ between asyncio and trio. A module implements them for each."""

    async def within(self, seconds: float | None, work: Awaitable[T]) -> T | None:
        """Await `work` for some seconds, and return `None` on timeout; `None` is no limit."""
        ...

    async def outcome_of(self, future: Future[T]) -> T:
        """Wait for the result of another thread without blocking the event loop.

        Cancelling the caller does not cancel the work: others may wait for it.
        """
        ...

    def is_cancelled(self, error: BaseException) -> bool:
        """Return whether an exception is the cancellation of the running task, not of another."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Sleep for some seconds without blocking the event loop."""
        ...


def running_backend() -> AsyncBackend:
    """Return the implementation for the library that runs the caller."""
    return _trio() if trio_is_running() else _asyncio()


def trio_is_running() -> bool:
    """Return whether the caller runs in a trio task."""
    # A program that runs on trio has imported it. All others pay only for this lookup.
    return "trio" in sys.modules and _trio().is_running()


class _Trio(AsyncBackend, Protocol):
    def is_running(self) -> bool: ...


def context_for_thread() -> Context:
    """Return a copy of the caller's context variables for work on another thread.

    sniffio stores in such a variable which library runs the event loop. It is reset, since otherwise
    `anyio.run` would refuse to start a loop on that thread.
    """
    context = copy_context()
    if "sniffio" in sys.modules:
        import sniffio  # noqa: PLC0415  # without its import the variable is not set

        context.run(sniffio.current_async_library_cvar.set, None)
    return context


@cache
def _trio() -> _Trio:
    return cast("_Trio", import_whole(f"{__package__}.trio_backend"))


@cache
def _asyncio() -> AsyncBackend:
    return cast("AsyncBackend", import_whole(f"{__package__}.asyncio_backend"))
