"""Which connections the pool hands out, keeps and closes."""

from smaws_kms._runtime.http11.pool import (
    AGE_SECONDS,
    IDLE_SECONDS,
    MAX_CONNECTIONS,
    Pool,
    verify_usable,
)
from tests.unit.http11.pool_steps import FakeConnection, acquire, connect, connection_of
from tests.unit.http11.transport_harness import Clock


def test_limit() -> None:
    """The number of slots is limited; a released slot can be acquired again."""
    pool: Pool[FakeConnection] = Pool(Clock())
    leases = [acquire(pool) for _ in range(MAX_CONNECTIONS)]

    assert 50 == pool.taken
    assert pool.acquire() is None
    pool.release(leases.pop())
    again = acquire(pool)
    assert again.connection is None
    assert pool.acquire() is None


def test_newest_first() -> None:
    """The connection that was used last is reused first, and all are kept."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock)
    leases = [connect(pool, clock) for _ in range(MAX_CONNECTIONS)]
    connections = [connection_of(lease) for lease in leases]
    for lease in leases:
        pool.release(lease)
    again = [acquire(pool) for _ in leases]

    assert connections[::-1] == [connection_of(lease) for lease in again]
    assert pool.acquire() is None


def test_not_in_order() -> None:
    """A connection whose response left it unusable is closed, and its slot is released."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=1)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    connection.reusable = False

    pool.release(lease)

    assert connection.closed
    assert acquire(pool).connection is None


def test_closed_meanwhile() -> None:
    """If an idle connection closed or sent bytes, the caller gets only its slot."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=2)
    leases = connect(pool, clock), connect(pool, clock)
    good, bad = map(connection_of, leases)
    for lease in leases:
        pool.release(lease)
    bad.silent = False
    again = [acquire(pool), acquire(pool)]

    assert [None, good] == [verify_usable(lease) for lease in again]
    assert (False, True) == (good.closed, bad.closed)
    assert [None, good] == [lease.connection for lease in again]
    assert pool.acquire() is None


def test_idle_expiry() -> None:
    """A connection is idle for at most 12 seconds after its last use."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    for _ in range(3):
        pool.release(lease)
        clock.now += IDLE_SECONDS
        lease = acquire(pool)
        assert connection is lease.connection
        clock.now += IDLE_SECONDS
    pool.release(lease)
    clock.now += IDLE_SECONDS + 1

    assert acquire(pool).connection is None
    assert connection.closed


def test_stale_at_the_other_end() -> None:
    """Connections at the old end of the queue are closed as well when they expire."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock)
    leases = connect(pool, clock), connect(pool, clock)
    used, unused = map(connection_of, leases)
    pool.release(leases[1])
    clock.now += IDLE_SECONDS + 1
    pool.release(leases[0])

    assert (True, False) == (unused.closed, used.closed)
    assert used is acquire(pool).connection


def test_age() -> None:
    """A connection is used for at most 5 minutes, even if it is never idle."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=1)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    clock.now += AGE_SECONDS
    pool.release(lease)
    lease = acquire(pool)

    assert connection is lease.connection
    clock.now += 1
    pool.release(lease)
    assert connection.closed
    assert acquire(pool).connection is None


def test_close() -> None:
    """Closing the pool closes idle connections at once, and others when they are released."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock, limit=2)
    leases = connect(pool, clock), connect(pool, clock)
    idle, busy = map(connection_of, leases)
    pool.release(leases[0])

    pool.close()

    assert (True, False) == (idle.closed, busy.closed)
    pool.release(leases[1])
    assert busy.closed
    again = [pool.acquire() for _ in range(3)]
    assert [True, True, False] == [lease is not None for lease in again]


def test_connections_in_use_and_idle() -> None:
    """A forked child can list all connections, in use and idle."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock)
    leases = [connect(pool, clock) for _ in range(2)]
    connections = [connection_of(lease) for lease in leases]
    without = acquire(pool)
    pool.release(leases[0])

    assert without.connection is None
    assert connections == list(pool.abandon())


def test_reused_connections_stay_known() -> None:
    """A connection that is lent again is still listed, and closed if its lease is lost."""
    clock = Clock()
    pool: Pool[FakeConnection] = Pool(clock)
    lease = connect(pool, clock)
    connection = connection_of(lease)
    pool.release(lease)
    lease = acquire(pool)

    assert connection is lease.connection
    assert (connection,) == pool.abandon()
    del lease
    assert 0 == pool.taken
    assert connection.closed


def test_released_twice() -> None:
    """A slot may be released again, as after an exception of a signal handler."""
    pool: Pool[FakeConnection] = Pool(Clock(), limit=1)
    lease = acquire(pool)
    pool.release(lease)
    pool.release(lease)

    assert 0 == pool.taken
    assert pool.acquire() is not None
