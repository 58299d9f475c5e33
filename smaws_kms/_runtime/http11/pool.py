"""The connections of one origin: who gets which, who waits, what is too old. Pure, without locks.

Every step takes constant time. httpcore's pool looks at every connection for every request, and gets
slower than the requests themselves at some dozens of both.

A slot in use is a `Lease` that somebody holds. Nothing is counted: a signal's handler may raise
between any two instructions, and a counter that misses one release has a slot less for good. A lease
that is lost in that way gives its slot back when it is collected, and its connection, of which nobody
knows what happened to it, is closed.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final, Generic, Protocol, TypeAlias, TypeVar
from weakref import ref

MAX_CONNECTIONS: Final = 50
IDLE_SECONDS: Final = 12.0
"""What botocore's and aiobotocore's connections are kept for; load balancers wait longer."""
AGE_SECONDS: Final = 300.0
"""So that clients follow when DNS leads elsewhere."""


class Pooled(Protocol):
    """What a pool has to know of a connection."""

    opened_at: float
    idle_since: float

    @property
    def reusable(self) -> bool:
        """Whether its last answer left it in order."""
        ...

    def usable(self) -> bool:
        """Look whether it is open, and nothing has come over it."""
        ...

    def close(self) -> None:
        """Close it without a word; again, if it is closed already."""
        ...


C = TypeVar("C", bound=Pooled)


class Lease(Generic[C]):
    """A slot of a pool. Without a connection, the one who gets it opens one."""

    __slots__ = ("__weakref__", "connection")

    def __init__(self, connection: C | None = None) -> None:
        self.connection = connection


Waiter: TypeAlias = Callable[[Lease[C]], bool]
"""Takes a lease when its turn comes, and returns whether it still wants one."""


class Pool(Generic[C]):
    """Whoever takes a lease gives it back with `put`."""

    def __init__(self, clock: Callable[[], float], limit: int = MAX_CONNECTIONS) -> None:
        self._clock = clock
        self._limit = limit
        self._idle: deque[C] = deque()
        # What is leased, by its lease. The pool knows every connection, so that none is left open.
        self._leased: dict[ref[Lease[C]], C | None] = {}
        # Filled when a lease is collected, by a method in C: in Python, a handler could raise there,
        # where exceptions get lost.
        self._lost: deque[ref[Lease[C]]] = deque()
        self._waiters: OrderedDict[Waiter[C], None] = OrderedDict()  # served in order
        self._closed = False

    @property
    def taken(self) -> int:
        """Count the slots in use, idle connections included."""
        self.reclaim()
        return len(self._idle) + len(self._leased)

    def take(self) -> Lease[C] | None:
        """Return a lease, with the newest idle connection if there is one; `None` if all are in use.

        Whoever gets it looks whether the connection is usable: that asks the system, and where there
        is a lock around the pool, other threads would wait for it.
        """
        self.reclaim()
        return self._take()

    def attach(self, lease: Lease[C], connection: C) -> None:
        """Put a new connection into the slot of a lease."""
        self._leased[ref(lease)] = connection
        lease.connection = connection

    def wait(self, waiter: Waiter[C]) -> None:
        """Have `waiter` called with a lease when its turn comes."""
        self._waiters[waiter] = None

    def leave(self, waiter: Waiter[C]) -> None:
        """Forget a waiter."""
        self._waiters.pop(waiter, None)

    def put(self, lease: Lease[C]) -> None:
        """Give back a lease, for the longest waiter or for later."""
        self.reclaim()
        self._put(lease)
        self._serve()

    def reclaim(self) -> None:
        """Take back what was leased and got lost, for the longest waiter or for later."""
        if not self._lost:
            return
        while self._lost:
            lost = self._lost[0]
            if lost in self._leased:
                self._close_unless_held(lost)
                del self._leased[lost]
            self._lost.popleft()
        self._serve()

    def close(self) -> None:
        """Close what is idle, and from now on everything that is given back."""
        self._closed = True
        self.reclaim()
        while self._idle:
            self._idle[-1].close()
            self._idle.pop()

    def abandon(self) -> tuple[C, ...]:
        """Return every connection, also those in use, for a forked child to let go of."""
        leased = (connection for connection in self._leased.values() if connection is not None)
        return (*self._idle, *leased)

    # Below, every step leaves the pool in order, whatever a handler raises before the next one: what
    # changes hands is held twice for a moment, and never by nobody.

    def _take(self) -> Lease[C] | None:
        while self._idle:
            connection = self._idle[-1]
            if not self._stale(connection):
                lease = self._lease(connection)
                self._idle.pop()
                return lease
            connection.close()
            self._idle.pop()
        return self._lease(None) if len(self._leased) < self._limit else None

    def _lease(self, connection: C | None) -> Lease[C]:
        lease = Lease(connection)
        self._leased[ref(lease, self._lost.append)] = connection
        return lease

    def _put(self, lease: Lease[C]) -> None:
        connection = lease.connection
        if connection is not None:
            if self._closed or not connection.reusable or self._too_old(connection):
                connection.close()
            else:
                connection.idle_since = self._clock()
                self._idle.append(connection)
        self._leased.pop(ref(lease), None)
        self._drop_stale()

    def _serve(self) -> None:
        while self._waiters and (lease := self._take()) is not None:
            waiter = next(iter(self._waiters))
            wanted = waiter(lease)
            self._waiters.pop(waiter, None)
            if not wanted:
                self._put(lease)

    def _close_unless_held(self, lost: "ref[Lease[C]]") -> None:
        """Close the connection of a lost lease, unless it had changed hands by then."""
        connection = self._leased[lost]
        if connection is None or connection in self._idle:
            return
        others = (other for lease, other in self._leased.items() if lease is not lost)
        if all(other is not connection for other in others):
            connection.close()

    def _too_old(self, connection: C) -> bool:
        return self._clock() - connection.opened_at > AGE_SECONDS

    def _stale(self, connection: C) -> bool:
        idle = self._clock() - connection.idle_since
        return idle > IDLE_SECONDS or self._too_old(connection)

    def _drop_stale(self) -> None:
        # Newest first leaves the stale ones at the other end, where nobody would ever come by.
        while self._idle and self._stale(self._idle[0]):
            self._idle[0].close()
            self._idle.popleft()


def verify_usable(lease: Lease[C]) -> C | None:
    """Return the connection of a lease, if it has one that has not died on the way."""
    connection = lease.connection
    if connection is None or connection.usable():
        return connection
    connection.close()
    lease.connection = None
    return None
