"""What the measurements ask of a module in `clients` or `peers`."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from tests.benchmarks.setup import Setup

AsyncCall: TypeAlias = Callable[[], Awaitable[object]]
Call: TypeAlias = Callable[[], object]
Numbers: TypeAlias = dict[str, float]


class ClientModule(Protocol):
    """Functions that open a client and return the call to measure."""

    def blocking(self, setup: Setup) -> Call:
        """Open a blocking client."""
        ...

    async def asynchronous(self, setup: Setup) -> AsyncCall:
        """Open an async client in the running event loop."""
        ...

    def decoder(self, body: bytes) -> Call:
        """Return a function that decodes a response of ListKeys."""
        ...
