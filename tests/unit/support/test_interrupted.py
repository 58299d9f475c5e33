"""Signal handlers that raise at any point of a wait for a value that threads share."""

from concurrent.futures import ThreadPoolExecutor
from types import FrameType

from smaws_kms._runtime.support import lazy as lazy_module
from smaws_kms._runtime.support.lazy import Lazy
from tests.faults.interruptions import interrupted

MODULES = {lazy_module.__name__, "concurrent.futures._base", "threading"}


class SoftLimitExceeded(Exception):
    """Raised by a signal handler."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    """Raise, as handlers of signals do."""
    raise SoftLimitExceeded


def inside(frame: FrameType) -> bool:
    """Return whether a frame belongs to the value or to what its callers wait in."""
    return str(frame.f_globals.get("__name__")) in MODULES


def test_value_that_is_there() -> None:
    """Wherever a handler raises while one thread gets a value, other threads still get it."""
    lazy, point = Lazy[int](), 0
    assert 7 == value(lazy)
    with ThreadPoolExecutor(1) as pool:
        while True:
            try:
                if not interrupted(lambda: value(lazy), stop, point, inside):
                    break
            except SoftLimitExceeded:
                pass
            assert 7 == pool.submit(value, lazy).result(20), point
            point += 1

    assert point > 10


def value(lazy: Lazy[int]) -> int:
    """Get the value as callers do."""
    return lazy.future(lambda: 7).result(20)
