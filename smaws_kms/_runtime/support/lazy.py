"""A value that is made on first use, once for all threads, and stays usable in a forked child."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.support.fork import register_at_fork

T = TypeVar("T")


def _always(_: object) -> bool:
    return True


class Lazy(Generic[T]):
    """Makes a value on first use, in one thread at a time.

    A failure is not kept: after an exception, or a value that `keep` rejects, the next caller makes
    the value again. A forked child drops a lock that is held and work that runs on a thread: that
    thread stayed behind in the parent.

    The function that makes the value is an argument of each call and not stored. A bound method that
    is stored here would be a reference cycle, and the owner's sockets would wait for the garbage
    collector.

    Args:
        value: The value, if it is already there.
        keep: Return whether a value is kept.
        inherited: Keep the parent's value in a forked child.
    """

    def __init__(
        self,
        value: T | None = None,
        *,
        keep: Callable[[T], bool] = _always,
        inherited: bool = True,
    ) -> None:
        self.value = value
        """The value, `None` until it is made."""
        self._keep = keep
        self.inherited = inherited
        """Whether a forked child keeps the parent's value."""
        self._future: Future[T] | None = None
        self._lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Drop the lock and the thread of the parent, and its value unless that is inherited."""
        self._lock = Lock()
        # Also when it is done: a thread of the parent may have held the lock inside of it.
        self._future = None
        if not self.inherited:
            self.value = None

    def get(self, make: Callable[[], T]) -> T:
        """Return the value, made in the calling thread if it is not there."""
        made = self.value
        if made is not None:
            return made
        with self._lock:
            return self._make(make) if self.value is None else self.value

    def future(self, make: Callable[[], T], *, or_here: bool = False) -> Future[T]:
        """Return the future of the value, made on a daemon thread if it is not there.

        All callers of that time get the same future, later ones a future of their own: a signal handler
        that raises inside of a future may leave its lock held. With `or_here` the calling thread makes
        the value if no thread can be started.
        """
        if self.value is not None:
            return _finished(self.value)
        with self._lock:
            future = self._future
            # The value is set before its future is done, so a done future without a value failed.
            if future is None or (future.done() and self.value is None):
                future = self._future = run_in_daemon_thread(
                    lambda: self._make(make), or_here=or_here
                )
            return future

    def _make(self, make: Callable[[], T]) -> T:
        value = make()
        if self._keep(value):
            self.value = value
        return value


def _finished(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future
