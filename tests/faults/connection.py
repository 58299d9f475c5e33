"""One connection of the fault server: how it is read, and the ways to end it."""

import socket
import ssl
import struct
from contextlib import suppress
from threading import Event
from typing import Final

from tests.faults.messages import Request

_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)
_END_OF_HEAD: Final = b"\r\n\r\n"
_PIECE: Final = 65536


class ServerConnection:
    """A connection that a client has opened."""

    def __init__(self, accepted: socket.socket, number: int, go: Event, stopping: Event) -> None:
        self.number = number
        self.over = False
        """Whether the server is done with this connection."""
        self._go = go
        self._stopping = stopping
        self._socket = accepted
        # Only one thread may use the TLS state; another thread can shut down the plain socket.
        self._plain = accepted.dup()
        self._unread = b""
        self._reads = True

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Shake hands; raises an `OSError` if the client rejects the certificate."""
        self._socket = context.wrap_socket(self._socket, server_side=True)

    def read_request(self) -> Request | None:
        """Return head and key ID of the next request, `None` at the end of the connection."""
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
        """Return the request with its whole body; raises an `OSError` if the client ends first."""
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
        """Write all bytes."""
        self._socket.sendall(data)

    def wait(self, seconds: float) -> None:
        """Sleep, but wake up when the server stops."""
        self._stopping.wait(seconds)

    def wait_for_go(self) -> None:
        """Wait until the test sets `FaultServer.go`, or the server stops."""
        self._go.wait()

    def stop_reading(self) -> None:
        """Leave the connection open, and read nothing until the server stops."""
        self.over = True
        self._reads = False

    def finish(self) -> None:
        """Close in order: `close_notify` first, then FIN."""
        self.end_tls()
        self.cut()

    def end_tls(self) -> None:
        """Send `close_notify`, and leave the TCP connection open."""
        self.over = True
        if isinstance(self._socket, ssl.SSLSocket):
            self._socket.settimeout(0)
            with suppress(OSError):
                self._socket.unwrap()

    def cut(self) -> None:
        """Send FIN without `close_notify`."""
        self.over = True
        with suppress(OSError):
            self._plain.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Send RST."""
        self.over = True
        self._plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._plain.close()
        self._socket.close()

    def abandon(self) -> None:
        """Wake the thread that reads or writes here; called from another thread."""
        with suppress(OSError):
            self._plain.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Read to the end, then close: unread bytes would cause a RST, which destroys the response."""
        if not self._reads:
            self._stopping.wait()
        with suppress(OSError):
            self._plain.settimeout(None)
            while self._plain.recv(_PIECE):
                pass
        self._plain.close()
        self._socket.close()

    def _read_more(self) -> bool:
        piece = self._socket.recv(_PIECE)
        self._unread += piece
        return bool(piece)
