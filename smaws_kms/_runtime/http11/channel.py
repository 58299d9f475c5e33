"""What a connection needs of the byte stream it works on."""

import ssl
from typing import Final, Protocol

WOULD_BLOCK: Final = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)
"""What a channel raises instead of waiting."""


class Channel(Protocol):
    """A connected, non-blocking byte stream: `socket.socket`, `ssl.SSLSocket`, or TLS inside TLS.

    `send` and `recv` raise one of `WOULD_BLOCK` if they would block. A layer that may hold bytes that have left the kernel and that `recv` has not returned
    also has `pending() -> int`, the number of them.
    """

    def fileno(self) -> int:
        """Return the descriptor to poll; -1 once it is closed."""
        ...

    def setblocking(self, flag: bool, /) -> None:  # noqa: FBT001 - the standard library's own
        """Choose whether `send` and `recv` block."""
        ...

    def send(self, data: bytes | memoryview, /) -> int:
        """Write some bytes and return how many."""
        ...

    def recv(self, size: int, /) -> bytes:
        """Read some bytes; none after a clean end, and `ssl.SSLEOFError` after TLS without close_notify."""
        ...

    def close(self) -> None:
        """Close without close_notify."""
        ...
