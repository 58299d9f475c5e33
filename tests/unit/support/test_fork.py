"""Resetting objects in forked children."""

import sys
import warnings
from concurrent.futures import Future

import pytest

from smaws_kms._runtime.support.fork import after_fork_in_child, register_at_fork
from tests.forks import Child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")


class Lock:
    """An object that is held when the process forks."""

    def __init__(self) -> None:
        self.held = True
        register_at_fork(self)

    def after_fork(self) -> None:
        """Release it."""
        self.held = False


def in_child(lock: Lock) -> bool:
    """Return whether the lock is held in a forked child."""
    with warnings.catch_warnings():
        # From Python 3.12 on, forking with other threads warns, and this test does that.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = Child(lambda: not lock.held)
    return not child.is_fine()


def test_child_is_reset() -> None:
    """The lock is released in the child and stays held in the parent."""
    lock = Lock()

    assert not in_child(lock)
    assert lock.held


def test_direct_call() -> None:
    """Calling the hook without a fork resets objects too."""
    lock = Lock()

    after_fork_in_child()

    assert not lock.held


def test_nothing_is_kept_alive() -> None:
    """Registration does not keep an object alive."""
    reset: Future[None] = Future()

    class Gone:
        def after_fork(self) -> None:
            reset.set_result(None)

    register_at_fork(Gone())

    assert not in_child(Lock())
    assert not reset.done()
