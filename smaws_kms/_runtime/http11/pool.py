"""Pool of the connections to one origin: leases, waiters, idle limits. No I/O, no locks.

Every step takes constant time. httpcore's pool scans all connections for every request, which takes
longer than the requests themselves once there are some dozens of both.

A slot is a `Lease`, which the pool holds only while it is idle. Slots in use are not counted: a signal
handler may raise between any two instructions, and a counter that misses one release loses a slot for
good. A lease lost in that way returns its slot when it is garbage-collected, and its connection, whose
state is unknown, is closed.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeAlias, TypeVar
from weakref import ref

MAX_CONNECTIONS: Final = 50
IDLE_SECONDS: Final = 12.0
"""As botocore and aiobotocore keep connections; load balancers keep them longer."""
AGE_SECONDS: Final = 300.0
"""Makes clients follow changes in DNS."""


class Pooled(Protocol):
    """The part of a connection that a pool uses."""

    opened_at: float
    idle_since: float

    @property
    def reusable(self) -> bool:
        """Whether another request may be sent after the last response."""
        ...

    def usable(self) -> bool:
        """Ask the system whether it is open and no bytes wait to be read."""
        ...

    def close(self) -> None:
        """Close without close_notify. May be called more than once."""
        ...


C = TypeVar("C", bound=Pooled)


class Lease(Generic[C]):
    """A slot of a pool. If it has no connection, the holder opens one."""

    __slots__ = ("__weakref__", "connection")

    def __init__(self) -> None:
        self.connection: C | None = None


Waiter: TypeAlias = Callable[[Lease[C]], bool]
"""Receives a lease, and returns whether it accepts it."""


class Pool(Generic[C]):
    """Lends connections; every lease is returned with `release`."""

    def __init__(self, clock: Callable[[], float], limit: int = MAX_CONNECTIONS) -> None:
        self._clock = clock
        self._limit = limit
        self._idle: deque[Lease[C]] = deque()
        # All slots, idle and leased. Every connection is known, so that none is left open.
        self._slots: dict[ref[Lease[C]], C | None] = {}
        # Filled by a method in C when a lease is collected. In a Python callback a signal handler
        # could raise, and the exception would be dropped.
        self._lost: deque[ref[Lease[C]]] = deque()
        self._waiters: OrderedDict[Waiter[C], None] = OrderedDict()  # first in, first out
        self._closed = False

    @property
    def taken(self) -> int:
        """Count the slots in use, idle connections included."""
        self.reclaim()
        return len(self._slots)

    def acquire(self) -> Lease[C] | None:
        """Return a lease on the newest idle connection or a free slot; `None` if all are in use.

        The caller verifies that the connection is usable. That is a system call, which must not be
        made under the lock of a shared pool.
        """
        if self._lost:
            self.reclaim()
        if self._idle:
            now = self._clock()
            while self._idle:
                lease = self._idle.pop()
                if not _stale(lease, now):
                    return lease
                self._discard(lease)
        return self._add() if len(self._slots) < self._limit else None

    def attach(self, lease: Lease[C], connection: C) -> None:
        """Record the connection that the holder of a lease has opened."""
        self._slots[ref(lease)] = connection
        lease.connection = connection

    def wait(self, waiter: Waiter[C]) -> None:
        """Queue `waiter`, to be called with a lease."""
        self._waiters[waiter] = None

    def leave(self, waiter: Waiter[C]) -> None:
        """Remove a waiter from the queue, if it is there."""
        self._waiters.pop(waiter, None)

    def release(self, lease: Lease[C]) -> None:
        """Return a lease, and offer its slot to the first waiter."""
        if self._lost:
            self.reclaim()
        self._release(lease)
        if self._waiters:
            self._serve()

    def reclaim(self) -> None:
        """Free the slots of leases that were lost, and offer them to the first waiters."""
        if not self._lost:
            return
        while self._lost:
            lost = self._lost[0]
            connection = self._slots.get(lost)
            if connection is not None:
                connection.close()
            self._slots.pop(lost, None)
            self._lost.popleft()
        self._serve()

    def close(self) -> None:
        """Close idle connections now, and leased ones when they are released."""
        self._closed = True
        self.reclaim()
        while self._idle:
            self._discard(self._idle.pop())

    def abandon(self) -> tuple[C, ...]:
        """Return all connections, also those in use, for a forked child to close."""
        return tuple(connection for connection in self._slots.values() if connection is not None)

    # If a signal handler raises in a step below, a lease that left the idle ones is lost, see above.

    def _add(self) -> Lease[C]:
        lease: Lease[C] = Lease()
        self._slots[ref(lease, self._lost.append)] = None
        return lease

    def _discard(self, lease: Lease[C]) -> None:
        """Close the connection of a lease, and free its slot."""
        if lease.connection is not None:
            lease.connection.close()
        self._slots.pop(ref(lease), None)

    def _release(self, lease: Lease[C]) -> None:
        connection = lease.connection
        now = self._clock()
        if (
            connection is None
            or not connection.reusable
            or self._closed
            or now - connection.opened_at > AGE_SECONDS
        ):
            self._discard(lease)
        else:
            connection.idle_since = now
            self._idle.append(lease)
        # The newest is used first, so stale connections gather at the other end.
        while self._idle and _stale(self._idle[0], now):
            self._discard(self._idle.popleft())

    def _serve(self) -> None:
        while self._waiters and (lease := self.acquire()) is not None:
            waiter = next(iter(self._waiters))
            wanted = waiter(lease)
            self._waiters.pop(waiter, None)
            if not wanted:
                self._release(lease)


def _stale(lease: Lease[C], now: float) -> bool:
    connection = lease.connection
    return connection is None or (
        now - connection.idle_since > IDLE_SECONDS or now - connection.opened_at > AGE_SECONDS
    )


def verify_usable(lease: Lease[C]) -> C | None:
    """Return the connection of a lease if it is usable; close and drop it if not."""
    connection = lease.connection
    if connection is None or connection.usable():
        return connection
    connection.close()
    lease.connection = None
    return None
