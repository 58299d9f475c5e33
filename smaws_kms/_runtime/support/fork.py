"""Resets objects in forked children, which inherit held locks but not the threads that hold them."""

import os
import sys
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """An object that resets its state in a forked child."""

    def after_fork(self) -> None:
        """Drop locks and work that belong to threads of the parent."""


_forkables: WeakSet[Forkable] = WeakSet()


def register_at_fork(forkable: Forkable) -> None:
    """Call `forkable.after_fork()` in every forked child while the object is alive."""
    _forkables.add(forkable)


def after_fork_in_child() -> None:
    """Reset all registered objects. Python calls this in a forked child."""
    for forkable in tuple(_forkables):
        forkable.after_fork()


if sys.platform != "win32":  # pragma: no branch - Windows does not fork
    os.register_at_fork(after_in_child=after_fork_in_child)
