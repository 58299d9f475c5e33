"""Connections and waiters of a pool in tests."""

from smaws_kms._runtime.http11.pool import Lease, Pool
from tests.unit.http11.transport_harness import Clock


class Line:
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


def taken(pool: Pool[Line]) -> Lease[Line]:
    """Acquire a lease."""
    lease = pool.acquire()
    assert lease is not None
    return lease


def opened(pool: Pool[Line], clock: Clock) -> Lease[Line]:
    """Acquire a slot and open a connection."""
    lease = taken(pool)
    assert lease.connection is None
    pool.attach(lease, Line(clock.now))
    return lease


def line_of(lease: Lease[Line] | None) -> Line:
    """Return the connection of a lease."""
    assert lease is not None
    assert lease.connection is not None
    return lease.connection
