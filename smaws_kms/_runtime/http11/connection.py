"""One connection, for one request and its response at a time, on a socket that does not block.

It knows no event loop: an exchange is a generator that yields what it waits for.

Bytes that arrive while no request is in progress close the connection. RFC 9112 section 9.2 forbids
reading them as a response, and the next caller must not get them.
"""

import os
import ssl
from collections.abc import Callable
from typing import Final

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.errors import (
    ConnectionBroke,
    NotSent,
    ReadTookTooLong,
    WriteTookTooLong,
)
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.polling import READ, WRITE, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Countdown, Deadlines
from smaws_kms._runtime.http11.waits import Steps, Wait
from smaws_kms._runtime.support.frames import raise_if_from_handler

_NOTHING_YET: Final = (BlockingIOError, ssl.SSLWantReadError)
_DONE: Final = 0
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
        self._where = where
        self._closed = False
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

    def steps(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> Steps[None]:
        """Send a request and feed its response to `parser`.

        Only a complete exchange leaves the connection reusable. After a failed or interrupted one,
        the pool closes it.
        """
        self.reusable = False
        view = memoryview(request.data)
        rest = view[self._begin(view[:PIECE]) :]
        written = not rest or (yield from self._write(rest, parser, deadlines.countdown("write")))
        if not parser.complete:
            yield from self._receive(parser, deadlines.countdown("read"))
        self.reusable = parser.reusable and written and not self._closed and not self._pending()

    def _begin(self, view: memoryview) -> int:
        """Write what fits of the first piece, and return its size."""
        if self._closed:
            raise NotSent(
                f"{self._where} closed the connection, or sent bytes, before the request was sent"
            )
        try:
            return self._send(view)
        except WOULD_BLOCK:
            return 0
        except OSError as error:
            raise_if_from_handler(error)
            raise NotSent(
                f"the connection to {self._where} was closed before the request was sent: {error}"
            ) from None

    def _write(self, view: memoryview, parser: ResponseParser, countdown: Countdown) -> Steps[bool]:
        """Write the rest of a request; return `False` if the response, or a failure, came first."""
        wait = Wait(self._fd, READ | WRITE, countdown)
        while view:
            found = yield wait
            if not found:
                raise WriteTookTooLong(f"{self._where} did not take the request in time")
            if found & READ and self._read(parser) == _DONE:
                return False
            try:
                view = view[self._send(view[:PIECE]) :]
            except WOULD_BLOCK:
                pass
            except OSError as error:
                raise_if_from_handler(error)
                # The server may have closed its side after it sent a response.
                return False
        return True

    def _receive(self, parser: ResponseParser, countdown: Countdown) -> Steps[None]:
        wait = Wait(self._fd, READ, countdown)
        while True:
            if not (yield wait):
                raise ReadTookTooLong(f"{self._where} did not send its whole response in time")
            events = self._read(parser)
            if events == _DONE:
                return
            if events != wait.events:
                wait = Wait(self._fd, events, countdown)

    def _read(self, parser: ResponseParser) -> int:
        """Feed what has arrived to the parser; return the event to wait for, or `_DONE`."""
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
                return _DONE
            if parser.feed(data):
                return _DONE
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
