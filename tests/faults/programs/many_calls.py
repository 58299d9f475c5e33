"""Make very many calls, and count resources before and after: `many_calls async|blocking URL`.

`COUNT` is the number of calls. Prints both counts as JSON.
"""

import asyncio
import gc
import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import smaws_kms as kms
from tests.loops import run

_CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")
_OPEN_FILES: Final = Path("/proc/self/fd")
_MEMORY: Final = Path("/proc/self/statm")
_AT_ONCE: Final = 10
_TIMEOUT: Final = kms.Timeout(connect=60, attempt=60, operation=120)
"""The defaults are too short on a busy machine."""


def count(tasks: int) -> dict[str, int]:
    """Return the resources that the process uses."""
    gc.collect()
    resident = int(_MEMORY.read_text().split()[1]) if _MEMORY.exists() else 0
    return {
        "descriptors": len([*_OPEN_FILES.iterdir()]) if _OPEN_FILES.exists() else 0,
        "threads": threading.active_count(),
        "tasks": tasks,
        "objects": len(gc.get_objects()),
        "kilobytes": resident * os.sysconf("SC_PAGE_SIZE") // 1024,
    }


def blocking(url: str, calls: int) -> list[dict[str, int]]:
    """Count before and after the calls of a blocking client."""
    with (
        kms.KMSClient(
            region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url, timeout=_TIMEOUT
        ) as client,
        ThreadPoolExecutor(_AT_ONCE) as pool,
    ):

        def call(number: int) -> None:
            for each in range(number):
                client.encrypt(key_id="k", plaintext=b"%d" % each).unwrap()

        def all_of(total: int) -> dict[str, int]:
            for _ in pool.map(call, [total // _AT_ONCE] * _AT_ONCE):
                pass
            return count(0)

        return [all_of(calls // 3), all_of(calls)]


async def on_asyncio(url: str, calls: int) -> list[dict[str, int]]:
    """Count before and after the calls of an async client."""
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=_CREDENTIALS, endpoint_url=url, timeout=_TIMEOUT
    ) as client:

        async def call(number: int) -> None:
            for each in range(number):
                (await client.encrypt(key_id="k", plaintext=b"%d" % each)).unwrap()

        async def all_of(total: int) -> dict[str, int]:
            await asyncio.gather(*[call(total // _AT_ONCE) for _ in range(_AT_ONCE)])
            return count(len(asyncio.all_tasks()))

        return [await all_of(calls // 3), await all_of(calls)]


if __name__ == "__main__":
    number = int(os.environ["COUNT"])
    if sys.argv[1] == "blocking":
        counted = blocking(sys.argv[2], number)
    else:
        counted = run(on_asyncio(sys.argv[2], number))
    sys.stdout.write(json.dumps(counted))
