"""Services that enforce a quota of requests per second, in three common ways."""

from collections import deque
from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

from attrs import define, field

Limit: TypeAlias = Callable[[float], float]
"""The quota in requests per second, by the time."""


class Quota(Protocol):
    """Decides which requests are served."""

    def admit(self, now: float) -> bool:
        """Return whether a request is served; otherwise it is throttled."""
        ...


@define
class FixedWindow:
    """Counts the requests of each second of its own clock."""

    limit: Limit
    _second: int = field(default=-1, init=False)
    _count: int = field(default=0, init=False)

    def admit(self, now: float) -> bool:
        """Return whether a request is served."""
        second = int(now + _CLOCK_OFFSET)
        if second != self._second:
            self._second, self._count = second, 0
        self._count += 1
        return self._count <= self.limit(now)


@define
class SlidingWindow:
    """Counts the requests that were served within the last second."""

    limit: Limit
    _served: deque[float] = field(factory=deque[float], init=False)

    def admit(self, now: float) -> bool:
        """Return whether a request is served."""
        while self._served and self._served[0] <= now - 1:
            self._served.popleft()
        is_served = len(self._served) < self.limit(now)
        if is_served:
            self._served.append(now)
        return is_served


@define
class TokenBucket:
    """A token bucket that is filled at the quota and holds the tokens of one second."""

    limit: Limit
    _tokens: float | None = field(default=None, init=False)
    _filled: float = field(default=0.0, init=False)

    def admit(self, now: float) -> bool:
        """Return whether a request is served."""
        limit = self.limit(now)
        before = limit if self._tokens is None else self._tokens
        tokens = min(limit, before + (now - self._filled) * limit)
        self._filled = now
        is_served = tokens >= 1
        self._tokens = tokens - is_served
        return is_served


_CLOCK_OFFSET: Final = 0.37
"""How far the server's clock is ahead of the client's, so that their seconds begin at different times."""

KINDS: Final[dict[str, Callable[[Limit], Quota]]] = {
    "fixed": FixedWindow,
    "sliding": SlidingWindow,
    "bucket": TokenBucket,
}
