"""Many calls at once on one client: each gets its own answer, in its turn, whatever becomes of others.

On the engine only. httpx's blocking transport now and then fails with `Bad file descriptor` on 64
threads; its async one takes 23 s for 1,000 tasks on 50 connections, and its pool is dead after some
thousand cancellations (httpcore 1.0.9).
"""

import asyncio
import json
import random
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import monotonic
from typing import Final

import pytest

import smaws_kms as kms
from tests.faults.kinds import ENGINE_ASYNC, ENGINE_BLOCKING, Caller
from tests.faults.lengths import CALLS_A_THREAD, CANCELLATIONS, TASKS
from tests.faults.seal import sealed
from tests.loops import LOOPS, on_loop

_CONNECTIONS: Final = 50
_THREADS: Final = 64
_BATCH: Final = 200

each_loop: Final = pytest.mark.parametrize(
    "anyio_backend", [on_loop(loop) for loop in LOOPS], indirect=True
)
pytestmark = pytest.mark.usefixtures("engine")


async def most_connections(caller: Caller) -> int:
    """Ask the server how many connections it has had at a time."""
    answer = (await caller.encrypt("stats", b"")).unwrap()
    most: int = json.loads(answer.ciphertext_blob)["most"]
    return most


async def test_threads(echo: str) -> None:
    """64 threads share one blocking client and its 50 connections, and nobody gets another's answer."""
    async with ENGINE_BLOCKING.opened(echo) as caller:
        client = caller.client
        assert isinstance(client, kms.KMSClient)

        def call(thread: int) -> list[bool]:
            return [
                sealed(text) == client.encrypt(key_id="k", plaintext=text).unwrap().ciphertext_blob
                for text in (b"%d %d" % (thread, number) for number in range(CALLS_A_THREAD))
            ]

        with ThreadPoolExecutor(_THREADS) as pool:
            right = await asyncio.to_thread(lambda: [*pool.map(call, range(_THREADS))])

        assert [[True] * CALLS_A_THREAD] * _THREADS == right
        assert await most_connections(caller) <= _CONNECTIONS


@each_loop
async def test_tasks_wait_in_order(echo: str) -> None:
    """Far more tasks than connections are served in order: the last waits no longer than its place says."""
    async with ENGINE_ASYNC.opened(echo) as caller:
        (await caller.encrypt("k", b"first")).unwrap()  # reads settings, and others pass it by
        waits: list[float] = []
        served: list[int] = []
        started = monotonic()

        async def call(number: int) -> None:
            result = await caller.encrypt("wait-2", b"%d" % number)
            waits.append(monotonic() - started)
            served.append(number)
            assert sealed(b"%d" % number) == result.unwrap().ciphertext_blob

        async with asyncio.TaskGroup() as tasks:
            for number in range(TASKS):
                tasks.create_task(call(number))

        # All start at once, so in order the last waits twice as long as the one in the middle.
        assert max(waits) < 4 * median(waits)
        assert max(abs(place - number) for place, number in enumerate(served)) < 4 * _CONNECTIONS
        assert await most_connections(caller) <= _CONNECTIONS


@each_loop
async def test_cancellations(echo: str) -> None:
    """Thousands of calls cancelled at any point cost no connection: the next 50 succeed at once."""
    chance = random.Random(9)  # noqa: S311  # the same test every time
    async with ENGINE_ASYNC.opened(echo) as caller:
        for _ in range(CANCELLATIONS // _BATCH):
            await _cancel_some(caller, chance)

        texts = [b"after %d" % number for number in range(_CONNECTIONS)]
        results = await asyncio.gather(*(caller.encrypt("k", text) for text in texts))

        assert [sealed(text) for text in texts] == [
            result.unwrap().ciphertext_blob for result in results
        ]
        assert await most_connections(caller) <= _CONNECTIONS


async def _cancel_some(caller: Caller, chance: random.Random) -> None:
    """Start many calls, and cancel each at another point: waiting, connecting, writing, reading."""
    tasks = [
        asyncio.create_task(caller.encrypt(chance.choice(("k", "wait-1", "wait-5")), b"cancelled"))
        for _ in range(_BATCH)
    ]
    chance.shuffle(tasks)
    for number, task in enumerate(tasks):
        if number % 20 == 0:
            # A call of our own is a clock that needs no sleeping.
            await asyncio.gather(caller.encrypt("wait-1", b"clock"), return_exceptions=True)
        for _ in range(chance.randrange(3)):
            await asyncio.sleep(0)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
