"""A channel over a real socket whose writes and reads fail as a test says."""

import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines

WHERE = "kms.test:80"


class ScriptedChannel:
    """Accepts of each write what the test says, and then everything; fails reads likewise.

    Args:
        sock: One end of a connection.
        writes: Bytes to accept of each write, or what it raises.
        reads: What reads raise, before they read.
    """

    def __init__(
        self,
        sock: socket.socket,
        writes: list[int | BaseException] | None = None,
        reads: list[BaseException | None] | None = None,
    ) -> None:
        self.sock = sock
        self.writes = writes or []
        self.reads = reads or []
        self.held = 0
        """What `pending` returns."""

    def __getattr__(self, name: str) -> Any:
        """Return what is not scripted from the socket."""
        return getattr(self.sock, name)

    def fileno(self) -> int:
        """Return the socket's descriptor."""
        return self.sock.fileno()

    def setblocking(self, flag: bool, /) -> None:  # noqa: FBT001 - the standard library's own
        """Choose whether the socket blocks."""
        self.sock.setblocking(flag)

    def send(self, data: memoryview, /) -> int:
        """Write as many bytes as the script says, or fail."""
        found = self.writes.pop(0) if self.writes else len(data)
        if isinstance(found, BaseException):
            raise found
        return self.sock.send(data[:found])

    def recv(self, size: int, /) -> bytes:
        """Read, or fail."""
        found = self.reads.pop(0) if self.reads else None
        if found is not None:
            raise found
        return self.sock.recv(size)

    def pending(self) -> int:
        """Return the number of bytes that a TLS layer would hold."""
        return self.held

    def close(self) -> None:
        """Close the socket."""
        self.sock.close()


@contextmanager
def connected() -> Generator[tuple[ScriptedChannel, socket.socket]]:
    """Yield both ends of a connection."""
    client_end, server_end = socket.socketpair()
    with client_end, server_end:
        yield ScriptedChannel(client_end), server_end


def parts(
    body: bytes = b"a request", **limits: float | None
) -> tuple[EncodedRequest, ResponseParser, Deadlines]:
    """Return the arguments of an exchange, with time limits by phase on a clock that stands still."""
    return EncodedRequest(body), ResponseParser(WHERE), Deadlines(lambda: 0.0, **limits)
