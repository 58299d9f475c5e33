"""The first call of a process. Imports only what every client imports."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.protocol import ClientModule, Numbers
    from tests.benchmarks.setup import Setup


def measure(client: "ClientModule", setup: "Setup") -> "Numbers":
    """Return when the first response had arrived, and the CPU time until then."""
    if setup.kind == "blocking":
        client.blocking(setup)()
    else:
        import asyncio  # noqa: PLC0415  # a blocking client might not need it

        async def first() -> None:
            call = await client.asynchronous(setup)
            await call()
            numbers.update(_now())

        numbers: Numbers = {}
        asyncio.run(first())
        return numbers
    return _now()


def _now() -> "Numbers":
    """Return the system's monotonic clock, which the process that started this one reads too."""
    return {"at": time.monotonic(), "cpu_ms": time.process_time() * 1e3}
