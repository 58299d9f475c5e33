"""A service that can do so much and no more, and for a while only half of that."""

import json
from typing import Final

from attrs import frozen

from smaws_kms._runtime.http.messages import WireResponse

WINDOW: Final = 0.1
"""Seconds over which the service counts what it does."""

_DONE: Final = WireResponse(200, {}, b"{}")
_BUSY: Final = WireResponse(
    503, {}, json.dumps({"__type": "ServiceUnavailableException", "message": "busy"}).encode()
)


@frozen(kw_only=True)
class Outage:
    """When the service can do half of what it usually does."""

    begin: float
    end: float

    def covers(self, time: float) -> bool:
        """Tell whether it is on."""
        return self.begin <= time < self.end


class Service:
    """Answers at once what fits into its capacity, and refuses the rest."""

    def __init__(self, capacity: float, outage: Outage) -> None:
        self._capacity = capacity
        self._outage = outage
        self._window = -1
        self._done = 0

    def capacity_at(self, time: float) -> float:
        """Return how many requests a second it can do."""
        return self._capacity / 2 if self._outage.covers(time) else self._capacity

    def answer(self, time: float) -> WireResponse:
        """Take a request."""
        window = int(time / WINDOW)
        if window != self._window:
            self._window, self._done = window, 0
        if self._done >= self.capacity_at(time) * WINDOW:
            return _BUSY
        self._done += 1
        return _DONE
