"""Forks wait for guarded work in other threads."""

import threading

from smaws_kms._runtime.support.fork_guard import ForkGuard, import_whole, unforked
from tests.unit.support.forks import fork_beside_work


def test_waits_for_another_thread() -> None:
    """A fork continues after the last block of another thread, and new work after the fork."""
    guard, inside, leave = ForkGuard(20), threading.Event(), threading.Event()
    ended: list[str] = []

    def work() -> None:
        with guard.hold(), guard.hold():
            inside.set()
            leave.wait(20)
            ended.append("work")

    thread = threading.Thread(target=work)
    thread.start()
    inside.wait(20)
    threading.Timer(0.01, leave.set).start()
    guard.before_fork()
    ended.append("fork")
    guard.after_fork_in_parent()
    thread.join()

    assert ["work", "fork"] == ended


def test_patience() -> None:
    """A fork stops waiting after the limit."""
    thread = fork_beside_work(ForkGuard(0.01))

    assert not thread.is_alive()


def test_fork_within() -> None:
    """A thread that forks inside of its own block waits for itself neither in parent nor child."""
    guard = ForkGuard(20)
    with guard.hold():
        guard.before_fork()
        guard.after_fork_in_child()
    guard.before_fork()
    guard.after_fork_in_child()

    with guard.hold():
        guard.before_fork()
        guard.after_fork_in_parent()


def test_finalizer_within() -> None:
    """A finalizer that does guarded work, or forks, while its thread enters a block does not hang."""
    guard = ForkGuard(20)

    depths: list[int] = []

    class Interrupted(dict[int, int]):
        def __setitem__(self, thread: int, depth: int) -> None:
            super().__setitem__(thread, depth)
            depths.append(depth)
            if len(depths) == 1:
                with guard.hold():
                    guard.before_fork()
                    guard.after_fork_in_parent()

    setattr(guard, "_busy", busy := Interrupted())  # noqa: B010 - private
    with guard.hold():
        assert [1, 2, 1] == depths

    assert {} == busy


def test_results_of_guarded_functions() -> None:
    """Guarded imports and functions return their results."""
    assert "colorsys" == import_whole("colorsys").__name__
    assert 42 == unforked(lambda: 42)()
