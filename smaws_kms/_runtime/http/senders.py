"""What sends an encoded request: http11 itself, or http11 through a proxy."""

from collections.abc import Callable
from typing import Protocol

from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.timeouts import Deadlines


class AsyncSender(Protocol):
    """Sends for async clients."""

    @property
    def clock(self) -> Callable[[], float]:
        """The clock of deadlines."""
        ...

    async def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response."""
        ...


class SyncSender(Protocol):
    """Sends for blocking clients."""

    @property
    def clock(self) -> Callable[[], float]:
        """The clock of deadlines."""
        ...

    def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response."""
        ...
