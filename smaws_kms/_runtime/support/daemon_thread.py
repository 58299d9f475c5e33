"""Blocking work on daemon threads, which delay neither the caller nor the interpreter's exit."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from smaws_kms._runtime.support.frames import raise_if_from_handler

_T = TypeVar("_T")


class NoThreadError(RuntimeError):
    """The system or the interpreter refuses a new thread."""


def run_in_daemon_thread(
    function: Callable[[], _T],
    *,
    or_here: bool = False,
    failed: Callable[[Exception], _T] | None = None,
) -> Future[_T]:
    """Run `function` on a daemon thread of its own and return the future of its result.

    Executors, asyncio's default one included, join their threads when the interpreter exits: one
    metadata service that does not respond would delay the exit of the process. The future cannot be
    cancelled, so that a caller that gives up does not affect the others.

    Args:
        function: The work, which may block.
        or_here: Run the work in the calling thread if no thread can be started: the process may be at
            its limit, and from Python 3.12 on no thread starts during interpreter shutdown. For
            blocking callers; the future is done on return.
        failed: Converts an exception of the work, or `NoThreadError`, to a result.
    """
    work = function if failed is None else _guarded(function, failed)
    future: Future[_T] = Future()
    future.set_running_or_notify_cancel()
    refusal = _start(Thread(target=_run, args=(work, future), name="smaws-worker", daemon=True))
    if refusal is None:
        return future
    if or_here:
        _run(work, future)
    elif failed is not None:
        future.set_result(failed(refusal))
    else:
        future.set_exception(refusal)
    return future


def _start(thread: Thread) -> NoThreadError | None:
    """Start a thread; return the error if it cannot be started."""
    outer = sys.exception()
    try:
        thread.start()
    except Exception as error:  # noqa: BLE001 - RuntimeError, MemoryError, or what a patched Thread raises
        # In `start`, threading may replace an exception of a signal handler by its own error.
        replaced = None if error.__context__ is outer else error.__context__
        raise_if_from_handler(replaced or error)
        reason = str(error) or type(error).__name__
        return NoThreadError(f"no thread can be started: {reason}")
    return None


def _guarded(function: Callable[[], _T], failed: Callable[[Exception], _T]) -> Callable[[], _T]:
    def guarded() -> _T:
        try:
            return function()
        except Exception as error:  # noqa: BLE001 - `failed` converts it
            raise_if_from_handler(error)
            return failed(error)

    return guarded


def _run(function: Callable[[], _T], future: Future[_T]) -> None:
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001 - all callers wait for the future
        future.set_exception(error)
    else:
        future.set_result(result)
