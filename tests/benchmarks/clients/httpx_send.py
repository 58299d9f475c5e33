"""httpx alone, which sends prepared bytes: the floor of calls through a user's `httpx.AsyncClient`."""

import ssl
from collections.abc import Awaitable, Callable

import httpx

from tests.benchmarks.clients.signed_request import SignedRequests
from tests.benchmarks.setup import CONNECTIONS, Setup


def open_client(setup: Setup, connections: int) -> httpx.AsyncClient:
    """Return a client as a user would make one."""
    return httpx.AsyncClient(
        verify=ssl.create_default_context(cafile=setup.trusted),
        limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        timeout=60,
    )


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open a client."""
    client = open_client(setup, CONNECTIONS)
    requests = SignedRequests(setup)
    body = requests.body()
    headers = dict(requests.headers(body))

    async def call() -> bytes:
        response = await client.post(setup.url, content=body, headers=headers)
        return response.content

    return call
