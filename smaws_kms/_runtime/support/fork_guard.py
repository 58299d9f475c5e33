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
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import ModuleType
from typing import Final, TypeVar

_T = TypeVar("_T")

_logger: Final = logging.getLogger(__name__.partition(".")[0])

_PATIENCE: Final = 10.0
"""Maximum seconds that a fork waits: a parent that hangs is worse than a child that may hang."""


class ForkGuard:
    """Tracks threads in such work, and has forks wait for them."""

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._reset()

    @contextmanager
    def hold(self) -> Generator[None]:
        """Delay forks in other threads until the block ends."""
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
        """Wait for other threads, and block new work until the fork is done."""
        here = threading.get_ident()
        self._changed.acquire()
        if not self._changed.wait_for(lambda: not self._busy.keys() - {here}, self._patience):
            _logger.warning(
                "fork while another thread imports modules or loads trust roots, after waiting "
                "%s s for it: the child process may hang",
                f"{self._patience:g}",
            )

    def after_fork_in_parent(self) -> None:
        """Allow new work."""
        self._changed.release()

    def after_fork_in_child(self) -> None:
        """Drop the threads of the parent, except the forking one, which continues in the child."""
        depth = self._busy.get(here := threading.get_ident())
        self._reset()
        if depth is not None:
            self._busy[here] = depth

    def _reset(self) -> None:
        # Reentrant: a finalizer or a signal handler may import, or fork, while this thread holds it.
        self._changed = threading.Condition(threading.RLock())
        self._busy: dict[int, int] = {}
        """The number of nested blocks by thread."""


_guard: Final = ForkGuard()


def import_whole(name: str) -> ModuleType:
    """Import a module while forks in other threads wait."""
    with _guard.hold():
        return importlib.import_module(name)


def unforked(function: Callable[[], _T]) -> Callable[[], _T]:
    """Return the function wrapped so that forks in other threads wait for its end."""

    def guarded() -> _T:
        with _guard.hold():
            return function()

    return guarded


if sys.platform != "win32":  # pragma: no branch - Windows does not fork
    # `before` hooks run in reverse order of registration. The hook of `logging` locks logging, and work
    # that this hook waits for may log: so `logging` has to be imported, above, before this line.
    os.register_at_fork(
        before=_guard.before_fork,
        after_in_parent=_guard.after_fork_in_parent,
        after_in_child=_guard.after_fork_in_child,
    )
