"""A provider that blocks for a second does not stop the event loop, whichever provider it is."""

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

import anyio
import anyio.lowlevel
import httpx
import pytest

import smaws_kms as kms
from tests.integration.credentials.heartbeat import heartbeat, watching_the_machine
from tests.integration.credentials.peers import Answer, Asked, Minter, Peer
from tests.integration.credentials.places import Place

HOLD: Final = 1.0
LIMIT: Final = HOLD / 10
# Other processes stop a loop too, but not each time.
TRIES: Final = 3

both = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


@pytest.fixture
def peer() -> Iterator[Peer]:
    """Start a peer that hands out documents to whoever asks."""
    minter = Minter("FUNCTION")

    def respond(_: Asked) -> Answer:
        return Answer(minter.document())

    started = Peer(respond)
    yield started
    started.close()


def made_of(document: dict[str, Any]) -> kms.Credentials:
    """Return a document's credentials."""
    return kms.Credentials(
        document["AccessKeyId"],
        document["SecretAccessKey"],
        document["Token"],
        datetime.fromisoformat(document["Expiration"]),
    )


@pytest.fixture(autouse=True)
def small_heap() -> Iterator[None]:
    """Keep the garbage collector off what other tests and moto's server have loaded."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


async def longest_stall(credentials: Callable[[], Any] | None) -> tuple[float, float]:
    """Return how long the loop stood still while a call waited for credentials, and all of us."""
    # Making one reads certificates, which is no business of providers.
    async with httpx.AsyncClient() as http:
        with watching_the_machine() as machine:
            async with (
                heartbeat() as heart,
                kms.AsyncKMSClient(credentials=credentials, http=http) as client,
            ):
                (await client.list_keys()).unwrap()

    assert heart.beats > 10
    return heart.longest, machine.longest


async def check_stalls(name: str, backend: str, credentials: Callable[[], Any] | None) -> None:
    """Measure until the machine lets us, and tell."""
    ours: list[float] = []
    while not ours or (min(ours) >= LIMIT and len(ours) < TRIES):
        loop, everybody = await longest_stall(credentials)
        shown = f"{loop * 1000:.1f} ms, of any thread {everybody * 1000:.1f} ms"
        sys.stdout.write(f"longest stall, {name} on {backend}: {shown}\n")
        ours.append(loop - everybody)

    assert min(ours) < LIMIT


@both
@pytest.mark.usefixtures("service")
async def test_place(place: Place, anyio_backend: str) -> None:
    """No place stops the loop, though its peer takes a second for the whole."""
    place.peer.hold = HOLD

    await check_stalls(type(place).__name__, anyio_backend, None)


@both
@pytest.mark.usefixtures("service")
async def test_blocking_function(peer: Peer, anyio_backend: str) -> None:
    """Nor does a user's function that knows nothing of loops."""
    peer.hold = HOLD

    def ask() -> kms.Credentials:
        return made_of(httpx.get(peer.url, timeout=30).json())

    await check_stalls("blocking function", anyio_backend, ask)


@both
@pytest.mark.usefixtures("service")
async def test_async_function(peer: Peer, anyio_backend: str) -> None:
    """Nor does one that is async, on the library that runs."""
    peer.hold = HOLD

    async with httpx.AsyncClient(timeout=30) as http:

        async def ask() -> kms.Credentials:
            return made_of((await http.get(peer.url)).json())

        await check_stalls("async function", anyio_backend, ask)


@both
async def test_the_heart(anyio_backend: str) -> None:
    """The measure measures: a task that blocks is seen."""
    with anyio.fail_after(30):
        async with heartbeat() as heart:
            while heart.beats == 0:
                await anyio.lowlevel.checkpoint()
            until = anyio.current_time() + 0.05
            while anyio.current_time() < until:
                pass
            seen = heart.beats
            while heart.beats == seen:
                await anyio.lowlevel.checkpoint()

    assert heart.longest > 0.04, anyio_backend
