"""Runs steps on asyncio, with the loop's own readers and writers."""

import asyncio
from typing import TypeVar

from smaws_kms._runtime.http11.polling import READ
from smaws_kms._runtime.http11.waiting import Outcome, Ready, Steps, run_async

T = TypeVar("T")


async def run(steps: Steps[T]) -> T:
    """Run steps to their end and return the result."""
    return await run_async(steps, _carry_out)


async def _carry_out(effect: Ready | Outcome) -> object:
    if isinstance(effect, Ready):
        return await _first_ready(effect)
    if effect.future.done():
        return effect.future.result()
    async with asyncio.timeout(effect.within):
        return await asyncio.wrap_future(effect.future)


async def _first_ready(effect: Ready) -> int | None:
    loop = asyncio.get_running_loop()
    woken: asyncio.Future[int | None] = loop.create_future()

    def wake(descriptor: int | None) -> None:
        if not woken.done():
            woken.set_result(descriptor)

    timer = None if effect.within is None else loop.call_later(effect.within, wake, None)
    try:
        for descriptor, events in effect.descriptors:
            (loop.add_reader if events == READ else loop.add_writer)(descriptor, wake, descriptor)
        return await woken
    finally:
        if timer is not None:
            timer.cancel()
        _unregister(loop, effect)


def _unregister(loop: asyncio.AbstractEventLoop, effect: Ready) -> None:
    if loop.is_closed():  # the coroutine outlived its loop and is being collected
        return
    for descriptor, events in effect.descriptors:
        (loop.remove_reader if events == READ else loop.remove_writer)(descriptor)
