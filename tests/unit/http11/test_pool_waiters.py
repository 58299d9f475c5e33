"""Callers that wait for a connection of the pool."""

from collections.abc import Callable

from smaws_kms._runtime.http11.pool import Lease, Pool
from tests.unit.http11.pool_steps import Line, line_of, opened, taken
from tests.unit.http11.transport_harness import Clock, inside


class Got(list[Line | None]):
    """What a waiter got and holds."""

    def __init__(self) -> None:
        super().__init__()
        self.leases: list[Lease[Line]] = []


def waiter(got: Got, *, wants: bool = True) -> Callable[[Lease[Line]], bool]:
    """Return a waiter that keeps what it gets."""

    def wait(lease: Lease[Line]) -> bool:
        got.append(lease.connection)
        if wants:
            got.leases.append(lease)
        return wants

    return wait


def test_served_in_order() -> None:
    """The longest waiter gets the first released connection or slot."""
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
    """Waiters that were cancelled or served are skipped."""
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


def test_lost_lease() -> None:
    """A lost lease passes its slot to a waiter, and its connection is closed."""
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
    """If another caller has the connection by then, collecting an old lease leaves it open."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=2)
    lease = opened(pool, clock)
    line = line_of(lease)
    # As if a signal handler had raised during the release, and during the acquisition.
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


def test_constant_time() -> None:
    """Cancelled waiters do not accumulate, and many of them do not slow down the next one."""
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
