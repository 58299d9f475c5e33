"""Many calls at once on one client: each gets its own response, in order, unaffected by the others.

On the package's own transports only. httpx's blocking transport sometimes fails with `Bad file descriptor`
on 64 threads; its async one takes 23 s for 1,000 tasks on 50 connections, and its pool stops working after
some thousand cancellations (httpcore 1.0.9).
"""

import asyncio
import json
import random
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import pytest

import smaws_kms as kms
from tests.faults.echo_server import ciphertext_of
from tests.faults.processes import LONG
from tests.faults.transports import HTTP11_ASYNC, HTTP11_BLOCKING, Caller
from tests.loops import LOOPS, on_loop

_CALLS_PER_THREAD: Final = 500 if LONG else 15
_CANCELLATIONS: Final = 10_000 if LONG else 1_000
_TASKS: Final = 5_000 if LONG else 1_500
_CONNECTIONS: Final = 50
_THREADS: Final = 64
_BATCH: Final = 200

each_loop: Final = pytest.mark.parametrize(
    "anyio_backend", [on_loop(loop) for loop in LOOPS], indirect=True
)
pytestmark = pytest.mark.usefixtures("http11")


async def most_connections(caller: Caller) -> int:
    """Return the largest number of connections that the server has had at a time."""
    response = (await caller.encrypt("stats", b"")).unwrap()
    most: int = json.loads(response.ciphertext_blob)["most"]
    return most


async def test_threads(echo: str) -> None:
    """64 threads share one blocking client and its 50 connections; each gets its own responses."""
    async with HTTP11_BLOCKING.opened(echo) as caller:
        client = caller.client
        assert isinstance(client, kms.KMSClient)

        def call(thread: int) -> list[bool]:
            return [
                ciphertext_of(text)
                == client.encrypt(key_id="k", plaintext=text).unwrap().ciphertext_blob
                for text in (b"%d %d" % (thread, number) for number in range(_CALLS_PER_THREAD))
            ]

        with ThreadPoolExecutor(_THREADS) as pool:
            right = await asyncio.to_thread(lambda: [*pool.map(call, range(_THREADS))])

        assert [[True] * _CALLS_PER_THREAD] * _THREADS == right
        assert await most_connections(caller) <= _CONNECTIONS


@each_loop
async def test_tasks_wait_in_order(echo: str) -> None:
    """Many more tasks than connections are served in order, so none waits out of proportion."""
    async with HTTP11_ASYNC.opened(echo) as caller:
        # Reads the settings, which would change the order.
        (await caller.encrypt("k", b"first")).unwrap()
        served: list[int] = []

        async def call(number: int) -> None:
            result = await caller.encrypt("wait-2", b"%d" % number)
            served.append(number)
            assert ciphertext_of(b"%d" % number) == result.unwrap().ciphertext_blob

        async with asyncio.TaskGroup() as tasks:
            for number in range(_TASKS):
                tasks.create_task(call(number))

        assert (
            max(abs(position - number) for position, number in enumerate(served)) < 4 * _CONNECTIONS
        )
        assert await most_connections(caller) <= _CONNECTIONS


@each_loop
async def test_cancellations(echo: str) -> None:
    """Thousands of calls cancelled at any point leak no connection: the next 50 succeed at once."""
    rng = random.Random(9)  # noqa: S311  # the same test every time
    async with HTTP11_ASYNC.opened(echo) as caller:
        for _ in range(_CANCELLATIONS // _BATCH):
            await _cancel_some(caller, rng)

        texts = [b"after %d" % number for number in range(_CONNECTIONS)]
        results = await asyncio.gather(*(caller.encrypt("k", text) for text in texts))

        assert [ciphertext_of(text) for text in texts] == [
            result.unwrap().ciphertext_blob for result in results
        ]
        assert await most_connections(caller) <= _CONNECTIONS


async def _cancel_some(caller: Caller, rng: random.Random) -> None:
    """Start many calls, and cancel each at a different point: waiting, connecting, writing, reading."""
    tasks = [
        asyncio.create_task(caller.encrypt(rng.choice(("k", "wait-1", "wait-5")), b"cancelled"))
        for _ in range(_BATCH)
    ]
    rng.shuffle(tasks)
    for number, task in enumerate(tasks):
        if number % 20 == 0:
            # A slow call lets the others progress, without a sleep.
            await asyncio.gather(caller.encrypt("wait-1", b"clock"), return_exceptions=True)
        for _ in range(rng.randrange(3)):
            await asyncio.sleep(0)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
