"""Memory of a process after one call, and with many open connections."""

import asyncio
import gc
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests.benchmarks.protocol import ClientModule, Numbers
from tests.benchmarks.setup import CONNECTIONS, Setup


def measure(client: ClientModule, setup: Setup) -> Numbers:
    """Return the resident memory after one call, and what the connections of many concurrent calls add."""
    if setup.kind == "blocking":
        return _measure_blocking(client, setup)
    return asyncio.run(_measure_async(client, setup))


async def _measure_async(client: ClientModule, setup: Setup) -> Numbers:
    call = await client.asynchronous(setup)
    await call()
    one, sockets = _resident(), _sockets()
    for _ in range(3):
        await asyncio.gather(*[call() for _ in range(CONNECTIONS)])
    return _numbers(one, sockets)


def _measure_blocking(client: ClientModule, setup: Setup) -> Numbers:
    call = client.blocking(setup)
    call()
    one, sockets = _resident(), _sockets()
    barrier = Barrier(CONNECTIONS)

    def together() -> None:
        for _ in range(3):
            barrier.wait()
            call()

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        for done in [pool.submit(together) for _ in range(CONNECTIONS)]:
            done.result()
        return _numbers(one, sockets)


def _numbers(one: float, sockets: int) -> Numbers:
    return {
        "one_mb": one,
        "more_mb": _resident() - one,
        "connections": float(_sockets() - sockets + 1),
    }


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _sockets() -> int:
    folder = Path("/proc/self/fd")
    return sum(_is_socket(link) for link in folder.iterdir())


def _is_socket(link: Path) -> bool:
    try:
        return str(link.readlink()).startswith("socket:")
    except OSError:  # the descriptor of the listing itself
        return False
