"""One connection, for one request and its response at a time, on a socket that does not block.

It knows no event loop: `start` and `advance` return the events that a driver waits for.

Bytes that arrive while no request is in progress close the connection. RFC 9112 section 9.2 forbids
reading them as a response, and the next caller must not get them.
"""

import os
import ssl
from collections.abc import Callable
from math import inf
from typing import Final

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.errors import (
    ConnectionBroke,
    Http11Error,
    NotSent,
    ReadTookTooLong,
    WriteTookTooLong,
)
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.polling import READ, WRITE, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.support.frames import raise_if_from_handler

_NOTHING_YET: Final = (BlockingIOError, ssl.SSLWantReadError)
DONE: Final = 0
"""Nothing to wait for: the exchange is complete."""
_TURN: Final = 4 * PIECE
"""Bytes read before other work of an event loop gets its turn."""


class Connection:
    """Carries one request at a time.

    Args:
        channel: The socket, connected and past its TLS handshake.
        where: Host and port, for messages.
        now: The clock's time.
    """

    def __init__(self, channel: Channel, where: str, now: float) -> None:
        self.opened_at = self.idle_since = now
        self.reusable = False
        """Whether another request may be sent after the last response."""
        self.due = inf
        """When the wait in progress must end, by the clock of its deadlines."""
        self._where = where
        self._closed = False
        self._rest: memoryview | None = None
        """The part of a request that is not written yet."""
        self._written = True
        """Whether no write has failed halfway."""
        self._socket = channel
        # Not settimeout(0): eventlet's TLS sockets would still block.
        channel.setblocking(False)  # noqa: FBT003 - the standard library's own
        self._fd = channel.fileno()
        self._send, self._recv = channel.send, channel.recv
        self._pending: Callable[[], int] = getattr(channel, "pending", _none_pending)
        self._readable = poll_of(channel, READ)

    def usable(self) -> bool:
        """Return whether it is open and no bytes wait; if not, no request can be sent anymore."""
        if not self._closed and self._readable.poll(0):
            self._closed = not self._quiet()
        return not self._closed

    def close(self) -> None:
        """Close without close_notify, which would mean waiting. May be called more than once."""
        self._closed = True
        self._rest = None  # it may hold plaintext
        self._socket.close()

    def forget(self) -> None:
        """Detach a forked child from the connection, which belongs to the parent.

        Nothing may be sent, and a loop's selector that the parent shares must not be touched. So the
        child's descriptor is replaced by one of /dev/null.
        """
        self._closed = True
        if self._socket.fileno() >= 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, self._fd, inheritable=False)
            os.close(nowhere)

    def start(self, request: EncodedRequest, deadlines: Deadlines) -> int:
        """Begin to send a request, and return the events to wait for until `due`."""
        self.reusable = False
        if self._closed:
            raise NotSent(
                f"{self._where} closed the connection, or sent bytes, before the request was sent"
            )
        data = request.data
        sent = self._begin(data if len(data) <= PIECE else memoryview(data)[:PIECE])
        if sent == len(data):
            self.due = deadlines.due("read")
            return READ
        self._rest = memoryview(data)[sent:]
        self.due = deadlines.due("write")
        return READ | WRITE

    def advance(self, parser: ResponseParser, found: int, deadlines: Deadlines) -> int:
        """Go on after a wait, and return the events to wait for, or `DONE`.

        Only a complete exchange leaves the connection reusable. After a failed or interrupted one,
        the pool closes it.

        Args:
            parser: Receives the response.
            found: The events that were found, 0 if `due` came first.
            deadlines: The time limits of the request.
        """
        if not found:
            raise self._too_slow()
        if self._rest is not None:
            return self._write(self._rest, parser, found, deadlines)
        events = self._read(parser)
        if events == DONE:
            self.reusable = (
                parser.reusable and self._written and not self._closed and not self._pending()
            )
        return events

    def _begin(self, data: bytes | memoryview) -> int:
        """Write what fits of the first piece, and return its size."""
        try:
            return self._send(data)
        except WOULD_BLOCK:
            return 0
        except OSError as error:
            raise_if_from_handler(error)
            raise NotSent(
                f"the connection to {self._where} was closed before the request was sent: {error}"
            ) from None

    def _write(
        self, rest: memoryview, parser: ResponseParser, found: int, deadlines: Deadlines
    ) -> int:
        """Write more of a request, unless the response, or a failure, comes first."""
        if found & READ and self._read(parser) == DONE:
            return DONE
        try:
            rest = rest[self._send(rest[:PIECE]) :]
        except WOULD_BLOCK:
            pass
        except OSError as error:
            raise_if_from_handler(error)
            # The server may have closed its side after it sent a response.
            self._written = False
            rest = rest[:0]
        if rest:
            self._rest = rest
            return READ | WRITE
        self._rest = None
        self.due = deadlines.due("read")
        return READ

    def _too_slow(self) -> Http11Error:
        if self._rest is None:
            return ReadTookTooLong(f"{self._where} did not send its whole response in time")
        return WriteTookTooLong(f"{self._where} did not take the request in time")

    def _read(self, parser: ResponseParser) -> int:
        """Feed what has arrived to the parser; return the event to wait for, or `DONE`."""
        room = _TURN
        while True:
            clean = True
            try:
                data = self._recv(PIECE)
            except ssl.SSLWantWriteError:
                return WRITE  # TLS has to send first, such as its part of a key update
            except _NOTHING_YET:
                return READ
            except ssl.SSLEOFError:
                data, clean = b"", False
            except OSError as error:
                raise_if_from_handler(error)
                raise ConnectionBroke(f"the connection to {self._where} broke: {error}") from None
            if not data:
                self._closed = True
                parser.end(clean=clean)
                return DONE
            if parser.feed(data):
                return DONE
            room -= len(data)
            if room < 0 and not self._pending():
                return READ

    def _quiet(self) -> bool:
        """Read what is for TLS alone, such as session tickets; return whether nothing else came."""
        try:
            self._recv(1)
        except _NOTHING_YET:
            return True
        except OSError as error:
            raise_if_from_handler(error)
        return False


def _none_pending() -> int:
    return 0
