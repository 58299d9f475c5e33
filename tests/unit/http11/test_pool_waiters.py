"""Callers that wait for a connection of the pool."""

from collections.abc import Callable

from smaws_kms._runtime.http11.pool import Lease, Pool
from tests.unit.http11.pool_steps import FakeConnection, acquire, connect, connection_of
from tests.unit.http11.transport_harness import Clock, private


class Acquired(list[FakeConnection | None]):
    """What a waiter got and holds."""

    def __init__(self) -> None:
        super().__init__()
        self.leases: list[Lease[FakeConnection]] = []


def waiter(acquired: Acquired, *, wants: bool = True) -> Callable[[Lease[FakeConnection]], bool]:
    """Return a waiter that keeps what it gets."""

    def wait(lease: Lease[FakeConnection]) -> bool:
        acquired.append(lease.connection)
        if wants:
            acquired.leases.append(lease)
        return wants

    return wait


def test_served_in_order() -> None:
    """The longest waiter gets the first released connection or slot."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=2)
    first, second = connect(pool, clock), acquire(pool)
    connection = connection_of(first)
    acquired = Acquired(), Acquired(), Acquired()
    for each in acquired:
        pool.wait(waiter(each))

    pool.release(first)
    assert ([connection], [], []) == acquired
    pool.release(second)

    assert ([connection], [None], []) == acquired
    assert pool.acquire() is None


def test_cancelled_waiters() -> None:
    """Waiters that were cancelled or served are skipped."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=1)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    left = Acquired()
    gone = Acquired()
    first = waiter(left)
    pool.wait(first)
    pool.wait(waiter(gone, wants=False))
    pool.leave(first)
    pool.leave(first)

    pool.release(lease)

    assert ([], [connection]) == (left, gone)
    assert connection is acquire(pool).connection


def test_waiter_that_leaves_when_it_is_served() -> None:
    """A waiter may leave the queue while it accepts a lease."""
    pool: Pool[FakeConnection] = Pool(Clock(), limit=1)
    lease = acquire(pool)
    held: list[Lease[FakeConnection]] = []

    def wait(offered: Lease[FakeConnection]) -> bool:
        pool.leave(wait)
        held.append(offered)
        return True

    pool.wait(wait)
    pool.release(lease)

    assert 1 == len(held) == pool.taken


def test_lost_lease() -> None:
    """A lost lease passes its slot to a waiter, and its connection is closed."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=2)
    first, second = connect(pool, clock), acquire(pool)
    connection = connection_of(first)
    acquired = Acquired(), Acquired()
    for each in acquired:
        pool.wait(waiter(each))

    del first, second
    pool.reclaim()

    assert connection.closed
    assert ([None], [None]) == acquired
    assert 2 == pool.taken


def test_lost_during_the_hand_over() -> None:
    """A lease that has become idle is not lost; one that has left the idle ones is."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=2)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    # As if a signal handler had raised during the release, and during the acquisition.
    private(pool)._idle.append(lease)
    del lease

    assert 1 == pool.taken
    assert not connection.closed
    private(pool)._idle.pop()
    assert 0 == pool.taken
    assert connection.closed


def test_constant_time() -> None:
    """Cancelled waiters do not accumulate, and many of them do not slow down the next one."""
    pool: Pool[FakeConnection] = Pool(Clock(), limit=1)
    lease = acquire(pool)
    acquired = Acquired()
    for _ in range(10_000):
        gone = waiter(Acquired())
        pool.wait(gone)
        pool.leave(gone)
    pool.wait(waiter(acquired))
    pool.release(lease)

    assert [None] == acquired
    assert 0 == len(private(pool)._waiters)
