"""What a child process must not inherit: locks that are held, work whose thread stayed behind."""

import os
import sys
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """An object that can set itself right in a child process."""

    def after_fork(self) -> None:
        """Forget what belongs to the threads of the parent."""


_forkables: WeakSet[Forkable] = WeakSet()


def register_at_fork(forkable: Forkable) -> None:
    """Have `forkable.after_fork()` called in every child, as long as the object lives."""
    _forkables.add(forkable)


def after_fork_in_child() -> None:
    """Mend what is alive; Python calls this."""
    for forkable in tuple(_forkables):
        forkable.after_fork()


if sys.platform != "win32":  # pragma: no branch - the others are the ones that fork
    os.register_at_fork(after_in_child=after_fork_in_child)
