"""The order in which calls wait for the rate limit: by the time of their first attempt."""

from bisect import bisect_left
from itertools import count

_ranks = count()


class Turn:
    """The place of one call, which it keeps from its first attempt to its last."""

    __slots__ = ("began", "is_last", "rank", "waited", "waits")

    def __init__(self) -> None:
        self.rank = next(_ranks)
        self.began = 0.0
        """When its current attempt began."""
        self.is_last = False
        """Whether its next attempt is a retry without another one after it."""
        self.waits = False
        self.waited = False
        """Whether its current attempt had to wait for the limit."""


class Turns:
    """The calls that wait."""

    def __init__(self) -> None:
        self._ranks: list[int] = []
        self._last = 0

    @property
    def have_retries(self) -> bool:
        """Whether a call waits that could be throttled without ending."""
        return len(self._ranks) > self._last

    def add(self, turn: Turn) -> int:
        """Let a call wait, unless it does already, and return how many are ahead of it."""
        place = bisect_left(self._ranks, turn.rank)
        if not turn.waits:
            self._ranks.insert(place, turn.rank)
            self._last += turn.is_last
            turn.waits = True
        return place

    def remove(self, turn: Turn) -> None:
        """Let a call wait no more."""
        place = bisect_left(self._ranks, turn.rank)
        if turn.waits and self._ranks[place : place + 1] == [turn.rank]:
            del self._ranks[place]
            self._last -= turn.is_last
        turn.waits = False
