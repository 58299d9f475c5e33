"""Forks wait for work that must not be cut in half.

A thread that imports holds locks of the import system and has half a module in `sys.modules`; one that
loads trust roots holds locks of OpenSSL. In a child that thread is gone: its modules stay incomplete,
and its locks are never released.
"""

import importlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import ModuleType
from typing import Final, TypeVar

_T = TypeVar("_T")

_logger: Final = logging.getLogger(__name__.partition(".")[0])

_PATIENCE: Final = 10.0
"""Seconds that a fork waits at most: better a child that may be broken than a parent that hangs."""


class ForkGuard:
    """Counts the threads that are at such work."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._reset()

    @contextmanager
    def hold(self) -> Generator[None]:
        """Have forks in other threads wait until the block ends."""
        thread = threading.get_ident()
        with self._changed:
            self._busy[thread] = self._busy.get(thread, 0) + 1
        try:
            yield
        finally:
            with self._changed:
                self._busy[thread] -= 1
                if not self._busy[thread]:
                    del self._busy[thread]
                    self._changed.notify_all()

    def before_fork(self) -> None:
        """Wait for the other threads, and keep new work from starting until the fork is done."""
        here = threading.get_ident()
        self._changed.acquire()
        if not self._changed.wait_for(lambda: not self._busy.keys() - {here}, self._patience):
            _logger.warning("another thread still imports or loads trust roots: a child may hang")

    def after_fork_in_parent(self) -> None:
        """Let work start again."""
        self._changed.release()

    def after_fork_in_child(self) -> None:
        """Forget the threads of the parent, but for the one that goes on here."""
        depth = self._busy.get(here := threading.get_ident())
        self._reset()
        if depth is not None:
            self._busy[here] = depth

    def _reset(self) -> None:
        self._changed = threading.Condition(threading.Lock())
        self._busy: dict[int, int] = {}
        """By thread, how many blocks it is in."""


_guard: Final = ForkGuard()


def import_whole(name: str) -> ModuleType:
    """Import a module so that no child gets half of it."""
    with _guard.hold():
        return importlib.import_module(name)


def unforked(function: Callable[[], _T]) -> Callable[[], _T]:
    """Return a function that forks in other threads wait for."""

    def guarded() -> _T:
        with _guard.hold():
            return function()

    return guarded


if sys.platform != "win32":  # pragma: no branch - the others are the ones that fork
    # Hooks run in reverse order of registration. `logging`, which is why it is imported above, locks
    # itself in its own, and what is waited for here calls `getLogger`.
    os.register_at_fork(
        before=_guard.before_fork,
        after_in_parent=_guard.after_fork_in_parent,
        after_in_child=_guard.after_fork_in_child,
    )
