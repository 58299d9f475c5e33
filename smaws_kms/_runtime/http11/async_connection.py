"""One connection on asyncio: a request goes out, the answer to it comes in, and nothing else may.

Whatever comes while no request is under way closes the connection: RFC 9112 section 9.2 calls such
bytes a sign of a broken or hostile server, and the next caller must not get them.
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
        sock: The socket that the transport will have. asyncio lends it: it is looked at, no more.
        where: Where it leads to, for messages.
        now: The time.
    """

    def __init__(self, sock: socket.socket, where: str, now: float) -> None:
        self.opened_at = self.idle_since = now
        self.reusable = False
        """Whether the last answer left the connection in order."""
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
        """Send a request and have `parser` read the answer to it.

        Only an exchange that gets to its end leaves the connection reusable. After any other, be it
        a cancelled one, the pool closes it.
        """
        self.reusable, self._failure = False, None
        if self._closed:
            raise NotSent(f"{self._where} closed the connection, or spoke before it was asked")
        self._parser, self._settled = parser, self._loop.create_future()
        try:
            written = await self._write(memoryview(request.data), deadlines)
            await self._answer(deadlines.within("read"))
            self.reusable = parser.reusable and written and not self._closed
        finally:
            self._parser = None

    def usable(self) -> bool:
        """Tell whether it is open and silent, also by what the loop has not seen yet."""
        return not self._closed and not self._poll.poll(0)

    def close(self) -> None:
        """Close it at once, without TLS's goodbye, for which one would have to wait."""
        self._closed = True
        self._transport.abort()

    def forget(self) -> None:
        """Let go of the descriptor in a forked child.

        Nothing may be sent, and asyncio's transport must not be closed: its selector is the parent's
        too, which would then miss whatever comes. So the descriptor is made to lead nowhere.
        """
        self._closed = True
        if self._socket.fileno() >= 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, self._socket.fileno(), inheritable=False)
            os.close(nowhere)

    async def _write(self, view: memoryview, deadlines: Deadlines) -> bool:
        """Write the request; False if the answer, or an end, came first."""
        self._transport.write(view[:PIECE])
        # The first write is tried at once. If it fails, then as a whole, and the transport closes.
        if self._transport.is_closing():
            raise NotSent(f"the connection to {self._where} was gone")
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
                await asyncio.sleep(0)  # for an answer that has come already

    async def _answer(self, within: float | None) -> None:
        timer = self._expire(within, ReadTookTooLong, "send its whole answer")
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
        # A failure is kept as text: a raised exception keeps frames, and with them requests.
        if not self._settled.done():
            self._failure = None if kind is None else (kind, text)
            self._settled.set_result(None)
            self.resume_writing()

    # What asyncio calls:

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Get the transport."""
        # Not checked: the transports of uvloop derive from none of asyncio's classes.
        self._transport = cast("asyncio.Transport", transport)
        self._tls: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
        if self._tls is None:
            # uvloop up to 0.22 tries a write at once only if it exceeds the buffer's limit. Else
            # nothing would tell that a first write has failed as a whole. Over TLS nothing does.
            self._transport.set_write_buffer_limits(high=0)

    def data_received(self, data: bytes) -> None:
        """Get some bytes of the answer, or what nobody has asked for."""
        if self._parser is None:
            self.close()
            return
        try:
            if self._parser.feed(data):
                self._settle()
        except Http11Error as error:
            self._settle(type(error), str(error))

    def eof_received(self) -> None:
        """Get the end of what the server sends; asyncio closes the connection."""
        self._end(clean=self._tls is None or received_close_notify(self._tls))

    def connection_lost(self, exc: Exception | None) -> None:
        """Get the end of the connection."""
        if exc is None:
            self._end(clean=False)
        else:
            self._read_the_rest()
            self._closed = True
            self._settle(ConnectionBroke, f"the connection to {self._where} broke: {exc}")

    def pause_writing(self) -> None:
        """Get told that the socket takes no more."""
        self._paused = True

    def resume_writing(self) -> None:
        """Get told that it does again."""
        self._paused = False
        if not self._writable.done():
            self._writable.set_result(None)

    def _read_the_rest(self) -> None:
        # asyncio reads no more once a write has failed, and a server that refuses a request halfway
        # may have said why. Over TLS that is lost.
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
