"""Blocking work, away from the caller's thread and from the interpreter's exit."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from smaws_kms._runtime.frames import raise_if_from_handler

_T = TypeVar("_T")


def in_daemon_thread(function: Callable[[], _T]) -> Future[_T]:
    """Run `function` on a daemon thread of its own and return the future of its result.

    Executors, asyncio's default one included, join their threads when the interpreter exits: one
    metadata service that does not answer would hold up the whole process. The future cannot be
    cancelled, so that a waiter who gives up does not take the result from the others.
    """
    future: Future[_T] = Future()
    future.set_running_or_notify_cancel()
    thread = Thread(target=_run, args=(function, future), name="smaws-worker", daemon=True)
    outer = sys.exception()
    try:
        thread.start()
    except RuntimeError as error:
        # In `start`, threading may replace what a signal's handler raises by an error of its own.
        replaced = None if error.__context__ is outer else error.__context__
        raise_if_from_handler(replaced or error)
        # The process may have no threads left, or be on its way out.
        future.set_exception(error)
    return future


def _run(function: Callable[[], _T], future: Future[_T]) -> None:
    try:
        result = function()
    except BaseException as error:  # noqa: BLE001 - whoever waits must hear of everything
        future.set_exception(error)
    else:
        future.set_result(result)
