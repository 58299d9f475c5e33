"""Measure the CPU time of calls. Imports only the standard library, because peers run it in other environments."""

import asyncio
import json
import resource
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Final

ACCESS_KEY_ID: Final = "AKIDEXAMPLE"
SECRET_ACCESS_KEY: Final = "not a secret"
REGION: Final = "eu-west-1"
KEY_ID: Final = "1234abcd-12ab-34cd-56ef-1234567890ab"
PLAINTEXT: Final = bytes(32)
CONNECTIONS: Final = 50
_WARM: Final = 100
"""Warm-up calls, at least two for each concurrent call: Python needs dozens of runs to specialise the code,
and the client opens its connections."""


def run_async(opened: AbstractAsyncContextManager[Callable[[], Awaitable[object]]]) -> None:
    """Call the function that the context opens, and print the microseconds per call."""
    at_once, warm, each = _counts()

    async def repeat(call: Callable[[], Awaitable[object]], times: int) -> None:
        for _ in range(times):
            await call()

    async def run() -> float:
        async with opened as call:
            await asyncio.gather(*[repeat(call, warm) for _ in range(at_once)])
            before = _spent()
            await asyncio.gather(*[repeat(call, each) for _ in range(at_once)])
            return (_spent() - before) / (each * at_once)

    _print(asyncio.run(run()))


def run_blocking(opened: AbstractContextManager[Callable[[], object]]) -> None:
    """Do the same in threads."""
    at_once, warm, each = _counts()
    with opened as call, ThreadPoolExecutor(at_once) as pool:

        def repeat(times: int) -> None:
            for _ in range(times):
                call()

        def all_of(times: int) -> None:
            for _ in pool.map(repeat, [times] * at_once):
                pass

        all_of(warm)
        before = _spent()
        all_of(each)
        _print((_spent() - before) / (each * at_once))


def client_kind() -> str:
    """Return `async` or `blocking`, from the command line."""
    return sys.argv[1]


def url() -> str:
    """Return the URL of the server."""
    return sys.argv[2]


def _counts() -> tuple[int, int, int]:
    """Return the number of concurrent calls, of warm-up calls each, and of measured calls each."""
    at_once, calls = int(sys.argv[3]), int(sys.argv[4])
    return at_once, max(2, _WARM // at_once), max(1, calls // at_once)


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _print(seconds: float) -> None:
    sys.stdout.write(json.dumps(seconds * 1e6))
