"""Runs steps on trio. Imported only if the program has imported trio."""

from math import inf
from typing import TypeVar

import trio

from smaws_kms._runtime.http11.polling import READ
from smaws_kms._runtime.http11.waiting import Outcome, Ready, Steps, run_async
from smaws_kms._runtime.support.trio_backend import outcome_of

T = TypeVar("T")


async def run(steps: Steps[T]) -> T:
    """Run steps to their end and return the result."""
    return await run_async(steps, _carry_out)


async def _carry_out(effect: Ready | Outcome) -> object:
    within = inf if effect.within is None else effect.within
    if isinstance(effect, Outcome):
        with trio.move_on_after(within):
            return await outcome_of(effect.future)
        raise TimeoutError
    with trio.move_on_after(within):
        return await _first_ready(effect)
    return None


async def _first_ready(effect: Ready) -> int | None:
    first, *others = effect.descriptors
    if not others:
        await _wait(*first)
        return first[0]
    found: list[int] = []

    async def wait(descriptor: int, events: int) -> None:
        await _wait(descriptor, events)
        found.append(descriptor)
        nursery.cancel_scope.cancel()

    async with trio.open_nursery() as nursery:
        for pair in effect.descriptors:
            nursery.start_soon(wait, *pair)
    return found[0] if found else None


async def _wait(descriptor: int, events: int) -> None:
    wait = trio.lowlevel.wait_readable if events == READ else trio.lowlevel.wait_writable
    await wait(descriptor)
