"""An exchange, without a loop: TLS that wants to write, layers that hold bytes, turns."""

import socket
import ssl
from collections.abc import Generator

import pytest

from smaws_kms._runtime.http11.connection import DONE, Connection
from smaws_kms._runtime.http11.errors import ConnectionBroke
from smaws_kms._runtime.http11.limits import PIECE
from smaws_kms._runtime.http11.polling import READ, WRITE
from tests.unit.http11.scripted_channel import WHERE, ScriptedChannel, connected, parts
from tests.unit.http11.scripted_server import response_bytes

Ends = tuple[ScriptedChannel, socket.socket]


@pytest.fixture
def ends() -> Generator[Ends]:
    """Yield both ends of a connection."""
    with connected() as both:
        yield both


def test_tls_that_must_write_to_read(ends: Ends) -> None:
    """If TLS must send before it can read, such as in a key update, the exchange waits to write."""
    client_end, server_end = ends
    client_end.fail_reads(ssl.SSLWantWriteError(), ssl.SSLWantReadError())
    connection = Connection(client_end, WHERE, 0.0)
    request, parser, deadlines = parts()

    waits = [connection.start(request, deadlines)]
    waits += [connection.advance(parser, found, deadlines) for found in (READ, WRITE)]
    server_end.sendall(response_bytes(b"hi"))
    waits.append(connection.advance(parser, READ, deadlines))

    assert [READ, WRITE, READ, DONE] == waits
    assert b"hi" == parser.body
    assert connection.reusable


def test_layer_that_holds_bytes(ends: Ends) -> None:
    """A connection whose layer holds bytes behind the response is not reused."""
    client_end, server_end = ends
    client_end.held = 1
    connection = Connection(client_end, WHERE, 0.0)
    request, parser, deadlines = parts()

    connection.start(request, deadlines)
    server_end.sendall(response_bytes(b"hi"))

    assert DONE == connection.advance(parser, READ, deadlines)
    assert not connection.reusable


@pytest.mark.parametrize("held", [0, 1])
def test_large_responses_take_turns(held: int, ends: Ends) -> None:
    """A large response is read in turns, except for what a layer already holds."""
    client_end, server_end = ends
    body = bytes(8 * PIECE)
    data = bytearray(response_bytes(body))
    connection = Connection(client_end, WHERE, 0.0)
    client_end.held = held
    client_end.recv = lambda size: _take(data, size)  # type: ignore[method-assign]
    connection = Connection(client_end, WHERE, 0.0)
    request, parser, deadlines = parts()

    connection.start(request, deadlines)
    turns = 1
    while connection.advance(parser, READ, deadlines):
        turns += 1

    assert body == parser.body
    assert (turns == 1) == bool(held)
    assert server_end.fileno() >= 0


def test_early_end_of_a_write(ends: Ends) -> None:
    """A connection that breaks while it is read ends the exchange."""
    client_end, _ = ends
    client_end.fail_reads(ConnectionResetError("reset"))
    connection = Connection(client_end, WHERE, 0.0)
    request, parser, deadlines = parts()

    connection.start(request, deadlines)
    with pytest.raises(ConnectionBroke, match=f"the connection to {WHERE} broke: reset"):
        connection.advance(parser, READ, deadlines)


@pytest.mark.parametrize(
    ("problem", "usable"),
    [(ssl.SSLWantReadError(), True), (ssl.SSLWantWriteError(), False), (OSError("reset"), False)],
)
def test_idle_tls(problem: OSError, usable: bool, ends: Ends) -> None:  # noqa: FBT001
    """A ticket leaves an idle connection usable; what TLS must answer at once, or a failure, does not."""
    client_end, server_end = ends
    connection = Connection(client_end, WHERE, 0.0)
    server_end.sendall(b"a record")
    client_end.fail_reads(problem)

    assert usable == connection.usable()


def _take(data: bytearray, size: int) -> bytes:
    taken = bytes(data[:size])
    del data[:size]
    return taken
