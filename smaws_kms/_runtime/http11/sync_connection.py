"""One blocking connection, for one request and its response at a time.

The socket is non-blocking and polled, so that a response is seen while the request is being written.
"""

import math
import ssl
from typing import Final

from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.errors import (
    ConnectionBroke,
    Http11Error,
    NotSent,
    ReadTookTooLong,
    WriteTookTooLong,
)
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.polling import READ, WRITE, Poll, poll_of
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Countdown, Deadlines
from smaws_kms._runtime.support.frames import raise_if_from_handler

_MAX_POLL: Final = 2**31 - 1
"""The most milliseconds that `poll` accepts, about three weeks."""
_NOT_NOW: Final = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


class SyncConnection:
    """Carries one request at a time.

    Args:
        sock: A channel, with TLS if the origin is secure.
        where: Host and port, for messages.
        now: The clock's time.
    """

    def __init__(self, sock: Channel, where: str, now: float) -> None:
        self.opened_at = self.idle_since = now
        self.reusable = False
        """Whether another request may be sent after the last response."""
        self._where = where
        self._socket = sock
        self._readable, self._either = poll_of(sock, READ), poll_of(sock, READ | WRITE)

    def exchange(
        self, request: EncodedRequest, parser: ResponseParser, deadlines: Deadlines
    ) -> None:
        """Send a request and feed its response to `parser`.

        Only a complete exchange leaves the connection reusable. After a failed or interrupted one,
        the pool closes it.
        """
        self.reusable = False
        written = self._write(memoryview(request.data), parser, deadlines.countdown("write"))
        countdown = deadlines.countdown("read")
        while not parser.complete:
            self._wait(self._readable, countdown, ReadTookTooLong, "send its whole response")
            self._read(parser)
        self.reusable = parser.reusable and written

    def usable(self) -> bool:
        """Return whether it is open and no bytes of a response wait."""
        if not self._readable.poll(0):
            return True
        # Over TLS, the bytes may be a session ticket without application data.
        try:
            self._socket.recv(1)
        except ssl.SSLWantReadError:
            return True
        except OSError as error:
            raise_if_from_handler(error)
            return False
        return False

    def close(self) -> None:
        """Close without close_notify, which Python's sockets do not send either."""
        self._socket.close()

    def _write(self, view: memoryview, parser: ResponseParser, countdown: Countdown) -> bool:
        """Write the request; return `False` if the response came first."""
        untouched = True
        while view:
            try:
                view = view[self._socket.send(view[:PIECE]) :]
            except _NOT_NOW:
                found = self._wait(self._either, countdown, WriteTookTooLong, "take the request")
                if found & READ and self._read(parser):
                    return False
            except OSError as error:
                raise_if_from_handler(error)
                if untouched:
                    raise NotSent(
                        f"the connection to {self._where} was closed before the request was sent: {error}"
                    ) from None
                # The server may have closed its side after it sent a response.
                return False
            untouched = False
        return True

    def _read(self, parser: ResponseParser) -> bool:
        """Feed waiting bytes to the parser, and return whether the response is complete."""
        clean = True
        try:
            data = self._socket.recv(PIECE)
        except _NOT_NOW:
            return False
        except ssl.SSLEOFError:
            data, clean = b"", False
        except OSError as error:
            raise_if_from_handler(error)
            raise ConnectionBroke(f"the connection to {self._where} broke: {error}") from None
        if data:
            return parser.feed(data)
        parser.end(clean=clean)
        return True

    def _wait(self, poll: Poll, countdown: Countdown, kind: type[Http11Error], what: str) -> int:
        left = countdown.left()
        found = poll.poll(None if left is None else min(math.ceil(left * 1000), _MAX_POLL))
        if not found:
            raise kind(f"{self._where} did not {what} in time")
        return found[0][1]
