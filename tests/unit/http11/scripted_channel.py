"""A channel over a real socket whose writes and reads fail as a test says."""

import socket
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager

from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.timeouts import Deadlines

WHERE = "kms.test:80"


class ScriptedChannel:
    """Accepts of each write what the test says, and then everything; fails reads likewise.

    Args:
        sock: One end of a connection.
    """

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._writes: deque[int | BaseException] = deque()
        self._failures: deque[BaseException] = deque()
        self.held = 0
        """What `pending` returns."""

    def accept(self, *writes: int | BaseException) -> None:
        """Set how many bytes the next writes accept, or what they raise."""
        self._writes.extend(writes)

    def fail_reads(self, *failures: BaseException) -> None:
        """Set what the next reads raise."""
        self._failures.extend(failures)

    def fileno(self) -> int:
        """Return the socket's descriptor."""
        return self.sock.fileno()

    def setblocking(self, flag: bool, /) -> None:  # noqa: FBT001 - the standard library's own
        """Choose whether the socket blocks."""
        self.sock.setblocking(flag)

    def send(self, data: bytes | memoryview, /) -> int:
        """Write as many bytes as the script says, or fail."""
        found = self._writes.popleft() if self._writes else len(data)
        if isinstance(found, BaseException):
            raise found
        return self.sock.send(data[:found])

    def recv(self, size: int, /) -> bytes:
        """Read, or fail."""
        if self._failures:
            raise self._failures.popleft()
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
