"""Who gets which connection, and who waits."""

from collections.abc import Callable

from smaws_kms._runtime.http11.pool import (
    AGE_SECONDS,
    IDLE_SECONDS,
    MAX_CONNECTIONS,
    Lease,
    Pool,
    verify_usable,
)
from tests.unit.http11.transport_harness import Clock, inside


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


class Got(list[Line | None]):
    """What a waiter got, and holds."""

    def __init__(self) -> None:
        super().__init__()
        self.leases: list[Lease[Line]] = []


def waiter(got: Got, *, wants: bool = True) -> Callable[[Lease[Line]], bool]:
    """Return a waiter that notes what it gets, and holds it."""

    def wait(lease: Lease[Line]) -> bool:
        got.append(lease.connection)
        if wants:
            got.leases.append(lease)
        return wants

    return wait


def taken(pool: Pool[Line]) -> Lease[Line]:
    """Take a lease."""
    lease = pool.acquire()
    assert lease is not None
    return lease


def opened(pool: Pool[Line], clock: Clock) -> Lease[Line]:
    """Take a slot and open a connection."""
    lease = taken(pool)
    assert lease.connection is None
    pool.attach(lease, Line(clock.now))
    return lease


def line_of(lease: Lease[Line] | None) -> Line:
    """Return the connection of a lease."""
    assert lease is not None
    assert lease.connection is not None
    return lease.connection


def test_limit() -> None:
    """There are as many slots as connections may be; a freed one can be taken again."""
    pool: Pool[Line] = Pool(Clock())
    leases = [taken(pool) for _ in range(MAX_CONNECTIONS)]

    assert 50 == pool.taken
    assert pool.acquire() is None
    pool.release(leases.pop())
    again = taken(pool)
    assert again.connection is None
    assert pool.acquire() is None


def test_newest_first() -> None:
    """The connection that was used last is used next, and all of them are kept."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    leases = [opened(pool, clock) for _ in range(MAX_CONNECTIONS)]
    lines = [line_of(lease) for lease in leases]
    for lease in leases:
        pool.release(lease)
    again = [taken(pool) for _ in leases]

    assert lines[::-1] == [line_of(lease) for lease in again]
    assert pool.acquire() is None


def test_not_in_order() -> None:
    """A connection whose answer left it in disorder is closed, and its slot is free."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    lease = opened(pool, clock)
    line = line_of(lease)
    line.reusable = False

    pool.release(lease)

    assert line.closed
    assert taken(pool).connection is None


def test_closed_meanwhile() -> None:
    """Of a connection that is closed or has spoken, whoever gets it keeps the slot alone."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    leases = opened(pool, clock), opened(pool, clock)
    good, bad = map(line_of, leases)
    for lease in leases:
        pool.release(lease)
    bad.silent = False
    again = [taken(pool), taken(pool)]

    assert [None, good] == [verify_usable(lease) for lease in again]
    assert (False, True) == (good.closed, bad.closed)
    assert pool.acquire() is None


def test_idle_expiry() -> None:
    """A connection is idle for 12 seconds at most, counted from its last use."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    lease = opened(pool, clock)
    line = line_of(lease)
    for _ in range(3):
        pool.release(lease)
        clock.now += IDLE_SECONDS
        lease = taken(pool)
        assert line is lease.connection
        clock.now += IDLE_SECONDS
    pool.release(lease)
    clock.now += IDLE_SECONDS + 1

    assert taken(pool).connection is None
    assert line.closed


def test_stale_at_the_other_end() -> None:
    """Connections that are never the newest are closed as well when their time has come."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    leases = opened(pool, clock), opened(pool, clock)
    used, unused = map(line_of, leases)
    pool.release(leases[1])
    clock.now += IDLE_SECONDS + 1
    pool.release(leases[0])

    assert (True, False) == (unused.closed, used.closed)
    assert used is taken(pool).connection


def test_age() -> None:
    """A connection is used for 5 minutes at most, however busy it is."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    lease = opened(pool, clock)
    line = line_of(lease)
    clock.now += AGE_SECONDS
    pool.release(lease)
    lease = taken(pool)

    assert line is lease.connection
    clock.now += 1
    pool.release(lease)
    assert line.closed
    assert taken(pool).connection is None


def test_served_in_order() -> None:
    """Who waits longest gets what is given back first, connection or slot."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    first, second = opened(pool, clock), taken(pool)
    line = line_of(first)
    got = Got(), Got(), Got()
    for each in got:
        pool.wait(waiter(each))

    pool.release(first)
    assert ([line], [], []) == got
    pool.release(second)

    assert ([line], [None], []) == got
    assert pool.acquire() is None


def test_gone_waiters() -> None:
    """Waiters that left, or want nothing any more, are passed over."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    lease = opened(pool, clock)
    line = line_of(lease)
    left = Got()
    gone = Got()
    first = waiter(left)
    pool.wait(first)
    pool.wait(waiter(gone, wants=False))
    pool.leave(first)
    pool.leave(first)

    pool.release(lease)

    assert ([], [line]) == (left, gone)
    assert line is taken(pool).connection


def test_close() -> None:
    """Closing closes what is idle at once, and the rest when it is given back."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    leases = opened(pool, clock), opened(pool, clock)
    idle, busy = map(line_of, leases)
    pool.release(leases[0])

    pool.close()

    assert (True, False) == (idle.closed, busy.closed)
    pool.release(leases[1])
    assert busy.closed
    again = [pool.acquire() for _ in range(3)]
    assert [True, True, False] == [lease is not None for lease in again]


def test_lost_lease() -> None:
    """A lease that got lost gives its slot to who waits, and its connection is closed."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    first, second = opened(pool, clock), taken(pool)
    line = line_of(first)
    got = Got(), Got()
    for each in got:
        pool.wait(waiter(each))

    del first, second
    pool.reclaim()

    assert line.closed
    assert ([None], [None]) == got
    assert 2 == pool.taken


def test_lost_while_it_changed_hands() -> None:
    """A connection that somebody else has by then stays open when an old lease of it is collected."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    lease = opened(pool, clock)
    line = line_of(lease)
    # As if a handler had raised in the middle of giving back, and of taking.
    inside(pool)._idle.append(line)
    del lease

    assert 1 == pool.taken
    assert not line.closed
    lease = taken(pool)
    other = inside(pool)._lease(line)
    del other
    assert 1 == pool.taken
    assert line is line_of(lease)
    assert not line.closed


def test_connections_in_use_and_idle() -> None:
    """A forked child gets to know all connections, whoever has them."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    leases = [opened(pool, clock) for _ in range(2)]
    lines = [line_of(lease) for lease in leases]
    without = taken(pool)
    pool.release(leases[0])

    assert without.connection is None
    assert lines == list(pool.abandon())


def test_constant_time() -> None:
    """Waiters that left do not pile up, and many of them cost the next one nothing."""
    pool: Pool[Line] = Pool(Clock(), limit=1)
    lease = taken(pool)
    got = Got()
    for _ in range(10_000):
        gone = waiter(Got())
        pool.wait(gone)
        pool.leave(gone)
    pool.wait(waiter(got))
    pool.release(lease)

    assert [None] == got
    assert 0 == len(inside(pool)._waiters)
