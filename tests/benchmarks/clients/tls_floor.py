"""The floor of TLS: bare asyncio streams or a blocking socket, prepared bytes."""

from collections.abc import Awaitable, Callable

from tests.benchmarks.clients.bare_socket import Sockets
from tests.benchmarks.clients.bare_streams import Streams
from tests.benchmarks.clients.signed_request import SignedRequests
from tests.benchmarks.setup import Setup


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open connections with streams."""
    streams, request = Streams(setup), SignedRequests(setup).encode()

    async def call() -> bytes:
        return await streams.exchange(request)

    return call


def blocking(setup: Setup) -> Callable[[], object]:
    """Open a connection for each thread."""
    sockets, request = Sockets(setup), SignedRequests(setup).encode()
    return lambda: sockets.exchange(request)
