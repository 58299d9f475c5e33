"""Blocking work, away from the caller's thread and from the interpreter's exit."""

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
    metadata service that does not answer would hold up the whole process. The future cannot be
    cancelled, so that a waiter who gives up does not take the result from the others.

    Args:
        function: The work.
        or_here: Do the work in the calling thread where no thread can be started: a process may have
            used up its limit, and from Python 3.12 on none starts while the interpreter shuts down.
            For blocking callers; the future is done on return.
        failed: Makes a result of an exception, or of `NoThreadError`.
    """
    work = function if failed is None else _guarded(function, failed)
    future: Future[_T] = Future()
    future.set_running_or_notify_cancel()
    thread = Thread(target=_run, args=(work, future), name="smaws-worker", daemon=True)
    outer = sys.exception()
    try:
        thread.start()
    except Exception as error:  # noqa: BLE001 - RuntimeError, MemoryError, or what a patched Thread raises
        # In `start`, threading may replace what a signal's handler raises by an error of its own.
        replaced = None if error.__context__ is outer else error.__context__
        raise_if_from_handler(replaced or error)
        reason = str(error) or type(error).__name__
        refusal = NoThreadError(f"no thread can be started: {reason}")
    else:
        return future
    if or_here:
        _run(work, future)
    elif failed is not None:
        future.set_result(failed(refusal))
    else:
        future.set_exception(refusal)
    return future


def _guarded(function: Callable[[], _T], failed: Callable[[Exception], _T]) -> Callable[[], _T]:
    def guarded() -> _T:
        try:
            return function()
        except Exception as error:  # noqa: BLE001 - the caller says what becomes of it
            raise_if_from_handler(error)
            return failed(error)

    return guarded


def _run(function: Callable[[], _T], future: Future[_T]) -> None:
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001 - every waiter has to learn of it
        future.set_exception(error)
    else:
        future.set_result(result)
