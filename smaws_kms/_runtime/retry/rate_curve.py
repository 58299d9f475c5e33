"""Sending rate of the adaptive mode: a pure function of cuts and of time spent at the limit.

The shape is CUBIC's (RFC 9438): a cut takes 30 %, the rate returns quickly to where it was cut, stays
near that rate for a while, and then grows faster and faster to probe for more. Three things differ
from TCP and from the AWS SDKs:

- All rates are relative to the rate of the last cut, so 20 and 2,000 requests a second behave alike:
  the curve takes 3.1 s to return to any rate.
- Time counts only while requests wait for the limit. A client that does not use its rate learns
  nothing about a higher one (RFC 9438, section 5.8).
- Well above the old rate, it doubles every second: the quota was raised, or the first measurement
  was too low.
"""

from typing import Final

_CUT: Final = 0.7
"""Part of the rate that remains after a cut."""
_STEEPNESS: Final = 0.01
"""`t` seconds after the return, the rate is `1 + _STEEPNESS * t ** 3` times that of the last cut."""
_DOUBLING_FROM: Final = 3.0
"""Seconds after the return from which the rate doubles every second."""
_MEASURED_LEAD: Final = 2.0
"""Seconds of the curve that are skipped after a measurement, since it is not confirmed yet."""
_LEAST_MEASURED: Final = 10.0
"""Requests a second below which a measurement says nothing, and the rate doubles at once."""
_LOWEST: Final = 0.5
"""Requests a second that are always allowed, as in the AWS SDKs."""


class RateCurve:
    """Requests a second that are allowed at the moment."""

    def __init__(self, measured: float) -> None:
        self.rate = _LOWEST
        self._top = _LOWEST
        self._age = 0.0
        self._return = 0.0
        self._is_guess = False
        self.restart(measured)

    @property
    def is_exploring(self) -> bool:
        """Whether the rate is higher than before the last cut."""
        return self.rate > self._top

    def restart(self, measured: float) -> None:
        """Start at 70 % of a measured rate."""
        self._is_guess = measured < _LEAST_MEASURED
        self._top = max(measured, _LEAST_MEASURED)
        self._continue_from(self._top * _CUT)
        if not self._is_guess:
            self._age = _MEASURED_LEAD

    def cut(self) -> None:
        """Lower a rate that was too high."""
        self._is_guess = False
        self._top = self.rate
        self._continue_from(self._top * _CUT)

    def lower(self) -> None:
        """Lower the rate for an outage: it returns to the same rate as before."""
        self._continue_from(self.rate * _CUT)

    def grow(self, seconds: float) -> None:
        """Raise the rate after more time at the limit."""
        self._age += seconds
        after_return = self._age - self._return
        cubic = min(after_return, _DOUBLING_FROM)
        doubled = 2.0 ** (after_return - cubic)
        self.rate = max(self.rate, self._top * (1 + _STEEPNESS * cubic**3) * doubled)

    def _continue_from(self, rate: float) -> None:
        self.rate = max(rate, _LOWEST)
        self._return = ((1 - min(1.0, self.rate / self._top)) / _STEEPNESS) ** (1 / 3)
        self._age = self._return + _DOUBLING_FROM if self._is_guess else 0.0
