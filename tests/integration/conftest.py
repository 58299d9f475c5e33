"""Fixtures: moto's server on loopback, empty for every test, and four styles of calling it."""

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
    BotocoreCall,
    Call,
    NewKey,
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
    getLogger("werkzeug").setLevel(CRITICAL)  # it logs every request, and moto's own failures
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def empty_server(endpoint: str) -> None:
    """Delete everything that earlier tests created in moto."""
    connection = HTTPConnection(urlsplit(endpoint).netloc)
    connection.request("POST", "/moto-api/reset")
    connection.getresponse().read()
    connection.close()


# moto responds to operations that it lacks with 500; retries would not help.
ONCE: Final = kms.RetryPolicy(mode="off")


# Not session-scoped: anyio would keep its event loop, and run trio's tests on it.
@pytest.fixture
async def client(endpoint: str) -> AsyncIterator[kms.AsyncKMSClient]:
    """Make an async client."""
    async with kms.AsyncKMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, retry=ONCE
    ) as client:
        yield client


# Session-scoped, because a client's first connection loads the system's certificates, which is slow.
@pytest.fixture(scope="session")
def blocking_client(endpoint: str) -> Iterator[kms.KMSClient]:
    """Make a blocking client."""
    with kms.KMSClient(
        region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, retry=ONCE
    ) as client:
        yield client


_CALL_STYLES: Final[dict[str, Callable[[Any, Any], Call]]] = {
    "async-methods": lambda client, _: AsyncMethods(client),
    "async-mirror": lambda client, _: AsyncMirror(client),
    "blocking-methods": lambda _, client: BlockingMethods(client),
    "blocking-mirror": lambda _, client: BlockingMirror(client),
}


@pytest.fixture(params=_CALL_STYLES)
def call(
    request: pytest.FixtureRequest, client: kms.AsyncKMSClient, blocking_client: kms.KMSClient
) -> Call:
    """Return a function that calls operations, once in each style."""
    style: str = request.param
    return _CALL_STYLES[style](client, blocking_client)


@pytest.fixture
def new_key(call: Call) -> NewKey:
    """Return a function that creates a key."""

    async def create(**members: object) -> str:
        created = await call(kms.CreateKey, **members)
        return created.unwrap().key_metadata.key_id

    return create


@pytest.fixture
async def key_id(new_key: NewKey) -> str:
    """Create a symmetric key for encryption."""
    return await new_key()


@pytest.fixture
def new_arn(blocking_client: kms.KMSClient) -> Callable[..., str]:
    """Return a function that creates a key and returns its ARN."""

    def create(spec: kms.KeySpec | None = None, usage: kms.KeyUsageType | None = None) -> str:
        created = blocking_client.create_key(key_spec=spec, key_usage=usage)
        return created.unwrap().key_metadata.arn

    return create


@cache
def _session() -> Session:
    """Return one session for all tests, which caches botocore's data files."""
    return Session()


@pytest.fixture
def botocore_call(endpoint: str) -> Iterator[BotocoreCall]:
    """Return a function that calls the same server with botocore's client."""
    client = _session().create_client(
        "kms",
        region_name=REGION,
        endpoint_url=endpoint,
        aws_access_key_id=CREDENTIALS.access_key_id,
        aws_secret_access_key=CREDENTIALS.secret_access_key,
    )

    def call_botocore(operation: str, **members: object) -> dict[str, Any]:
        response: dict[str, Any] = getattr(client, operation)(**members)
        return response

    yield call_botocore
    client.close()


@pytest.fixture
def unused_port() -> Iterator[int]:
    """Reserve a port on which no server listens."""
    with socket(AF_INET, SOCK_STREAM) as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        yield port
