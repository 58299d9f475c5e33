"""Parse one response from bytes in any pieces, within bounds and without I/O.

A generator reads the buffer and yields when it needs more bytes.
"""

import re
from collections.abc import Generator
from typing import Final

from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.head_parser import (
    CHUNKED,
    END_OF_HEAD,
    FIELD_LINE,
    START,
    UNTIL_CLOSE,
    Head,
    parse_head,
)
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD, MAX_LINE
from smaws_kms._runtime.http11.plain_response import parse_plain_response

_FIRST_FINAL: Final = 200
_WITHOUT_BODY: Final = frozenset({204, 304})

# RFC 9112 section 7.1. h11 accepts 20 digits; 64 bits need 16.
_CHUNK_LINE: Final = re.compile(rb"([0-9A-Fa-f]{1,16})(?:;[\t -~\x80-\xff]*)?\r\n")
_TRAILER: Final = re.compile(FIELD_LINE)
# RFC 9110 section 6.5.1: framing comes too late in a trailer.
_NOT_IN_TRAILERS: Final = frozenset({b"content-length", b"transfer-encoding"})
_BARE_LF: Final = re.compile(rb"(?<!\r)\n")

_Reading = Generator[None, None, None]


class ResponseParser:
    """Reads one response.

    Args:
        where: Host and port of the server, for messages.
        bodiless: Whether the response has no body because the request was HEAD.
    """

    head: Head
    """Status line and headers of a complete response."""
    body = b""
    """The body of a complete response."""
    complete = False
    """Whether the whole response has been read."""

    # Defaults of the class: nearly every response is complete at once, and changes few of them.
    _untouched = True
    _surplus = False
    # Made unless the first bytes are the whole response. A generator of this object would form a
    # reference cycle with it and keep the bytes of an incomplete response until the garbage
    # collector runs.
    _reader: "_Reader | None" = None
    _reading: _Reading | None = None

    def __init__(self, where: object, *, bodiless: bool = False) -> None:
        self._where = where
        self._bodiless = bodiless

    @property
    def reusable(self) -> bool:
        """Whether the connection may carry another request after this response."""
        return self.complete and not self._surplus and self.head.keeps

    def feed(self, data: bytes) -> bool:
        """Read bytes and return whether the response is complete.

        Raises:
            Malformed: The bytes are not a valid response.
        """
        if self.complete:
            self._surplus = self._surplus or bool(data)
            return True
        if self._reader is None:
            plain = None if self._bodiless else parse_plain_response(data)
            if plain is not None:
                self.head, self.body = plain
                self.complete = True
                return True
        self._untouched = self._untouched and not data
        return self._go_on(data, ended=False)

    def end(self, *, clean: bool = True) -> None:
        """Read the end of the connection.

        Args:
            clean: Whether the server ended it, with close_notify over TLS. If not, it may be cut.

        Raises:
            ClosedEarly: The response is incomplete.
        """
        if self.complete:
            self._surplus = self._surplus or clean
        elif not self._go_on(b"", ended=clean):
            what = "any of its response" if self._untouched else "all of its response"
            raise ClosedEarly(f"{self._where} closed the connection before it had sent {what}")

    def _go_on(self, data: bytes, *, ended: bool) -> bool:
        reader = self._reader
        if reader is None or self._reading is None:
            reader = self._reader = _Reader(bodiless=self._bodiless)
            self._reading = reader.response()
        reader.buffer += data
        reader.ended = ended
        try:
            next(self._reading, None)
        except Malformed as error:
            raise Malformed(f"{self._where} sent no valid response: {error}") from None
        if reader.complete:
            self.head, self.body = reader.head, reader.body
            self._surplus = ended or bool(reader.buffer)
            self.complete = True
        return self.complete


