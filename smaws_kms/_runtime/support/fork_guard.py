"""Delays forks until other threads have finished imports and the loading of trust roots.

A thread that imports holds locks of the import system, and has a partial module in `sys.modules`. A
thread that loads trust roots holds locks of OpenSSL. A forked child does not have these threads: the
modules would stay partial and the locks held.
"""

import importlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import ModuleType
from typing import Final, TypeVar

_T = TypeVar("_T")

_logger: Final = logging.getLogger(__name__.partition(".")[0])

_PATIENCE: Final = 10.0
"""Maximum seconds that a fork waits: a parent that hangs is worse than a child that may hang."""

_INTERVAL: Final = 0.001
"""Seconds between two looks of a fork that waits."""


class ForkGuard:
    """Tracks work in progress, and has forks wait for that of other threads.

    A signal handler may raise at any point here, so no lock is held from one Python function to the next,
    as `threading.Condition` does: one that is left held would block all later work.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._reset()

    def run(self, function: Callable[[], _T]) -> _T:
        """Return the result of a function; forks in other threads wait for its end."""
        work = object()
        try:
            self._begin(work, threading.get_ident())
            result = function()
        finally:
            self._busy.pop(work, None)
        return result

    def before_fork(self) -> None:
        """Wait for other threads, and block new work until the fork is done."""
        end = time.monotonic() + self._patience
        while not self._blocked():
            if time.monotonic() >= end:
                _logger.warning(
                    "fork while another thread imports modules or loads trust roots, after waiting "
                    "%s s for it: the child process may hang",
                    f"{self._patience:g}",
                )
                self._forking.acquire()
                return
            time.sleep(_INTERVAL)

    def after_fork_in_parent(self) -> None:
        """Allow new work."""
        # Python does not stop a fork when a signal handler raises in `before_fork`: then it is not held.
        with suppress(RuntimeError):
            self._forking.release()

    def after_fork_in_child(self) -> None:
        """Drop the threads of the parent, except the forking one, which continues in the child."""
        here = threading.get_ident()
        kept = {work: here for work, thread in self._busy.items() if thread == here}
        self._reset()
        self._busy.update(kept)

    def _begin(self, work: object, thread: int) -> None:
        if thread in self._busy.values():  # a fork that waits for this thread must not block it
            self._busy[work] = thread
            return
        with self._forking:
            self._busy[work] = thread

    def _blocked(self) -> bool:
        """Block new work if no other thread is at work; return whether it is blocked."""
        self._forking.acquire()
        here = threading.get_ident()
        if all(thread == here for thread in tuple(self._busy.values())):
            return True
        self._forking.release()
        return False

    def _reset(self) -> None:
        # Reentrant: a finalizer or a signal handler may import, or fork, while its thread holds it.
        self._forking = threading.RLock()
        self._busy: dict[object, int] = {}
        """Threads by their work in progress. One operation on it cannot be interrupted."""


_guard: Final = ForkGuard()


def import_whole(name: str) -> ModuleType:
    """Import a module while forks in other threads wait."""
    return _guard.run(partial(importlib.import_module, name))


def unforked(function: Callable[[], _T]) -> Callable[[], _T]:
    """Return the function wrapped so that forks in other threads wait for its end."""
    return partial(_guard.run, function)


if sys.platform != "win32":  # pragma: no branch - Windows does not fork
    # `before` hooks run in reverse order of registration. The hook of `logging` locks logging, and work
    # that this hook waits for may log: so `logging` has to be imported, above, before this line.
    os.register_at_fork(
        before=_guard.before_fork,
        after_in_parent=_guard.after_fork_in_parent,
        after_in_child=_guard.after_fork_in_child,
    )
