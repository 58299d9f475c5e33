"""Who gets which connection, and who waits."""

from collections.abc import Callable

from smaws_kms._runtime.engine.pool import (
    AGE_SECONDS,
    IDLE_SECONDS,
    MAX_CONNECTIONS,
    Pool,
    Room,
    still_usable,
)
from tests.unit.engine.ways import Clock, inside


class Line:
    """A connection that leads nowhere."""

    def __init__(self, opened_at: float) -> None:
        self.opened_at = self.idle_since = opened_at
        self.reusable = True
        self.silent = True
        self.closed = False

    def usable(self) -> bool:
        """Tell what the test has said."""
        return self.silent

    def close(self) -> None:
        """Note it."""
        self.closed = True


Got = list[Line | Room]


def waiter(got: Got, *, wants: bool = True) -> Callable[[Line | Room], bool]:
    """Return a waiter that notes what it gets."""

    def wait(what: Line | Room) -> bool:
        got.append(what)
        return wants

    return wait


def opened(pool: Pool[Line], clock: Clock) -> Line:
    """Take a slot and open a connection."""
    assert Room.FREE is pool.take()
    return Line(clock.now)


def test_limit() -> None:
    """There are as many slots as connections may be; a freed one can be taken again."""
    pool: Pool[Line] = Pool(Clock())
    slots = [pool.take() for _ in range(MAX_CONNECTIONS)]

    assert [Room.FREE] * 50 == slots
    assert Room.NONE is pool.take()
    pool.free()
    assert Room.FREE is pool.take()
    assert Room.NONE is pool.take()


def test_newest_first() -> None:
    """The connection that was used last is used next, and all of them are kept."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    lines = [opened(pool, clock) for _ in range(MAX_CONNECTIONS)]
    for line in lines:
        pool.put(line)

    assert lines[::-1] == [pool.take() for _ in lines]
    assert Room.NONE is pool.take()


def test_not_in_order() -> None:
    """A connection whose answer left it in disorder is closed, and its slot is free."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    line = opened(pool, clock)
    line.reusable = False

    pool.put(line)

    assert line.closed
    assert Room.FREE is pool.take()


def test_closed_meanwhile() -> None:
    """Of a connection that is closed or has spoken, whoever gets it keeps the slot alone."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    good, bad = opened(pool, clock), opened(pool, clock)
    for line in (good, bad):
        pool.put(line)
    bad.silent = False

    assert [Room.FREE, good] == [still_usable(pool.take()) for _ in range(2)]
    assert (False, True) == (good.closed, bad.closed)
    assert Room.NONE is pool.take()


def test_idle_expiry() -> None:
    """A connection is idle for 12 seconds at most, counted from its last use."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    line = opened(pool, clock)
    for _ in range(3):
        pool.put(line)
        clock.now += IDLE_SECONDS
        assert line is pool.take()
        clock.now += IDLE_SECONDS
    pool.put(line)
    clock.now += IDLE_SECONDS + 1

    assert Room.FREE is pool.take()
    assert line.closed


def test_stale_at_the_other_end() -> None:
    """Connections that are never the newest are closed as well when their time has come."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    used, unused = opened(pool, clock), opened(pool, clock)
    pool.put(unused)
    clock.now += IDLE_SECONDS + 1
    pool.put(used)

    assert (True, False) == (unused.closed, used.closed)
    assert used is pool.take()


def test_age() -> None:
    """A connection is used for 5 minutes at most, however busy it is."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    line = opened(pool, clock)
    clock.now += AGE_SECONDS
    pool.put(line)

    assert line is pool.take()
    clock.now += 1
    pool.put(line)
    assert line.closed
    assert Room.FREE is pool.take()


def test_served_in_order() -> None:
    """Who waits longest gets what is given back first, connection or slot."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    line, _ = opened(pool, clock), opened(pool, clock)
    got: tuple[Got, Got, Got] = ([], [], [])
    for each in got:
        pool.wait(waiter(each))

    pool.put(line)
    pool.free()

    assert ([line], [Room.FREE], []) == got
    line.reusable = False
    pool.put(line)
    assert ([line], [Room.FREE], [Room.FREE]) == got
    assert Room.NONE is pool.take()


def test_gone_waiters() -> None:
    """Waiters that left, or want nothing any more, are passed over."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    line = opened(pool, clock)
    left: Got = []
    gone: Got = []
    first = waiter(left)
    pool.wait(first)
    pool.wait(waiter(gone, wants=False))
    pool.leave(first)
    pool.leave(first)

    pool.put(line)

    assert ([], [line]) == (left, gone)
    assert line is pool.take()


def test_close() -> None:
    """Closing closes what is idle at once, and the rest when it is given back."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    idle, busy = opened(pool, clock), opened(pool, clock)
    pool.put(idle)

    pool.close()

    assert (True, False) == (idle.closed, busy.closed)
    pool.put(busy)
    assert busy.closed
    assert [Room.FREE, Room.FREE, Room.NONE] == [pool.take() for _ in range(3)]


def test_constant_time() -> None:
    """Waiters that left do not pile up, and many of them cost the next one nothing."""
    pool: Pool[Line] = Pool(Clock(), limit=0)
    asked = 0

    def ask(_: Line | Room) -> bool:
        nonlocal asked
        asked += 1
        return True

    for _ in range(10_000):
        gone = waiter([])
        pool.wait(gone)
        pool.leave(gone)
    pool.wait(ask)
    pool.free()

    assert 1 == asked
    assert 0 == len(inside(pool)._waiters)
