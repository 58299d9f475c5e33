"""One client on several event loops: in turn, two at once in threads, and many, as on Lambda.

On the package's own transport only: httpx's async transport fails on the second loop, with an error from
asyncio or with a connection of the first loop.
"""

import asyncio
import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

import smaws_kms as kms
from tests.faults.echo_server import ciphertext_of
from tests.loops import LOOPS, on_loop, run_on
from tests.unit.redaction.secret_programs import CREDENTIALS

_TOGETHER: Final = 20
_OPEN_FILES: Final = Path("/proc/self/fd")

pytestmark = pytest.mark.usefixtures("http11")


@pytest.fixture(params=[on_loop(loop) for loop in LOOPS])
def loop(request: pytest.FixtureRequest) -> str:
    """Return the name of an event loop."""
    name: str = request.param
    return name


@pytest.fixture(params=["echo", "secure_echo"], ids=["http", "https"])
def client(loop: str, request: pytest.FixtureRequest) -> Iterator[kms.AsyncKMSClient]:
    """Create a client outside any event loop, and check that it leaks nothing."""
    url: str = request.getfixturevalue(request.param)
    client = kms.AsyncKMSClient(region="eu-west-1", credentials=CREDENTIALS, endpoint_url=url)
    yield client
    run_on(loop, client.aclose())
    gc.collect()  # warns about unclosed connections


async def call_at_once(client: kms.AsyncKMSClient, name: str) -> bool:
    """Make some calls at once; return whether each got its own response."""
    texts = [f"{name} {number}".encode() for number in range(_TOGETHER)]
    results = await asyncio.gather(
        *(client.encrypt(key_id="wait-1", plaintext=text) for text in texts)
    )
    return [ciphertext_of(text) for text in texts] == [
        result.unwrap().ciphertext_blob for result in results
    ]


def test_in_turn(loop: str, client: kms.AsyncKMSClient) -> None:
    """On three loops in turn, every call succeeds, also the first on each loop."""
    right = [run_on(loop, call_at_once(client, f"loop {number}")) for number in range(3)]

    assert [True, True, True] == right


def test_at_once(loop: str, client: kms.AsyncKMSClient) -> None:
    """On two loops that run in two threads at the same time, every call succeeds."""
    both = threading.Barrier(2, timeout=120)

    async def calls(name: str) -> list[bool]:
        first = await call_at_once(client, f"{name} before")
        await asyncio.to_thread(both.wait)
        return [first, *[await call_at_once(client, f"{name} {turn}") for turn in range(5)]]

    def run(name: str) -> list[bool]:
        return run_on(loop, calls(name))

    with ThreadPoolExecutor(2) as pool:
        right = [*pool.map(run, ("left", "right"))]

    assert [[True] * 6, [True] * 6] == right


def test_many_in_turn(loop: str, client: kms.AsyncKMSClient) -> None:
    """A new loop for every event, as on Lambda, leaves no descriptor open."""
    if not _OPEN_FILES.exists():
        pytest.skip("only Linux lists open descriptors")

    def run(number: int) -> int:
        assert run_on(loop, call_at_once(client, f"event {number}"))
        return len([*_OPEN_FILES.iterdir()])

    before, *later = [run(number) for number in range(10)]

    assert before == max(later)
