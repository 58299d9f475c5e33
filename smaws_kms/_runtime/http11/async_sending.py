"""What transports for asyncio and for trio have in common: sending over connections from pools."""

import time
from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar
from weakref import WeakSet

from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.dns import Resolver, resolve
from smaws_kms._runtime.http11.errors import NotSent, connecting
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.pool import Lease, Pool, Pooled, verify_usable
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.waiting import Steps
from smaws_kms._runtime.support.fork import register_at_fork


class AsyncPooled(Pooled, Protocol):
    """A connection whose exchanges are awaited."""

    async def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`."""
        ...

    def forget(self) -> None:
        """Detach a forked child from the connection."""
        ...


C = TypeVar("C", bound=AsyncPooled)


class AsyncSending(Generic[C]):
    """Sends requests over HTTP/1.1.

    It may be used on any number of event loops, in turn or in several threads at once, and in forked
    children. `aclose` closes its connections; the transport can be used again afterwards.

    Args:
        trust: Makes the TLS context.
        resolver: Returns the addresses of a host name.
        clock: A monotonic clock, in seconds.
    """

    def __init__(
        self,
        trust: Trust | None = None,
        *,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._opener = Opener(trust or Trust(), resolver)
        self.clock = clock
        """The clock of deadlines."""
        self._connections: WeakSet[C] = WeakSet()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Detach from the connections, which belong to the parent."""
        for connection in tuple(self._connections):
            connection.forget()

    async def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response.

        The caller clears the frames of exceptions, which hold the request.

        Raises:
            Http11Error: There is no complete, valid response.
        """
        pool = self._known_pool(origin) or await self._new_pool(origin)
        while True:
            parser = ResponseParser(origin, bodiless=request.bodiless)
            lease = pool.acquire() or await self._wait(pool, deadlines.within("pool"), origin)
            try:
                used = verify_usable(lease)
                connection = used or await self._open(pool, lease, origin, deadlines)
                try:
                    await connection.exchange(request, parser, deadlines)
                except NotSent:
                    # Safe to send again: the server cannot have seen this request.
                    if used is None:
                        raise
                else:
                    return parser.head, parser.body
            finally:
                pool.release(lease)

    async def _open(
        self, pool: Pool[C], lease: Lease[C], origin: Origin, deadlines: Deadlines
    ) -> C:
        """Open a connection for a lease that has none."""
        channel = await self._run(self._opener.open(origin, deadlines.countdown("connect")))
        with connecting(origin):
            connection = self._connection(channel, str(origin))
        self._connections.add(connection)
        pool.attach(lease, connection)
        connection.usable()  # notes bytes that came unasked, before the first request
        return connection

    def _connection(self, channel: Channel, where: str) -> C:
        try:
            return self._make(channel, where, self.clock())
        except BaseException:  # the loop has no readers, or no room for one
            channel.close()
            raise

    # What differs between asyncio and trio:

    @abstractmethod
    def _known_pool(self, origin: Origin) -> Pool[C] | None:
        """Return the pool of the running loop for an origin, if there is one."""

    @abstractmethod
    async def _new_pool(self, origin: Origin) -> Pool[C]:
        """Make the pool of the running loop for an origin."""

    @abstractmethod
    async def _wait(self, pool: Pool[C], within: float | None, origin: Origin) -> Lease[C]:
        """Wait for a lease."""

    @abstractmethod
    async def _run(self, steps: Steps[Channel]) -> Channel:
        """Run the steps that open a channel."""

    @abstractmethod
    def _make(self, channel: Channel, where: str, now: float) -> C:
        """Make a connection of a channel."""
