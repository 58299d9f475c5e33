"""What a child process starts with."""

import os
import sys
import warnings
from concurrent.futures import Future

import pytest

from smaws_kms._runtime.support.fork import after_fork_in_child, register_at_fork

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


class Lock:
    """A thing that is held when the process forks."""

    def __init__(self) -> None:
        self.held = True
        register_at_fork(self)

    def after_fork(self) -> None:
        """Let go."""
        self.held = False


def in_child(lock: Lock) -> bool:
    """Return whether a child finds the lock held."""
    with warnings.catch_warnings():
        # From Python 3.12 on, forking with threads around warns; that is the case at hand.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        os._exit(1 if lock.held else 0)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status) == 1


def test_child_is_mended() -> None:
    """A child forgets what a thread of its parent held, and the parent goes on holding it."""
    lock = Lock()

    assert not in_child(lock)
    assert lock.held


def test_mending() -> None:
    """Mending is the same whoever calls for it."""
    lock = Lock()

    after_fork_in_child()

    assert not lock.held


def test_nothing_is_kept_alive() -> None:
    """What is gone in the parent is not mended in the child."""
    mended: Future[None] = Future()

    class Gone:
        def after_fork(self) -> None:
            mended.set_result(None)

    register_at_fork(Gone())

    assert not in_child(Lock())
    assert not mended.done()
