"""Many callers that process a list of items against a server with a quota, in real time."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from attrs import frozen
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.session import Session

import smaws_kms as kms
from tools.simulation.quota_server import Counted, quota_server

_REGION: Final = "eu-west-1"
_ITEM: Final = b"ciphertext"
_CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "secret")
_ADAPTIVE: Final = kms.RetryPolicy(mode="adaptive")

Run = Callable[[str, int, int], Counter[str]]
"""Takes URL, number of items and of callers; returns the number of items by error name, "" for success."""


@frozen
class Outcome:
    """The duration and the outcomes of a run."""

    seconds: float
    ended: Counter[str]
    counted: Counted

    @property
    def rate(self) -> float:
        """Items per second that succeeded."""
        return self.ended[""] / self.seconds

    @property
    def failures(self) -> dict[str, int]:
        """The number of items by error."""
        return {name: number for name, number in self.ended.items() if name}


def measure(run: Run, *, kind: str, quota: float, items: int, callers: int) -> Outcome:
    """Run against a new server."""
    with quota_server(kind, quota) as server:
        begin = time.monotonic()
        ended = run(server.url, items, callers)
        seconds = time.monotonic() - begin
    return Outcome(seconds, ended, server.counted)


def asynchronous(url: str, items: int, callers: int) -> Counter[str]:
    """Process the items in tasks with the async client."""
    return asyncio.run(_with_tasks(url, items, callers))


async def _with_tasks(url: str, items: int, callers: int) -> Counter[str]:
    ended, remaining = Counter[str](), iter(range(items))
    async with kms.AsyncKMSClient(
        region=_REGION, endpoint_url=url, credentials=_CREDENTIALS, retry=_ADAPTIVE
    ) as client:

        async def work() -> None:
            for _ in remaining:
                result = await client.re_encrypt(
                    ciphertext_blob=_ITEM, destination_key_id="alias/new"
                )
                ended[_name(result.err)] += 1

        async with asyncio.TaskGroup() as group:
            for _ in range(callers):
                group.create_task(work())
    return ended


def blocking(url: str, items: int, callers: int) -> Counter[str]:
    """Process the items in threads with the blocking client."""
    with kms.KMSClient(
        region=_REGION, endpoint_url=url, credentials=_CREDENTIALS, retry=_ADAPTIVE
    ) as client:

        def work() -> str:
            result = client.re_encrypt(ciphertext_blob=_ITEM, destination_key_id="alias/new")
            return _name(result.err)

        return _with_threads(work, items, callers)


def botocore(url: str, items: int, callers: int) -> Counter[str]:
    """Process the items in threads with botocore's adaptive mode."""
    session = Session()
    session.set_credentials("AKIDEXAMPLE", "secret")
    config = Config(retries={"mode": "adaptive"}, max_pool_connections=callers)
    client: Any = session.create_client("kms", _REGION, endpoint_url=url, config=config)

    def work() -> str:
        try:
            client.re_encrypt(CiphertextBlob=_ITEM, DestinationKeyId="alias/new")
        except ClientError as error:
            return str(error.response.get("Error", {}).get("Code"))
        return ""

    return _with_threads(work, items, callers)


def _with_threads(work: Callable[[], str], items: int, callers: int) -> Counter[str]:
    remaining = iter(range(items))

    def work_all(_: int) -> Counter[str]:
        return Counter(work() for _ in _drawn(remaining))

    with ThreadPoolExecutor(callers) as threads:
        return sum(threads.map(work_all, range(callers)), Counter[str]())


def _drawn(remaining: Iterator[int]) -> Iterator[int]:
    # `next` of a range's iterator is atomic: threads may share it.
    yield from remaining


def _name(error: kms.SmawsError | None) -> str:
    return "" if error is None else type(error).__name__
