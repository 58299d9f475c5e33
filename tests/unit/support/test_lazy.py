"""Values that are made on first use: once, in one thread at a time, and again after a failure."""

import gc
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from smaws_kms._runtime.support.fork import after_fork_in_child
from smaws_kms._runtime.support.lazy import Lazy

SECONDS = 30


class Factory:
    """Makes numbers, and waits for `go_on` before each."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: list[threading.Thread] = []

    def __call__(self) -> int:
        """Return how many numbers have been made."""
        self.threads.append(threading.current_thread())
        self.go_on.wait(SECONDS)
        return len(self.threads)


def value_of(lazy: Lazy[int]) -> int | None:
    """Return what is kept."""
    return lazy.value


def by_future(lazy: Lazy[int], make: Callable[[], int]) -> int:
    """Make the value on a daemon thread."""
    return lazy.future(make).result(SECONDS)


def test_future_is_shared() -> None:
    """Concurrent callers wait for the same thread, which is not one of the callers."""
    lazy, make = Lazy[int](), Factory()
    first, second = lazy.future(make), lazy.future(make)
    assert value_of(lazy) is None
    make.go_on.set()

    assert first is second
    assert 1 == first.result(SECONDS) == value_of(lazy)
    assert 1 == by_future(lazy, make) == lazy.get(make)
    assert 1 == len(make.threads)
    assert threading.current_thread() not in make.threads


def test_get_from_many_threads() -> None:
    """Threads that need the value at the same time get the one that the first of them makes."""
    lazy, make = Lazy[int](), Factory()
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(lazy.get, make) for _ in range(8)]
        make.go_on.set()

    assert [1] * 8 == [future.result() for future in found]


def test_given_value() -> None:
    """A value passed to the constructor is not made."""
    lazy, make = Lazy(7), Factory()

    assert 7 == lazy.get(make) == by_future(lazy, make)
    assert [] == make.threads


@pytest.mark.parametrize("get", [Lazy[int].get, by_future])
def test_exception_is_not_kept(get: Callable[[Lazy[int], Callable[[], int]], int]) -> None:
    """After an exception the next caller makes the value again."""

    def fail() -> int:
        raise ArithmeticError("first")

    lazy = Lazy[int]()
    with pytest.raises(ArithmeticError, match="first"):
        get(lazy, fail)

    assert 5 == get(lazy, lambda: 5) == value_of(lazy)


@pytest.mark.parametrize("get", [Lazy[int].get, by_future])
def test_rejected_value_is_not_kept(get: Callable[[Lazy[int], Callable[[], int]], int]) -> None:
    """A value that `keep` rejects goes to its caller, and the next one makes another."""
    lazy = Lazy[int](keep=lambda value: value > 1)

    assert 1 == get(lazy, lambda: 1)
    assert value_of(lazy) is None
    assert 2 == get(lazy, lambda: 2) == value_of(lazy)
    assert 2 == get(lazy, lambda: 3)


def test_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no thread can be started, the future fails, or the caller makes the value itself."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    lazy, make = Lazy[int](), Factory()
    make.go_on.set()

    with pytest.raises(RuntimeError, match="no thread can be started"):
        lazy.future(make).result(0)
    assert 1 == lazy.future(make, or_here=True).result(0)
    assert [threading.current_thread()] == make.threads


def test_child_drops_work_of_the_parent() -> None:
    """A forked child waits neither for a lock that is held nor for a thread that it does not have."""
    lazy, make = Lazy[int](), Factory()
    stuck = lazy.future(make)
    lock: threading.Lock = vars(lazy)["_lock"]
    with lock:
        after_fork_in_child()
        waiting = lazy.future(lambda: 5)
    make.go_on.set()

    assert stuck is not waiting
    assert 5 == waiting.result(SECONDS)


@pytest.mark.parametrize(("inherited", "expected"), [(True, 1), (False, 2)])
def test_child_inherits(inherited: bool, expected: int) -> None:  # noqa: FBT001  # pytest passes it
    """A forked child keeps the parent's value only where that is allowed, never its future."""
    lazy = Lazy[int](inherited=inherited)
    before = lazy.future(lambda: 1)
    assert 1 == before.result(SECONDS)
    after_fork_in_child()
    after: Future[int] = lazy.future(lambda: 2)

    assert expected == after.result(SECONDS) == value_of(lazy)
    assert before is not after


def test_owner_is_freed_at_once() -> None:
    """An owner that makes its value with a method of its own is no reference cycle."""

    class Owner:
        def __init__(self) -> None:
            self.lazy = Lazy[int]()

        def make(self) -> int:
            return 1

    owner = Owner()
    assert 1 == owner.lazy.get(owner.make) == by_future(owner.lazy, owner.make)
    gone = weakref.ref(owner)
    gc.disable()
    try:
        del owner
        assert gone() is None
    finally:
        gc.enable()
