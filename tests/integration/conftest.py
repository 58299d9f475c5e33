"""Fixtures: moto's server on loopback, empty for every test, and four ways to talk to it."""

from collections.abc import AsyncIterator, Callable, Iterator
from functools import cache
from http.client import HTTPConnection
from logging import CRITICAL, getLogger
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from botocore.session import Session
from moto.server import ThreadedMotoServer

import smaws_kms as kms
from tests.integration.driving import (
    AsyncMethods,
    AsyncMirror,
    BlockingMethods,
    BlockingMirror,
    Call,
    NewKey,
    Witness,
)

_HERE: Final = Path(__file__).parent

REGION: Final = "us-east-1"
CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test here."""
    for item in items:
        if item.path.parent == _HERE:
            item.add_marker(pytest.mark.integration)


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    """Start moto's server on a free port; yield its URL."""
    getLogger("werkzeug").setLevel(CRITICAL)  # it tells every request, and moto's own failures
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def empty_server(endpoint: str) -> None:
    """Let moto forget what earlier tests created."""
    connection = HTTPConnection(urlsplit(endpoint).netloc)
    connection.request("POST", "/moto-api/reset")
    connection.getresponse().read()
    connection.close()


# What moto lacks it answers with 500, each time.
ONCE: Final = kms.RetryPolicy(mode="off")


# Not for the session: anyio would keep its loop, and run on it the tests that are about trio's.
@pytest.fixture
async def client(endpoint: str) -> AsyncIterator[kms.AsyncKMSClient]:
    """Make an async client."""
    async with kms.AsyncKMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, retry=ONCE
    ) as client:
        yield client


# Clients read the system's certificates when they first connect, which takes longer than a test.
@pytest.fixture(scope="session")
def blocking_client(endpoint: str) -> Iterator[kms.KMSClient]:
    """Make a blocking client."""
    with kms.KMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, retry=ONCE
    ) as client:
        yield client


_WAYS: Final[dict[str, Callable[[Any, Any], Call]]] = {
    "async-methods": lambda client, _: AsyncMethods(client),
    "async-mirror": lambda client, _: AsyncMirror(client),
    "blocking-methods": lambda _, client: BlockingMethods(client),
    "blocking-mirror": lambda _, client: BlockingMirror(client),
}


@pytest.fixture(params=_WAYS)
def call(
    request: pytest.FixtureRequest, client: kms.AsyncKMSClient, blocking_client: kms.KMSClient
) -> Call:
    """Give each of the four ways to call an operation."""
    way: str = request.param
    return _WAYS[way](client, blocking_client)


@pytest.fixture
def new_key(call: Call) -> NewKey:
    """Give a function that creates a key."""

    async def create(**members: object) -> str:
        created = await call(kms.CreateKey, **members)
        return created.unwrap().key_metadata.key_id

    return create


@pytest.fixture
async def key_id(new_key: NewKey) -> str:
    """Create a symmetric key for encryption."""
    return await new_key()


@cache
def _session() -> Session:
    """Return a session for all tests: it keeps what it has read of botocore's data."""
    return Session()


@pytest.fixture
def witness(endpoint: str) -> Iterator[Witness]:
    """Give botocore's client, which is what boto3 wraps, for the same server."""
    client = _session().create_client(
        "kms",
        region_name=REGION,
        endpoint_url=endpoint,
        aws_access_key_id=CREDENTIALS.access_key_id,
        aws_secret_access_key=CREDENTIALS.secret_access_key,
    )

    def ask(operation: str, **members: object) -> dict[str, Any]:
        answer: dict[str, Any] = getattr(client, operation)(**members)
        return answer

    yield ask
    client.close()


@pytest.fixture
def unused_port() -> Iterator[int]:
    """Hold a port that nobody listens on."""
    with socket(AF_INET, SOCK_STREAM) as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        yield port
