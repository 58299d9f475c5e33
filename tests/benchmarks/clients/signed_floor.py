"""The signed floor: bare asyncio streams or a blocking socket, JSON, base64 and a signature; nothing else."""

from collections.abc import Awaitable, Callable

from tests.benchmarks.setup import Setup


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open connections with streams."""
    from tests.benchmarks.clients.bare_streams import Streams  # noqa: PLC0415
    from tests.benchmarks.clients.signed_request import SignedRequests, decode  # noqa: PLC0415

    streams, requests = Streams(setup), SignedRequests(setup)

    async def call() -> object:
        return decode(await streams.exchange(requests.encode()))

    return call


def blocking(setup: Setup) -> Callable[[], object]:
    """Open a connection for each thread."""
    from tests.benchmarks.clients.bare_socket import Sockets  # noqa: PLC0415
    from tests.benchmarks.clients.signed_request import SignedRequests, decode  # noqa: PLC0415

    sockets, requests = Sockets(setup), SignedRequests(setup)
    return lambda: decode(sockets.exchange(requests.encode()))
