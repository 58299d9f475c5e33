"""TLS inside TLS: records in pieces, its end, and what is left to read."""

import contextlib
import ssl
from typing import Final

import pytest

from smaws_kms._runtime.http11.nested_tls import NestedTls

PIECE: Final = 65536
WAIT: Final = (ssl.SSLWantReadError, ssl.SSLWantWriteError)


class Carrier:
    """An outer channel in memory that takes and gives as many bytes as a test allows."""

    def __init__(self) -> None:
        self.sent = bytearray()
        self.coming = bytearray()
        self.room = 10**9
        self.ended = False
        self.blocking = False
        self.closed = False

    def fileno(self) -> int:
        """Return a descriptor."""
        return 7

    def setblocking(self, flag: bool, /) -> None:  # noqa: FBT001 - the standard library's own
        """Record the flag."""
        self.blocking = flag

    def send(self, data: bytes | memoryview, /) -> int:
        """Take what there is room for."""
        taken = bytes(data[: self.room])
        if not taken:
            raise BlockingIOError
        self.room -= len(taken)
        self.sent += taken
        return len(taken)

    def recv(self, size: int, /) -> bytes:
        """Return what has come."""
        if not self.coming and not self.ended:
            raise BlockingIOError
        data = bytes(self.coming[:size])
        del self.coming[:size]
        return data

    def close(self) -> None:
        """Record the call."""
        self.closed = True


class Server:
    """The peer of the inner TLS."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, server_side=True)

    def exchange(self, carrier: Carrier) -> None:
        """Move the bytes of both directions."""
        self.incoming.write(bytes(carrier.sent))
        carrier.sent.clear()
        carrier.coming += self.outgoing.read()


@pytest.fixture
def carrier() -> Carrier:
    """Return an outer channel."""
    return Carrier()


@pytest.fixture
def pair(
    carrier: Carrier, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> tuple[NestedTls, Server]:
    """Return both ends after the handshake."""
    client, server = NestedTls(carrier, client_tls, b"localhost"), Server(server_tls)
    for _ in range(4):
        for shake_hands in (client.do_handshake, server.tls.do_handshake):
            with contextlib.suppress(*WAIT):
                shake_hands()
            server.exchange(carrier)
    client.do_handshake()
    with pytest.raises(ssl.SSLWantReadError):
        client.recv(PIECE)  # session tickets
    return client, server


def test_handshake_on_a_full_socket(carrier: Carrier, client_tls: ssl.SSLContext) -> None:
    """The handshake waits to write, and goes on where it stopped."""
    client = NestedTls(carrier, client_tls, b"localhost")
    carrier.room = 10
    with pytest.raises(ssl.SSLWantWriteError):
        client.do_handshake()
    assert 10 == len(carrier.sent)
    carrier.room = 10**9
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()

    assert b"\x16\x03\x01" == carrier.sent[:3]
    assert len(carrier.sent) == 5 + int.from_bytes(carrier.sent[3:5])


def test_untrusted(carrier: Carrier, server_tls: ssl.SSLContext) -> None:
    """The peer of a failed handshake gets an alert."""
    client, server = (
        NestedTls(carrier, ssl.create_default_context(), b"localhost"),
        Server(server_tls),
    )
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    server.exchange(carrier)
    with pytest.raises(ssl.SSLWantReadError):
        server.tls.do_handshake()
    server.exchange(carrier)
    with pytest.raises(ssl.SSLCertVerificationError):
        client.do_handshake()
    server.exchange(carrier)
    with pytest.raises(ssl.SSLError, match="UNKNOWN_CA"):
        server.tls.do_handshake()


def test_send(carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """A record that does not fit is sent by the calls that follow, and counted once."""
    client, server = pair
    data = memoryview(bytes(range(256)) * 100)
    carrier.room = 1000
    for room in (1000, 5000):
        with pytest.raises(ssl.SSLWantWriteError):
            client.send(data)
        carrier.room = room
    carrier.room = 10**9
    sent = client.send(data)
    sent += client.send(data[sent:])
    server.exchange(carrier)
    received = b""
    while len(received) < len(data):
        received += server.tls.read(PIECE)

    assert len(data) == sent
    assert data == received


def test_early_response(carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """A response can be read while a record cannot be sent."""
    client, server = pair
    carrier.room = 10
    with pytest.raises(ssl.SSLWantWriteError):
        client.send(memoryview(b"x" * 1000))
    server.tls.write(b"early")
    carrier.coming += server.outgoing.read()

    assert b"early" == client.recv(PIECE)


def test_recv(carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """All records that have come are returned at once, and a part of one waits for the rest."""
    client, server = pair
    for piece in (b"one", b"two", b"three"):
        server.tls.write(piece)
    records = server.outgoing.read()
    carrier.coming += records[:-1]

    assert b"onetwo" == client.recv(PIECE)
    with pytest.raises(ssl.SSLWantReadError):
        client.recv(PIECE)
    carrier.coming += records[-1:]
    assert b"th" == client.recv(2)
    assert 3 == client.pending()
    assert b"ree" == client.recv(PIECE)
    assert 0 == client.pending()


@pytest.mark.parametrize("before", [b"", b"last"])
def test_end(before: bytes, carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """close_notify ends the stream, after what came before it; nothing can be sent then."""
    client, server = pair
    if before:
        server.tls.write(before)
    with pytest.raises(ssl.SSLWantReadError):
        server.tls.unwrap()
    server.exchange(carrier)
    if before:
        assert before == client.recv(PIECE)
    else:
        assert b"" == client.recv(PIECE)

    with pytest.raises(BrokenPipeError):
        client.send(memoryview(b"x"))
    assert b"" == client.recv(PIECE)


@pytest.mark.parametrize("before", [b"", b"last"])
def test_cut(before: bytes, carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """The end of the outer channel alone is no end of the stream."""
    client, server = pair
    if before:
        server.tls.write(before)
    server.exchange(carrier)
    carrier.ended = True
    if before:
        assert before == client.recv(PIECE)

    with pytest.raises(ssl.SSLEOFError):
        client.recv(PIECE)


def test_garbage_behind_a_record(carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """What came before a broken record is returned, and the next call fails."""
    client, server = pair
    server.tls.write(b"good")
    server.exchange(carrier)
    carrier.coming += b"garbage that is no record of TLS at all"

    assert b"good" == client.recv(PIECE)
    with pytest.raises(BrokenPipeError):
        client.send(memoryview(b"x"))
    with pytest.raises(ssl.SSLError):
        client.recv(PIECE)


def test_the_channel_itself(carrier: Carrier, pair: tuple[NestedTls, Server]) -> None:
    """Descriptor, mode and end are those of the outer channel."""
    client, _ = pair
    client.setblocking(True)  # noqa: FBT003 - the standard library's own
    client.close()

    assert 7 == client.fileno()
    assert carrier.blocking
    assert carrier.closed
