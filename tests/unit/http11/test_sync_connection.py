"""A blocking connection at moments that no server can produce."""

import socket
import time
from collections.abc import Callable, Generator

import pytest

from smaws_kms._runtime.http11.errors import NotSent
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from smaws_kms._runtime.http11.timeouts import Deadlines
from tests.unit.http11.scripted_server import response_bytes

WHERE = "kms.test:80"


class Socket(socket.socket):
    """Accepts of each write what the test says, and then everything."""

    writes: list[int | OSError]
    after: Callable[[], None] | None = None
    """Function that runs when all is written."""

    def send(self, data: bytes | memoryview, *_: object) -> int:  # type: ignore[override]  # all that is used
        """Accept as many bytes as the test says, or fail."""
        if not self.writes and self.after is not None:
            self.after()
        found = self.writes.pop(0) if self.writes else len(data)
        if isinstance(found, OSError):
            raise found
        return found


@pytest.fixture
def ends() -> Generator[tuple[Socket, socket.socket]]:
    """Yield both ends of a connection."""
    client_end, server_end = socket.socketpair()
    with Socket(fileno=client_end.detach()) as scripted, server_end:
        yield scripted, server_end


def exchange(client_end: Socket, *writes: int | OSError) -> tuple[bytes, bool]:
    """Send a request; return the response's body, and whether the connection can be reused."""
    client_end.writes = list(writes)
    connection = SyncConnection(client_end, WHERE, 0.0)
    parser = ResponseParser(WHERE)
    connection.exchange(EncodedRequest(b"a request"), parser, Deadlines(time.monotonic))
    return parser.body, connection.reusable


def test_blocked(ends: tuple[Socket, socket.socket]) -> None:
    """A write that would block is tried again."""
    client_end, server_end = ends
    client_end.after = lambda: server_end.sendall(response_bytes(b"hi"))

    assert (b"hi", True) == exchange(client_end, BlockingIOError(), 3, BlockingIOError())


def test_partial_response_while_blocked(ends: tuple[Socket, socket.socket]) -> None:
    """A partial response is read while the request is still written."""
    client_end, server_end = ends
    server_end.sendall(response_bytes(b"hi")[:5])
    client_end.after = lambda: server_end.sendall(response_bytes(b"hi")[5:])

    assert (b"hi", True) == exchange(client_end, 3, BlockingIOError())


def test_complete_response_while_blocked(ends: tuple[Socket, socket.socket]) -> None:
    """A complete response ends the write, and the connection is not reused."""
    client_end, server_end = ends
    server_end.sendall(response_bytes(b"hi"))

    assert (b"hi", False) == exchange(client_end, 3, BlockingIOError(), OSError("never written"))


def test_broken_halfway(ends: tuple[Socket, socket.socket]) -> None:
    """If a write fails halfway, a response that arrived before is read."""
    client_end, server_end = ends
    server_end.sendall(response_bytes(b"hi"))

    assert (b"hi", False) == exchange(client_end, 3, BrokenPipeError())


def test_broken_at_once(ends: tuple[Socket, socket.socket]) -> None:
    """If the first write fails, the error says that nothing was sent."""
    client_end, _ = ends

    with pytest.raises(NotSent, match=f"the connection to {WHERE} was closed before .*: gone"):
        exchange(client_end, BrokenPipeError("gone"))
