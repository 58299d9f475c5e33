"""One connection as its server sees it: what can be read, and the ways to end it."""

import socket
import ssl
import struct
from contextlib import suppress
from threading import Event
from typing import Final

from tests.faults.wire import Request

_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)
_END_OF_HEAD: Final = b"\r\n\r\n"
_PIECE: Final = 65536


class Served:
    """A connection that a client has opened."""

    def __init__(self, accepted: socket.socket, number: int, go: Event, stopping: Event) -> None:
        self.number = number
        self.over = False
        """Whether nothing more is to be expected of this connection."""
        self._go = go
        self._stopping = stopping
        self._socket = accepted
        # TLS has a state that no other thread may touch; the plain socket beneath can be shut down.
        self._beneath = accepted.dup()
        self._unread = b""

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Shake hands; raises an `OSError` if the client does not like our certificate."""
        self._socket = context.wrap_socket(self._socket, server_side=True)

    def read_request(self) -> Request | None:
        """Return head and command of the next request, `None` at the end of the connection."""
        while _END_OF_HEAD not in self._unread:
            if not self._read_more():
                return None
        head, _, body = self._unread.partition(_END_OF_HEAD)
        request = Request(head.decode("latin-1"), body)
        while request.key is None:
            if not self._read_more():
                return None
            request = Request(request.head, self._unread.partition(_END_OF_HEAD)[2])
        return request

    def read_rest(self, request: Request) -> Request:
        """Return the request with its whole body; raises an `OSError` if it never comes."""
        start = len(request.head) + len(_END_OF_HEAD)
        parts, size = [self._unread], len(self._unread)
        while size < start + request.length and (piece := self._socket.recv(_PIECE)):
            parts.append(piece)
            size += len(piece)
        if size < start + request.length:
            raise ConnectionAbortedError
        whole = b"".join(parts)
        self._unread = whole[start + request.length :]
        return Request(request.head, whole[start : start + request.length])

    def send(self, data: bytes) -> None:
        """Write it all."""
        self._socket.sendall(data)

    def wait(self, seconds: float) -> None:
        """Let time pass, unless the server is stopping."""
        self._stopping.wait(seconds)

    def wait_for_go(self) -> None:
        """Wait until the test says so, or the server stops."""
        self._go.wait()

    def finish(self) -> None:
        """Say that nothing more will be sent, in order: TLS first, then the connection."""
        self.end_tls()
        self.cut()

    def end_tls(self) -> None:
        """Say that TLS has ended, and leave the connection beneath open."""
        self.over = True
        if isinstance(self._socket, ssl.SSLSocket):
            self._socket.settimeout(0)
            with suppress(OSError):
                self._socket.unwrap()

    def cut(self) -> None:
        """Send nothing more, and let TLS find out."""
        self.over = True
        with suppress(OSError):
            self._beneath.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Break the connection off."""
        self.over = True
        self._beneath.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._beneath.close()
        self._socket.close()

    def abandon(self) -> None:
        """Wake whoever reads or writes here; another thread calls this."""
        with suppress(OSError):
            self._beneath.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close, but read first: unread bytes would make a reset of it and destroy the answer."""
        with suppress(OSError):
            self._beneath.settimeout(None)
            while self._beneath.recv(_PIECE):
                pass
        self._beneath.close()
        self._socket.close()

    def _read_more(self) -> bool:
        piece = self._socket.recv(_PIECE)
        self._unread += piece
        return bool(piece)
