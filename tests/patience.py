"""Short timeouts that become longer where the machine is too busy for them."""

from collections.abc import Iterator
from typing import Final

_FACTORS: Final = (1, 5, 25)


def longer_and_longer(seconds: float) -> Iterator[float]:
    """Yield a timeout, then longer ones.

    For tests of what happens at a timeout: they wait for the shortest one that the machine can keep.
    On a busy machine a short timeout may end before the call has reached the point that the test is
    about, so the test breaks its loop as soon as the call got there.
    """
    yield from (seconds * factor for factor in _FACTORS)
