"""Timeouts of a request by phase."""

from smaws_kms._runtime.http11.timeouts import Deadlines
from tests.unit.http11.transport_harness import Clock


def test_none() -> None:
    """Without limits a request waits forever."""
    deadlines = Deadlines(Clock())

    assert deadlines.within("read") is None
    assert deadlines.countdown("pool").left() is None


def test_by_phase() -> None:
    """Each phase has its own timeout, counted from the start of the phase."""
    clock = Clock()
    deadlines = Deadlines(clock, read=5.0)
    clock.now += 100
    countdown = deadlines.countdown("read")
    clock.now += 2

    assert 5.0 == deadlines.within("read")
    assert deadlines.within("write") is None
    assert deadlines.within("pool") is None
    assert 3.0 == countdown.left()
    clock.now += 4
    assert 0.0 == countdown.left()


def test_total() -> None:
    """All phases together have what is left of the total timeout."""
    clock = Clock()
    deadlines = Deadlines(clock, read=5.0, total=8.0)

    assert (5.0, 8.0) == (deadlines.within("read"), deadlines.within("write"))
    clock.now += 6
    assert (2.0, 2.0) == (deadlines.within("read"), deadlines.within("write"))
    clock.now += 6
    assert (0.0, 0.0) == (deadlines.within("read"), deadlines.countdown("read").left())
