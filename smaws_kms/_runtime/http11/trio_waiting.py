"""Runs steps on trio. Imported only if the program has imported trio."""

from collections.abc import Sequence
from math import inf
from typing import TypeVar

import trio

from smaws_kms._runtime.http11.polling import READ, WRITE
from smaws_kms._runtime.http11.waiting import Outcome, Ready, Steps, run_async
from smaws_kms._runtime.support.trio_backend import outcome_of

T = TypeVar("T")


async def run(steps: Steps[T]) -> T:
    """Run steps to their end and return the result."""
    return await run_async(steps, _carry_out)


async def events_of(descriptor: int, events: int, within: float | None) -> int:
    """Wait for one of some events, and return that which was found, 0 for none in time."""
    pairs = [(descriptor, event) for event in (READ, WRITE) if events & event]
    found = await _first_of(pairs, within)
    return 0 if found is None else found[1]


async def _carry_out(effect: Ready | Outcome) -> object:
    if isinstance(effect, Ready):
        found = await _first_of(effect.descriptors, effect.within)
        return None if found is None else found[0]
    with trio.move_on_after(_seconds(effect.within)):
        return await outcome_of(effect.future)
    raise TimeoutError


async def _first_of(
    pairs: Sequence[tuple[int, int]], within: float | None
) -> tuple[int, int] | None:
    """Return the first pair of a descriptor and an event that is ready; `None` for none in time."""
    found: list[tuple[int, int]] = []

    async def wait(descriptor: int, event: int) -> None:
        wait = trio.lowlevel.wait_readable if event == READ else trio.lowlevel.wait_writable
        await wait(descriptor)
        found.append((descriptor, event))
        scope.cancel()

    with trio.move_on_after(_seconds(within)) as scope:
        if len(pairs) == 1:
            await wait(*pairs[0])
        else:
            async with trio.open_nursery() as nursery:
                for pair in pairs:
                    nursery.start_soon(wait, *pair)
    return found[0] if found else None


def _seconds(within: float | None) -> float:
    return inf if within is None else within