class _Reader:
    """Reads a response from its buffer."""

    head: Head

    def __init__(self, *, bodiless: bool) -> None:
        self.buffer = bytearray()
        self.ended = False
        """Whether the server has ended the connection."""
        self.body = b""
        self._bodiless = bodiless
        self.complete = False

    def response(self) -> _Reading:
        """Read the response, and yield when more bytes are needed."""
        room = MAX_HEAD
        while True:
            size = yield from self._end_of_head(room)
            head = parse_head(self._take(size))
            room -= size
            # RFC 9110 section 15.2: 1xx responses precede the final one.
            if head.status >= _FIRST_FINAL:
                break
        self.head = head
        if not self._bodiless and head.status not in _WITHOUT_BODY:
            yield from self._whole_body(head.length)
        # Set last: after a failure, no later bytes can complete the response.
        self.complete = True

    def _end_of_head(self, room: int) -> Generator[None, None, int]:
        looked = 0
        while True:
            # Refuse at once what cannot become a head: its end might never come.
            if not START.startswith(self.buffer[: len(START)]):
                raise Malformed("the first bytes are not HTTP/1.1")
            end = self.buffer.find(END_OF_HEAD, looked)
            size = end + len(END_OF_HEAD)
            if end >= 0 and size <= room:
                return size
            if end >= 0 or len(self.buffer) >= room:
                raise Malformed(f"a head of more than {MAX_HEAD} bytes")
            if _BARE_LF.search(self.buffer, looked):
                raise Malformed("a line of the head does not end with CR LF")
            looked = max(0, len(self.buffer) - len(END_OF_HEAD) + 1)
            yield

    def _whole_body(self, length: int) -> _Reading:
        """Read a body by the rules for responses in RFC 9112 section 6.3."""
        if length == CHUNKED:
            yield from self._chunks()
        elif length == UNTIL_CLOSE:
            while not self.ended:
                _check_size(len(self.buffer))
                yield
            self.body = self._take(len(self.buffer))
        else:
            _check_size(length)
            yield from self._at_least(length)
            self.body = self._take(length)

    def _chunks(self) -> _Reading:
        body = bytearray()
        room = MAX_HEAD
        while size := _chunk_size(line := (yield from self._line())):
            # A million one-byte chunks would block the event loop for seconds.
            room -= len(line)
            if room < 0:
                raise Malformed(f"more than {MAX_HEAD} bytes of lines between chunks")
            _check_size(len(body) + size)
            yield from self._at_least(size + 2)
            body += self._take(size)
            if self._take(2) != b"\r\n":
                raise Malformed("a chunk is longer than it says")
        yield from self._trailers()
        self.body = bytes(body)

    def _trailers(self) -> _Reading:
        room = MAX_HEAD
        while (line := (yield from self._line())) != b"\r\n":
            room -= len(line)
            trailer = _TRAILER.fullmatch(line)
            if trailer is None or trailer[1].lower() in _NOT_IN_TRAILERS or room < 0:
                raise Malformed("the trailers are malformed")

    def _line(self) -> Generator[None, None, bytes]:
        looked = 0
        while True:
            # Find a bare LF too, so that it is refused as soon as it is read.
            size = self.buffer.find(b"\n", looked) + 1
            if 0 < size <= MAX_LINE:
                return self._take(size)
            if size or len(self.buffer) >= MAX_LINE:
                raise Malformed(f"a line of more than {MAX_LINE} bytes between chunks")
            looked = len(self.buffer)
            yield

    def _at_least(self, size: int) -> _Reading:
        while len(self.buffer) < size:
            yield

    def _take(self, size: int) -> bytes:
        taken = bytes(self.buffer[:size])
        del self.buffer[:size]
        return taken


def _chunk_size(line: bytes) -> int:
    match = _CHUNK_LINE.fullmatch(line)
    if match is None:
        raise Malformed("the line before a chunk is malformed")
    return int(match[1], 16)


def _check_size(size: int) -> None:
    if size > MAX_BODY:
        raise Malformed(f"a body of more than {MAX_BODY} bytes")
