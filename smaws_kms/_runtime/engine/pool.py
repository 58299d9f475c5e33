"""The connections of one origin: who gets which, who waits, what is too old. Pure, without locks.

Every step takes constant time. httpcore's pool looks at every connection for every request, and gets
slower than the requests themselves at some dozens of both.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum
from typing import Final, Generic, Protocol, TypeVar

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
        """Close it without a word."""


C = TypeVar("C", bound=Pooled)


class Room(Enum):
    """What there is instead of an idle connection."""

    FREE = "a slot: whoever gets it opens a connection"
    NONE = "nothing: whoever gets it has to wait"


class Pool(Generic[C]):
    """Whoever takes something gives it back: a connection with `put`, a slot with `free`."""

    def __init__(self, clock: Callable[[], float], limit: int = MAX_CONNECTIONS) -> None:
        self._clock = clock
        self._limit = limit
        self._taken = 0
        """Slots in use, idle connections included."""
        self._idle: deque[C] = deque()
        # A waiter is told what it gets, and returns whether it still wants that. Served in order.
        self._waiters: OrderedDict[Callable[[C | Room], bool], None] = OrderedDict()
        self._closed = False

    def take(self) -> C | Room:
        """Return the newest idle connection, or what there is instead.

        Whoever gets it looks whether it is usable: that asks the system, and where there is a lock
        around the pool, other threads would wait for it.
        """
        while self._idle:
            connection = self._idle.pop()
            if not self._stale(connection):
                return connection
            connection.close()
            self._taken -= 1
        if self._taken >= self._limit:
            return Room.NONE
        self._taken += 1
        return Room.FREE

    def wait(self, waiter: Callable[[C | Room], bool]) -> None:
        """Have `waiter` called with a connection or a slot when its turn comes."""
        self._waiters[waiter] = None

    def leave(self, waiter: Callable[[C | Room], bool]) -> None:
        """Forget a waiter."""
        self._waiters.pop(waiter, None)

    def put(self, connection: C) -> None:
        """Give back a connection, for the longest waiter or for later."""
        if self._closed or not connection.reusable or self._too_old(connection):
            connection.close()
            self.free()
        elif not self._hand(connection):
            connection.idle_since = self._clock()
            self._idle.append(connection)
            self._drop_stale()

    def free(self) -> None:
        """Give back a slot, for the longest waiter or for nobody."""
        if not self._hand(Room.FREE):
            self._taken -= 1

    def pass_on(self, what: C | Room) -> None:
        """Give back what came to a waiter that has left."""
        if what is Room.FREE:
            self.free()
        elif not isinstance(what, Room):
            self.put(what)

    def close(self) -> None:
        """Close what is idle, and from now on everything that is given back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
            self._taken -= 1

    def _hand(self, what: C | Room) -> bool:
        while self._waiters:
            waiter, _ = self._waiters.popitem(last=False)
            if waiter(what):
                return True
        return False

    def _too_old(self, connection: C) -> bool:
        return self._clock() - connection.opened_at > AGE_SECONDS

    def _stale(self, connection: C) -> bool:
        idle = self._clock() - connection.idle_since
        return idle > IDLE_SECONDS or self._too_old(connection)

    def _drop_stale(self) -> None:
        # Newest first leaves the stale ones at the other end, where nobody would ever come by.
        while self._idle and self._stale(self._idle[0]):
            self._idle.popleft().close()
            self._taken -= 1


def still_usable(found: C | Room) -> C | Room:
    """Return what a pool gave, the slot alone if the connection has died on the way."""
    if isinstance(found, Room) or found.usable():
        return found
    found.close()
    return Room.FREE
