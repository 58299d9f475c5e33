"""Waiting line of the rate limiter, ordered by the first attempts of the calls."""

from bisect import bisect_left
from itertools import count
from operator import attrgetter
from typing import Final

_OVERDUE: Final = 2.0
"""Seconds after which a call that did not ask again is removed: its event loop may have stopped."""

_ranks = count()
_rank = attrgetter("rank")


class Turn:
    """Place of one call in the line; all attempts of the call keep its rank."""

    __slots__ = ("asks_again", "began", "is_last", "rank", "waited")

    def __init__(self) -> None:
        self.rank = next(_ranks)
        self.began = 0.0
        """Time when its current attempt began."""
        self.is_last = False
        """Whether its next attempt is its last retry."""
        self.waited = False
        """Whether its current attempt had to wait for the limit."""
        self.asks_again = 0.0
        """Time when it is to ask again, while it waits."""


class Turns:
    """Calls that wait, in the order of their ranks."""

    def __init__(self) -> None:
        self._waiting: list[Turn] = []
        self._last = 0

    @property
    def have_retries(self) -> bool:
        """Whether a call waits that has attempts left after the next one."""
        return len(self._waiting) > self._last

    def find(self, turn: Turn, now: float) -> tuple[bool, int]:
        """Return whether a call is in the line, and how many calls are or would be ahead of it."""
        while self._waiting and self._waiting[0].asks_again < now - _OVERDUE:
            self.remove(self._waiting[0])
        place = self._place(turn)
        return self._is_at(place, turn), place

    def add(self, turn: Turn, now: float) -> None:
        """Insert a call, unless it is in the line already."""
        place = self._place(turn)
        if not self._is_at(place, turn):
            self._waiting.insert(place, turn)
            self._last += turn.is_last
            turn.asks_again = now

    def remove(self, turn: Turn) -> None:
        """Remove a call, if it is in the line."""
        place = self._place(turn)
        if self._is_at(place, turn):
            del self._waiting[place]
            self._last -= turn.is_last

    def _place(self, turn: Turn) -> int:
        return bisect_left(self._waiting, turn.rank, key=_rank)

    def _is_at(self, place: int, turn: Turn) -> bool:
        return place < len(self._waiting) and self._waiting[place] is turn
