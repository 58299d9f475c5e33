"""One connection on asyncio, for one request and its response at a time.

Bytes that arrive while no request is in progress close the connection. RFC 9112 section 9.2 forbids
reading them as a response, and the next caller must not get them.
"""

import asyncio
import math
import os
import socket
import ssl
from contextlib import suppress
from typing import cast

from smaws_kms._runtime.http11.errors import (
    ClosedEarly,
    ConnectionBroke,
    Http11Error,
    NotSent,
    ReadTookTooLong,
    WriteTookTooLong,
)
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.polling import READ, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.http11.tls import received_close_notify


class Connection(asyncio.Protocol):
    """Carries one request at a time.

    Args:
        sock: The socket that asyncio's transport owns; used here to poll, and to read after a failure.
        where: Host and port, for messages.
        now: The clock's time.
    """

    def __init__(self, sock: socket.socket, where: str, now: float) -> None:
        self.opened_at = self.idle_since = now
        self.reusable = False
        """Whether another request may be sent after the last response."""
        self._socket = sock
        self._poll = poll_of(sock, READ)
        self._where = where
        self._loop = asyncio.get_running_loop()
        self._closed = False
        self._paused = False
        self._parser: ResponseParser | None = None
        self._failure: tuple[type[Http11Error], str] | None = None
        self._settled: asyncio.Future[None] = self._loop.create_future()
        self._writable: asyncio.Future[None] = self._loop.create_future()

    async def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`.

        Only a complete exchange leaves the connection reusable. After a failed or cancelled one, the
        pool closes it.
        """
        self.reusable, self._failure = False, None
        if self._closed:
            raise NotSent(
                f"{self._where} closed the connection, or sent bytes, before the request was sent"
            )
        self._parser, self._settled = parser, self._loop.create_future()
        try:
            written = await self._write(memoryview(request.data), deadlines)
            await self._receive(deadlines.within("read"))
            self.reusable = parser.reusable and written and not self._closed
        finally:
            self._parser = None

    def usable(self) -> bool:
        """Return whether it is open and no bytes wait, including those that the loop has not read."""
        return not self._closed and not self._poll.poll(0)

    def close(self) -> None:
        """Abort without sending close_notify, which would mean waiting."""
        self._closed = True
        self._transport.abort()

    def forget(self) -> None:
        """Detach a forked child from the connection.

        Nothing may be sent. Closing asyncio's transport would remove the descriptor from a selector
        that the parent shares. So the child's descriptor is replaced by one of /dev/null.
        """
        self._closed = True
        if self._socket.fileno() >= 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, self._socket.fileno(), inheritable=False)
            os.close(nowhere)

    async def _write(self, view: memoryview, deadlines: Deadlines) -> bool:
        """Write the request; return `False` if the response or the end came first."""
        self._transport.write(view[:PIECE])
        # The first write is tried at once. If it fails, nothing was sent, and the transport closes.
        if self._transport.is_closing():
            raise NotSent(f"the connection to {self._where} was closed before the request was sent")
        if len(view) > PIECE:
            timer = self._expire(deadlines.within("write"), WriteTookTooLong, "take the request")
            try:
                await self._write_rest(view[PIECE:])
            finally:
                timer.cancel()
        return not self._settled.done()

    async def _write_rest(self, view: memoryview) -> None:
        while (view or self._paused) and not self._settled.done():
            if self._paused:
                self._writable = self._loop.create_future()
                await self._writable
            else:
                self._transport.write(view[:PIECE])
                view = view[PIECE:]
                await asyncio.sleep(0)  # lets the loop read a response that has come

    async def _receive(self, within: float | None) -> None:
        timer = self._expire(within, ReadTookTooLong, "send its whole response")
        try:
            await self._settled
        finally:
            timer.cancel()
        if self._failure is not None:
            kind, text = self._failure
            raise kind(text)

    def _expire(
        self, seconds: float | None, kind: type[Http11Error], what: str
    ) -> asyncio.TimerHandle:
        text = f"{self._where} did not {what} in time"
        delay = math.inf if seconds is None else seconds
        return self._loop.call_later(delay, self._settle, kind, text)

    def _settle(self, kind: type[Http11Error] | None = None, text: str = "") -> None:
        # Kept as text: a raised exception keeps frames, which hold requests.
        if not self._settled.done():
            self._failure = None if kind is None else (kind, text)
            self._settled.set_result(None)
            self.resume_writing()

    # Callbacks of asyncio:

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport, and make it report the first write's failure."""
        # Not checked: the transports of uvloop derive from none of asyncio's classes.
        self._transport = cast("asyncio.Transport", transport)
        self._tls: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
        if self._tls is None:
            # uvloop up to 0.22 writes at once only above the buffer's limit. Without this, a failed
            # first write would go unnoticed, as it does over TLS.
            self._transport.set_write_buffer_limits(high=0)

    def data_received(self, data: bytes) -> None:
        """Feed bytes to the parser, or close if no request is in progress."""
        if self._parser is None:
            self.close()
            return
        try:
            if self._parser.feed(data):
                self._settle()
        except Http11Error as error:
            self._settle(type(error), str(error))

    def eof_received(self) -> None:
        """Note that the server sends no more; asyncio closes the connection."""
        self._end(clean=self._tls is None or received_close_notify(self._tls))

    def connection_lost(self, exc: Exception | None) -> None:
        """End the exchange in progress."""
        if exc is None:
            self._end(clean=False)
        else:
            self._read_the_rest()
            self._closed = True
            self._settle(ConnectionBroke, f"the connection to {self._where} broke: {exc}")

    def pause_writing(self) -> None:
        """Stop writing until `resume_writing`."""
        self._paused = True

    def resume_writing(self) -> None:
        """Continue a write that waits."""
        self._paused = False
        if not self._writable.done():
            self._writable.set_result(None)

    def _read_the_rest(self) -> None:
        # asyncio stops reading once a write fails, but a server that refused the request halfway may
        # have sent a response. Over TLS it is lost.
        if self._parser is None or self._tls is not None:
            return
        with suppress(OSError):
            while not self._settled.done() and (data := self._socket.recv(PIECE)):
                self.data_received(data)

    def _end(self, *, clean: bool) -> None:
        self._closed = True
        if self._parser is None:
            return
        try:
            self._parser.end(clean=clean)
            self._settle()
        except ClosedEarly as error:
            self._settle(ClosedEarly, str(error))
