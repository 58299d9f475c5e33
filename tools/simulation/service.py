"""A service with a limited capacity, which is halved during an outage."""

import json
from typing import Final

from attrs import frozen

from smaws_kms._runtime.http.messages import WireResponse

WINDOW: Final = 0.1
"""Length in seconds of the windows in which the service counts requests."""

_DONE: Final = WireResponse(200, {}, b"{}")
_BUSY: Final = WireResponse(
    503, {}, json.dumps({"__type": "ServiceUnavailableException", "message": "busy"}).encode()
)


@frozen(kw_only=True)
class Outage:
    """The period in which the service has half of its capacity."""

    begin: float
    end: float

    def covers(self, time: float) -> bool:
        """Return whether a time is within the outage."""
        return self.begin <= time < self.end


class Service:
    """Responds at once: with success within its capacity, with 503 beyond it."""

    def __init__(self, capacity: float, outage: Outage) -> None:
        self._capacity = capacity
        self._outage = outage
        self._window = -1
        self._done = 0

    def capacity_at(self, time: float) -> float:
        """Return the capacity in requests per second."""
        return self._capacity / 2 if self._outage.covers(time) else self._capacity

    def handle(self, time: float) -> WireResponse:
        """Return the response to a request."""
        window = int(time / WINDOW)
        if window != self._window:
            self._window, self._done = window, 0
        if self._done >= self.capacity_at(time) * WINDOW:
            return _BUSY
        self._done += 1
        return _DONE
