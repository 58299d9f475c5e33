"""Which connections the pool hands out, keeps and closes."""

from smaws_kms._runtime.http11.pool import (
    AGE_SECONDS,
    IDLE_SECONDS,
    MAX_CONNECTIONS,
    Pool,
    verify_usable,
)
from tests.unit.http11.pool_steps import Line, line_of, opened, taken
from tests.unit.http11.transport_harness import Clock


def test_limit() -> None:
    """The number of slots is limited; a released slot can be acquired again."""
    pool: Pool[Line] = Pool(Clock())
    leases = [taken(pool) for _ in range(MAX_CONNECTIONS)]

    assert 50 == pool.taken
    assert pool.acquire() is None
    pool.release(leases.pop())
    again = taken(pool)
    assert again.connection is None
    assert pool.acquire() is None


def test_newest_first() -> None:
    """The connection that was used last is reused first, and all are kept."""
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
    """A connection whose response left it unusable is closed, and its slot is released."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock, limit=1)
    lease = opened(pool, clock)
    line = line_of(lease)
    line.reusable = False

    pool.release(lease)

    assert line.closed
    assert taken(pool).connection is None


def test_closed_meanwhile() -> None:
    """If an idle connection closed or sent bytes, the caller gets only its slot."""
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
    """A connection is idle for at most 12 seconds after its last use."""
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
    """Connections at the old end of the queue are closed as well when they expire."""
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
    """A connection is used for at most 5 minutes, even if it is never idle."""
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


def test_close() -> None:
    """Closing the pool closes idle connections at once, and others when they are released."""
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


def test_connections_in_use_and_idle() -> None:
    """A forked child can list all connections, in use and idle."""
    clock = Clock()
    pool: Pool[Line] = Pool(clock)
    leases = [opened(pool, clock) for _ in range(2)]
    lines = [line_of(lease) for lease in leases]
    without = taken(pool)
    pool.release(leases[0])

    assert without.connection is None
    assert lines == list(pool.abandon())
