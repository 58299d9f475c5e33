"""Short timeouts that become longer where the machine is too busy for them."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

T = TypeVar("T")

_LONGER: Final = (5, 25)


async def with_patience(
    seconds: float, run: Callable[[float], Awaitable[T]], *, ended_too_early: Callable[[T], bool]
) -> T:
    """Return what a run with a short timeout returns, or one with a longer timeout.

    For tests of what happens at a timeout: they wait for the shortest one that the machine can keep.
    On a busy machine a short timeout may end before the call has reached the point that the test is
    about.

    Args:
        seconds: The short timeout.
        run: Makes the call with a timeout.
        ended_too_early: Whether the call has not reached that point.
    """
    found = await run(seconds)
    for factor in _LONGER:
        if not ended_too_early(found):
            break
        found = await run(seconds * factor)
    return found
