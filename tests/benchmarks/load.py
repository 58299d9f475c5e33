"""Calls a second, CPU time and latencies of many calls. Peers run it in other environments: standard library only."""

import asyncio
import resource
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from statistics import quantiles
from typing import Final

from tests.benchmarks.protocol import ClientModule, Numbers
from tests.benchmarks.setup import Setup

_WARM: Final = 300
"""Warm-up calls, at least two for each concurrent call: Python needs dozens of runs to specialise the code,
and the client opens its connections."""


def measure(client: ClientModule, setup: Setup) -> Numbers:
    """Call the client, `at_once` calls at a time."""
    if setup.kind == "blocking":
        return _measure_blocking(client, setup)
    if setup.loop == "uvloop":
        import uvloop  # noqa: PLC0415  # peers have none

        factory: Callable[[], asyncio.AbstractEventLoop] | None = uvloop.new_event_loop
    else:
        factory = None
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(_measure_async(client, setup))


async def _measure_async(client: ClientModule, setup: Setup) -> Numbers:
    call = await client.asynchronous(setup)

    async def repeat(times: int) -> None:
        for _ in range(times):
            begin = time.perf_counter()
            await call()
            latencies.append(time.perf_counter() - begin)

    warm, each = _times(setup)
    latencies: list[float] = []
    await asyncio.gather(*[repeat(warm) for _ in range(setup.at_once)])
    latencies.clear()
    cpu, begin = spent(), time.perf_counter()
    await asyncio.gather(*[repeat(each) for _ in range(setup.at_once)])
    return _numbers(latencies, spent() - cpu, time.perf_counter() - begin)


def _measure_blocking(client: ClientModule, setup: Setup) -> Numbers:
    call = client.blocking(setup)

    def repeat(times: int) -> list[float]:
        latencies: list[float] = []
        for _ in range(times):
            begin = time.perf_counter()
            call()
            latencies.append(time.perf_counter() - begin)
        return latencies

    warm, each = _times(setup)
    with ThreadPoolExecutor(setup.at_once) as pool:
        list(pool.map(repeat, [warm] * setup.at_once))
        cpu, begin = spent(), time.perf_counter()
        latencies = list(chain.from_iterable(pool.map(repeat, [each] * setup.at_once)))
        return _numbers(latencies, spent() - cpu, time.perf_counter() - begin)


def _times(setup: Setup) -> tuple[int, int]:
    """Return the warm-up calls and the measured calls of each task or thread."""
    return max(2, min(_WARM, setup.calls) // setup.at_once), max(1, setup.calls // setup.at_once)


def spent() -> float:
    """Return the CPU time of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _numbers(latencies: list[float], cpu: float, elapsed: float) -> Numbers:
    cuts = quantiles(latencies, n=100, method="inclusive")
    return {
        "cpu_us": cpu / len(latencies) * 1e6,
        "per_second": len(latencies) / elapsed,
        "p50_ms": cuts[49] * 1e3,
        "p99_ms": cuts[98] * 1e3,
    }
