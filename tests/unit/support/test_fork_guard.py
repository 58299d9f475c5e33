"""Forks wait for guarded work in other threads."""

import threading
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import Any

import pytest

from smaws_kms._runtime.support import fork_guard
from smaws_kms._runtime.support.fork_guard import ForkGuard, import_whole, unforked
from tests.faults.interruptions import interrupted
from tests.unit.support.forks import fork_beside_work


def fork(guard: ForkGuard) -> None:
    """Go through a fork as a parent does."""
    guard.before_fork()
    guard.after_fork_in_parent()


def test_waits_for_another_thread() -> None:
    """A fork continues after the last work of another thread, and new work after the fork."""
    guard, inside, leave = ForkGuard(20), threading.Event(), threading.Event()
    ended: list[str] = []

    def work() -> None:
        inside.set()
        leave.wait(20)
        ended.append("work")

    thread = threading.Thread(target=guard.run, args=(lambda: guard.run(work),))
    thread.start()
    inside.wait(20)
    threading.Timer(0.01, leave.set).start()
    guard.before_fork()
    ended.append("fork")
    later = threading.Thread(target=guard.run, args=(lambda: ended.append("new work"),))
    later.start()
    guard.after_fork_in_parent()
    thread.join()
    later.join()

    assert ["work", "fork", "new work"] == ended


def test_work_within_work_of_a_waiting_fork() -> None:
    """Work may begin more work while a fork waits for it: the fork waits for that too."""
    guard, inside, forking = ForkGuard(20), threading.Event(), threading.Event()
    ended: list[str] = []

    def work() -> None:
        inside.set()
        forking.wait(20)
        guard.run(lambda: ended.append("work"))

    thread = threading.Thread(target=guard.run, args=(work,))
    thread.start()
    inside.wait(20)
    threading.Timer(0.01, forking.set).start()
    guard.before_fork()
    ended.append("fork")
    guard.after_fork_in_parent()
    thread.join()

    assert ["work", "fork"] == ended


def test_patience() -> None:
    """A fork stops waiting after the limit, and later work is not blocked."""
    guard = ForkGuard(0.01)
    thread = fork_beside_work(guard)

    assert not thread.is_alive()
    assert 42 == in_another_thread(guard)


def test_fork_within() -> None:
    """A thread that forks inside of its own work waits for itself neither in parent nor child."""
    guard = ForkGuard(20)

    def in_child() -> None:
        guard.before_fork()
        guard.after_fork_in_child()

    guard.run(in_child)
    in_child()
    guard.run(lambda: fork(guard))

    assert 42 == in_another_thread(guard)


def test_finalizer_within() -> None:
    """A finalizer that does guarded work, or forks, while its thread begins work does not hang."""
    guard = ForkGuard(20)
    begun: list[object] = []

    class Interrupted(dict[object, int]):
        def __setitem__(self, work: object, thread: int) -> None:
            super().__setitem__(work, thread)
            begun.append(work)
            if len(begun) == 1:
                guard.run(lambda: fork(guard))

    setattr(guard, "_busy", busy := Interrupted())  # noqa: B010 - private
    guard.run(lambda: None)

    assert 2 == len(begun)
    assert {} == busy


class SoftLimitExceeded(Exception):
    """Raised by a signal handler."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Raise, as handlers of signals do."""
    raise SoftLimitExceeded


@pytest.mark.parametrize("forks", [False, True], ids=["work", "fork"])
def test_interrupted_at_every_point(*, forks: bool) -> None:
    """Wherever a handler raises, work in other threads begins and forks wait for nothing."""
    guard, point = ForkGuard(20), 0

    def step() -> None:
        fork(guard) if forks else guard.run(lambda: None)

    while True:
        try:
            if not interrupted(step, stop, point, inside):
                break
        except SoftLimitExceeded:
            guard.after_fork_in_parent()  # Python calls it even so
        private: Any = guard
        assert {} == private._busy, point
        assert 42 == in_another_thread(guard), point
        point += 1

    assert point > 5


def inside(frame: FrameType) -> bool:
    """Return whether a frame belongs to the guard or to what it waits in."""
    name = str(frame.f_globals.get("__name__"))
    return name in {fork_guard.__name__, "contextlib", "threading"}


def in_another_thread(guard: ForkGuard) -> int:
    """Do guarded work in another thread; fail if it is blocked."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(guard.run, lambda: 42).result(20)


def test_results_of_guarded_functions() -> None:
    """Guarded imports and functions return their results."""
    assert "colorsys" == import_whole("colorsys").__name__
    assert 42 == unforked(lambda: 42)()
