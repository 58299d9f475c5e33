"""The measurement of stages, in one process."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.benchmarks.load import spent
from tests.benchmarks.protocol import ClientModule, Numbers
from tests.benchmarks.setup import Setup
from tests.benchmarks.stage_timers import Timers, timed_stages
from tests.benchmarks.stages import REST, STAGES

MISSING = "missing: "


def measure(client: ClientModule, setup: Setup) -> Numbers:
    """Return the microseconds of each stage, the whole, and a key for each function that was not found."""
    return asyncio.run(_measure(client, setup))


async def _measure(client: ClientModule, setup: Setup) -> Numbers:
    call = await client.asynchronous(setup)
    each = max(1, setup.calls // setup.at_once)
    calls = each * setup.at_once
    await _together(call, setup.at_once, each)
    before = spent()
    await _together(call, setup.at_once, each)
    total = (spent() - before) / calls * 1e6
    timers = Timers()
    timers.calibrate()
    timers.install(target for targets in STAGES.values() for target in targets)
    # With connections of its own: those that are open hold functions as they were.
    call = await client.asynchronous(setup)
    await _together(call, setup.at_once, each)
    timers.on = True
    await _together(call, setup.at_once, each)
    timers.on = False
    stages = timed_stages(STAGES, timers, calls)
    rest = {REST: total - sum(stages.values()), "total": total}
    return {**stages, **rest, **{MISSING + target: 0.0 for target in timers.missing}}


async def _together(call: Callable[[], Awaitable[object]], at_once: int, each: int) -> None:
    async def repeat() -> None:
        for _ in range(each):
            await call()

    await asyncio.gather(*[repeat() for _ in range(at_once)])
