"""The async client on asyncio and on trio."""

import gc
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from socket import create_server, socket
from threading import current_thread

import anyio
import anyio.lowlevel
import pytest

import smaws_kms as kms
from tests.integration.conftest import CREDENTIALS, REGION
from tests.patience import with_patience

TEXTS = [f"message {number}".encode() for number in range(20)]

pytestmark = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


async def test_concurrent_calls(client: kms.AsyncKMSClient) -> None:
    """Each of twenty concurrent calls gets the response to its own request."""
    key_id = (await client.create_key()).unwrap().key_metadata.key_id
    back: dict[bytes, bytes | None] = {}

    async def round_trip(text: bytes) -> None:
        encrypted = (await client.encrypt(key_id=key_id, plaintext=text)).unwrap()
        decrypted = await client.decrypt(ciphertext_blob=encrypted.ciphertext_blob)
        back[text] = decrypted.unwrap().plaintext

    async with anyio.create_task_group() as group:
        for text in TEXTS:
            group.start_soon(round_trip, text)

    assert {text: text for text in TEXTS} == back


async def test_error(client: kms.AsyncKMSClient) -> None:
    """Errors are typed."""
    result = await client.describe_key(key_id="00000000-0000-0000-0000-000000000000")

    assert isinstance(result.err, kms.NotFoundException)


async def test_pages(client: kms.AsyncKMSClient) -> None:
    """Pages and items are iterated in order, and an iteration can stop early."""
    key_id = (await client.create_key()).unwrap().key_metadata.key_id
    for _ in range(5):
        (await client.rotate_key_on_demand(key_id=key_id)).unwrap()
    rotations = client.list_key_rotations

    pages = [page.unwrap() async for page in rotations.pages(key_id=key_id, limit=2)]
    first = await anext(rotations.items(key_id=key_id, limit=2))
    # trio warns about a generator that is collected before it is exhausted.
    gc.collect()
    await anyio.lowlevel.checkpoint()

    assert [2, 2, 1] == [len(page.rotations) for page in pages]
    assert pages[0].rotations[0] == first


def from_a_thread() -> kms.Credentials:
    """Return credentials that name the current thread."""
    return kms.Credentials(f"AKIA{current_thread().name}", "not a secret")


async def awaited() -> kms.Credentials:
    """Return credentials after other tasks have run."""
    await anyio.lowlevel.checkpoint()
    return CREDENTIALS


def returning_an_awaitable() -> Awaitable[kms.Credentials]:
    """Return an awaitable from a function that is not `async def`."""
    return awaited()


@pytest.mark.parametrize("credentials", [from_a_thread, awaited, returning_an_awaitable])
async def test_credentials(
    credentials: Callable[[], kms.Credentials] | Callable[[], Awaitable[kms.Credentials]],
    endpoint: str,
) -> None:
    """Async functions for credentials are awaited, others are called in a thread."""
    async with (
        kms.AsyncKMSClient(region=REGION, credentials=credentials, endpoint_url=endpoint) as client,
        anyio.create_task_group() as group,
    ):
        for _ in range(3):
            group.start_soon(list_keys, client)


async def list_keys(client: kms.AsyncKMSClient) -> None:
    """Make a call that succeeds."""
    (await client.list_keys()).unwrap()


@pytest.fixture
def silent() -> Iterator[socket]:
    """Start a server that never responds."""
    with create_server(("127.0.0.1", 0)) as server:
        yield server


def url_of(server: socket) -> str:
    """Return the URL of a server."""
    return f"http://127.0.0.1:{server.getsockname()[1]}"


def received(server: socket) -> bytes:
    """Return the beginning of what a client has sent over its connection, and close it."""
    server.setblocking(False)  # noqa: FBT003 - the standard library's own
    with suppress(BlockingIOError):
        connection, _ = server.accept()
        with connection:
            return connection.recv(65536)
    return b""


def client_of(endpoint: str, timeout: kms.Timeout | None = None) -> kms.AsyncKMSClient:
    """Create a client with a timeout."""
    return kms.AsyncKMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, timeout=timeout
    )


async def test_deadline(silent: socket) -> None:
    """A call ends at its deadline if the server does not respond."""

    async def call(seconds: float) -> object:
        async with client_of(url_of(silent), kms.Timeout(operation=seconds)) as client:
            return (await client.list_keys()).err

    error = await with_patience(0.05, call, ended_too_early=lambda _: not received(silent))

    assert isinstance(error, kms.DeadlineExceededError)
    assert "maybe" == error.sent


async def test_deadline_during_credentials(endpoint: str) -> None:
    """A call ends at its deadline if its credentials do not arrive."""

    async def never() -> kms.Credentials:
        await anyio.sleep_forever()
        return CREDENTIALS

    async with kms.AsyncKMSClient(
        region=REGION, credentials=never, endpoint_url=endpoint, timeout=0.05
    ) as client:
        result = await client.list_keys()

    assert isinstance(result.err, kms.DeadlineExceededError)
    assert "no" == result.err.sent


async def test_refused_connection(unused_port: int) -> None:
    """A refused connection is an error, and nothing was sent."""
    timeout = kms.Timeout(operation=0.2)
    async with client_of(f"http://127.0.0.1:{unused_port}", timeout) as client:
        error = (await client.list_keys()).err

    assert isinstance(error, kms.ConnectError | kms.DeadlineExceededError)
    assert "no" == error.sent


async def test_cancellation(silent: socket) -> None:
    """A cancel scope of the caller cancels the call; the client stays usable."""
    reached: list[object] = []

    async with client_of(url_of(silent)) as client:
        with anyio.move_on_after(0.05) as scope:
            reached.append(await client.list_keys())
        derived = client.with_options(timeout=kms.Timeout(operation=0.05))
        result = await derived.list_keys()

    assert scope.cancelled_caught
    assert [] == reached
    assert isinstance(result.err, kms.DeadlineExceededError)
