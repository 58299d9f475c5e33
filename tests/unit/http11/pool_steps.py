"""Connections and waiters of a pool in tests."""

from smaws_kms._runtime.http11.pool import Lease, Pool
from tests.unit.http11.transport_harness import Clock


class FakeConnection:
    """A connection without a socket."""

    def __init__(self, opened_at: float) -> None:
        self.opened_at = self.idle_since = opened_at
        self.reusable = True
        self.silent = True
        self.closed = False

    def usable(self) -> bool:
        """Return what the test has set."""
        return self.silent

    def close(self) -> None:
        """Record that the connection was closed."""
        self.closed = True


def acquire(pool: Pool[FakeConnection]) -> Lease[FakeConnection]:
    """Acquire a lease."""
    lease = pool.acquire()
    assert lease is not None
    return lease


def connect(pool: Pool[FakeConnection], clock: Clock) -> Lease[FakeConnection]:
    """Acquire a slot and open a connection."""
    lease = acquire(pool)
    assert lease.connection is None
    pool.attach(lease, FakeConnection(clock.now))
    return lease


def connection_of(lease: Lease[FakeConnection] | None) -> FakeConnection:
    """Return the connection of a lease."""
    assert lease is not None
    assert lease.connection is not None
    return lease.connection
