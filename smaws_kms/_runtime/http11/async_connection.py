"""A connection on an event loop of asyncio, with the loop's readers and writers.

The reader stays registered while the connection is open, so that its end is noticed at once, and it
runs the exchange itself: a task that waited for readiness would wake up once more for each wait, and
the loop would report the same bytes twice.
"""

import asyncio
import math
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.connection import Connection
from smaws_kms._runtime.http11.errors import ClosedEarly, ConnectionBroke, Http11Error
from smaws_kms._runtime.http11.polling import READ, WRITE
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines

_Failure: TypeAlias = tuple[type[Http11Error], str]

_RESOLUTION: Final = 0.001
"""Seconds by which loops may run a timer early: uvloop counts in milliseconds."""


class AsyncConnection(Connection):
    """Waits on the running loop."""

    def __init__(self, channel: Channel, where: str, now: float) -> None:
        super().__init__(channel, where, now)
        self._loop = asyncio.get_running_loop()
        self._exchange: tuple[ResponseParser, Deadlines] | None = None
        """What the exchange in progress is made with."""
        self._settled: asyncio.Future[_Failure | None] | None = None
        # One timer for all exchanges. It is armed anew when a deadline is earlier than it, and when it
        # fires before the deadline of the exchange in progress.
        self._timer: asyncio.TimerHandle | None = None
        self._armed = self._due = math.inf
        self._events = 0
        self._register(READ)

    async def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`."""
        events = self.start(request, deadlines)
        settled = self._settled = self._loop.create_future()
        self._exchange = parser, deadlines
        try:
            if events != self._events:
                self._register(events)
            self._arm(deadlines)
            failure = await settled
        except BaseException:
            self.reusable = False
            raise
        finally:
            self._exchange = self._settled = None
            if self._events != READ and not self._closed:
                self._register(READ)
        if failure is not None:
            kind, text = failure
            raise kind(text)

    def close(self) -> None:
        """Close without close_notify, and end an exchange in progress."""
        if self._closed and self._socket.fileno() < 0:
            return
        if not self._loop.is_closed():
            self._register(0)  # before the descriptor may belong to another connection
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        super().close()
        self._settle((ClosedEarly, f"the connection to {self._where} was closed"))

    def _register(self, events: int) -> None:
        added, removed = events & ~self._events, self._events & ~events
        self._events = events
        if added & READ:
            self._loop.add_reader(self._fd, self._on_readable)
        if added & WRITE:
            self._loop.add_writer(self._fd, self._on_writable)
        if removed & READ:
            self._loop.remove_reader(self._fd)
        if removed & WRITE:
            self._loop.remove_writer(self._fd)

    def _arm(self, deadlines: Deadlines) -> None:
        if self.due == math.inf:
            self._due = math.inf
            return
        due = self._due = self._loop.time() + max(0.0, self.due - deadlines.clock())
        if self._timer is None or due < self._armed:
            if self._timer is not None:
                self._timer.cancel()
            self._armed, self._timer = due, self._loop.call_at(due, self._on_time)

    # Callbacks of the loop:

    def _on_readable(self) -> None:
        if self._exchange is not None:
            self._go_on(*self._exchange, READ)
        elif self._closed or not self._quiet():
            self.close()

    def _on_writable(self) -> None:
        if self._exchange is not None:
            self._go_on(*self._exchange, WRITE)

    def _on_time(self) -> None:
        self._timer = None
        if self._exchange is None or self._due == math.inf:
            return
        if self._due - self._loop.time() > _RESOLUTION:
            self._armed, self._timer = self._due, self._loop.call_at(self._due, self._on_time)
        else:
            self._go_on(*self._exchange, 0)

    def _go_on(self, parser: ResponseParser, deadlines: Deadlines, found: int) -> None:
        """Run the exchange until it waits again or ends."""
        try:
            events = self.advance(parser, found, deadlines)
            if not events:
                self._settle(None)
            elif events != self._events:
                self._register(events)
                self._arm(deadlines)
        except Http11Error as error:
            # Kept as text: a raised exception keeps frames, which hold requests.
            self._settle((type(error), str(error)))
        except BaseException as error:
            kind = type(error).__name__
            self._settle((ConnectionBroke, f"the connection to {self._where} broke: {kind}"))
            raise

    def _settle(self, failure: _Failure | None) -> None:
        self._exchange = None
        if self._settled is not None and not self._settled.done():
            self._settled.set_result(failure)
