"""The workers: 64 tasks of an event loop, or 64 threads, that share a client."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any, Final, TypeAlias

import smaws_kms as kms
from tools.soak.call_queue import CallQueue

CONCURRENCY: Final = 64
POLICY: Final = kms.RetryPolicy(base_delay=0.01, throttling_base_delay=0.01)
"""The default policy with short delays, so that runs do not mostly wait."""
TIMEOUT: Final = kms.Timeout(connect=0.2, attempt=0.25, operation=2.0)
"""Long enough for three attempts, too short for the delays of 5 s that some faults request."""
TIMEOUT_WHEN_BUSY: Final = kms.Timeout(connect=1.0, attempt=1.4, operation=4.5)
"""The same for a machine that does much else."""

Round: TypeAlias = Callable[[], Awaitable[None]]
"""Makes calls until the round is over."""


def _options(urls: Mapping[str, str], timeout: kms.Timeout) -> dict[str, Any]:
    return {
        "region": "eu-west-1",
        "credentials": kms.Credentials("AKIDEXAMPLE", "not a secret"),
        "endpoint_url": urls["server"],
        "retry": POLICY,
        "timeout": timeout,
        "validate": "off",  # some requests are larger than KMS accepts
    }


@asynccontextmanager
async def tasks(
    urls: Mapping[str, str], queue: CallQueue, limits: kms.Timeout = TIMEOUT
) -> AsyncGenerator[Round]:
    """Make tasks share an async client, with one derived client for each address."""
    async with kms.AsyncKMSClient(**_options(urls, limits)) as client:
        clients = {name: client.with_options(endpoint_url=url) for name, url in urls.items()}

        async def work() -> None:
            while planned := queue.take():
                started = perf_counter()
                result = await clients[planned.address].encrypt(
                    key_id=planned.key, plaintext=planned.plaintext
                )
                queue.add(planned, result, perf_counter() - started)

        async def make_round() -> None:
            async with asyncio.TaskGroup() as group:
                for _ in range(CONCURRENCY):
                    group.create_task(work())

        yield make_round


@asynccontextmanager
async def threads(
    urls: Mapping[str, str], queue: CallQueue, limits: kms.Timeout = TIMEOUT
) -> AsyncGenerator[Round]:
    """Make threads share a blocking client, with one derived client for each address."""
    with (
        kms.KMSClient(**_options(urls, limits)) as client,
        ThreadPoolExecutor(CONCURRENCY) as pool,
    ):
        clients = {name: client.with_options(endpoint_url=url) for name, url in urls.items()}

        def work() -> None:
            while planned := queue.take():
                started = perf_counter()
                result = clients[planned.address].encrypt(
                    key_id=planned.key, plaintext=planned.plaintext
                )
                queue.add(planned, result, perf_counter() - started)

        async def make_round() -> None:
            loop = asyncio.get_running_loop()
            await asyncio.gather(*(loop.run_in_executor(pool, work) for _ in range(CONCURRENCY)))

        yield make_round
