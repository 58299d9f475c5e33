"""TLS inside TLS: a tunnel through a proxy that is itself reached over TLS."""

import ssl
from contextlib import suppress
from typing import Final

from smaws_kms._runtime.http11.channel import Channel

_RECORD: Final = 16384
"""The most plaintext of one TLS record: RFC 8446 section 5.1."""


class NestedTls:
    """A channel with TLS over another channel.

    Args:
        carrier: The outer channel. It is closed with this one.
        context: Parameters of the inner TLS.
        host: The name that the certificate must have.
    """

    def __init__(self, carrier: Channel, context: ssl.SSLContext, host: bytes) -> None:
        self._carrier = carrier
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self._unsent = memoryview(b"")
        self._encrypted = 0
        """Bytes of the caller in records that are not sent yet."""
        self._ended = False

    def fileno(self) -> int:
        """Return the descriptor of the outer channel."""
        return self._carrier.fileno()

    def setblocking(self, flag: bool, /) -> None:  # noqa: FBT001 - the standard library's own
        """Choose whether the outer channel blocks. Inner TLS expects that it does not."""
        self._carrier.setblocking(flag)

    def pending(self) -> int:
        """Count the bytes that have left the outer channel and that `recv` has not returned."""
        return self._tls.pending() + self._incoming.pending

    def close(self) -> None:
        """Close the outer channel."""
        self._carrier.close()

    def do_handshake(self) -> None:
        """Go on with the handshake; raises like `recv` until it is complete."""
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                self._flush()
                self._receive()
            except ssl.SSLError:
                self._send_alert()
                raise
            else:
                self._flush()
                return

    def send(self, data: bytes | memoryview, /) -> int:
        """Send at most one record: the peer cannot decrypt a part of one."""
        if self._ended:
            raise BrokenPipeError("the peer has ended TLS")
        if not self._encrypted:
            self._encrypted = self._tls.write(data[:_RECORD])
        self._flush()
        sent, self._encrypted = self._encrypted, 0
        return sent

    def recv(self, size: int, /) -> bytes:
        """Return all plaintext that has come, up to `size`, so that none is left when the socket is polled.

        `size` should be 32 KiB or more: what one read of the outer channel can complete.
        """
        while True:
            if not self._encrypted:
                self._flush()  # key updates; a response may come while a record cannot be sent
            try:
                return self._drain(size)
            except ssl.SSLWantReadError:
                self._receive()

    def _drain(self, size: int) -> bytes:
        data = piece = self._tls.read(size)
        while piece and len(data) < size:
            try:
                piece = self._tls.read(size - len(data))
            except ssl.SSLWantReadError:
                return data
            except ssl.SSLError:
                self._ended = True  # the next call raises it again
                return data
            data += piece
        self._ended = not piece
        return data

    def _receive(self) -> None:
        try:
            data = self._carrier.recv(_RECORD)
        except BlockingIOError:
            raise ssl.SSLWantReadError from None  # a caller of `send` has to know
        if data:
            self._incoming.write(data)
        else:
            self._incoming.write_eof()

    def _flush(self) -> None:
        while self._unsent or self._outgoing.pending:
            if not self._unsent:
                self._unsent = memoryview(self._outgoing.read())
            try:
                sent = self._carrier.send(self._unsent)
            except BlockingIOError:
                raise ssl.SSLWantWriteError from None
            self._unsent = self._unsent[sent:]

    def _send_alert(self) -> None:
        with suppress(OSError):
            self._flush()
