"""One answer, from bytes as they come: pure, bounded, and the same however they are split.

A generator reads the buffer and yields when it needs more. Framing is done here, since httptools does
not say where in its input an answer ends, and exactly that decides what may happen to a connection.
"""

import re
from collections.abc import Generator
from typing import Final

from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.head_parser import CHUNKED, START, UNTIL_CLOSE, Head, parse_head
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD

MAX_LINE: Final = 4096
"""Bytes of a chunk's line: extensions that nobody uses."""

_FIRST_FINAL: Final = 200
_WITHOUT_BODY: Final = frozenset({204, 304})

# RFC 9112 section 7.1. llhttp takes any number of digits, h11 20; 16 are what 64 bits need.
_CHUNK_LINE: Final = re.compile(rb"([0-9A-Fa-f]{1,16})(?:;[\t -~\x80-\xff]*)?\r\n")
_TRAILER: Final = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[\t -~\x80-\xff]*\r\n")
# RFC 9110 section 6.5.1: framing comes too late in a trailer.
_NOT_IN_TRAILERS: Final = frozenset({b"content-length", b"transfer-encoding"})
_END_OF_HEAD: Final = b"\r\n\r\n"
_BARE_LF: Final = re.compile(rb"(?<!\r)\n")

_Reading = Generator[None, None, None]


class ResponseParser:
    """Reads one answer.

    Args:
        where: Whose answer it is, for messages.
        bodiless: Whether the request was one whose answer has no body, HEAD.
    """

    def __init__(self, where: str, *, bodiless: bool = False) -> None:
        self._where = where
        self._untouched = True
        # Two objects: a generator of this one's would make a cycle with it, and the bytes of an
        # answer that is never complete would stay until the garbage collector comes.
        self._reader = _Reader(bodiless=bodiless)
        self._reading = self._reader.answer()

    @property
    def head(self) -> Head:
        """Status line and headers of an answer that is whole."""
        return self._reader.head

    @property
    def body(self) -> bytes:
        """The body of an answer that is whole."""
        return self._reader.body

    @property
    def complete(self) -> bool:
        """Whether the answer is whole."""
        return self._reader.complete

    @property
    def reusable(self) -> bool:
        """Whether the connection may carry another request after this answer."""
        reader = self._reader
        return reader.complete and not reader.ended and not reader.buffer and reader.head.keeps

    def feed(self, data: bytes) -> bool:
        """Take what came, and tell whether the answer is whole; what is malformed raises."""
        self._reader.buffer += data
        self._untouched = self._untouched and not data
        return self._go_on()

    def end(self, *, clean: bool = True) -> None:
        """Take the end of the connection; raise if the answer is not whole by that.

        Args:
            clean: Whether the server said that this is the end. TLS can tell that from a cut.
        """
        self._reader.ended = clean
        if not self._go_on():
            what = "any of its answer" if self._untouched else "all of its answer"
            raise ClosedEarly(f"{self._where} closed the connection before it had sent {what}")

    def _go_on(self) -> bool:
        try:
            next(self._reading, None)
        except Malformed as error:
            raise Malformed(f"{self._where} sent no valid answer: {error}") from None
        return self._reader.complete


class _Reader:
    """Reads an answer from its buffer."""

    head: Head

    def __init__(self, *, bodiless: bool) -> None:
        self.buffer = bytearray()
        self.ended = False
        """Whether the server has said that nothing more comes."""
        self.body = b""
        self.complete = False
        self._bodiless = bodiless

    def answer(self) -> _Reading:
        """Read the answer, and yield whenever more of it is needed."""
        room = MAX_HEAD
        while True:
            size = yield from self._end_of_head(room)
            head = parse_head(self._take(size))
            room -= size
            if (
                head.status >= _FIRST_FINAL
            ):  # RFC 9110 section 15.2: those below only come before it
                break
        self.head = head
        if not self._bodiless and head.status not in _WITHOUT_BODY:
            yield from self._whole_body(head.length)
        # The last thing done: a reading that failed is never complete, whatever is fed to it.
        self.complete = True

    def _end_of_head(self, room: int) -> Generator[None, None, int]:
        looked = 0
        while True:
            # Whatever cannot become a head is refused now: its end might never come.
            if not START.startswith(self.buffer[: len(START)]):
                raise Malformed("what came is not HTTP/1.1")
            end = self.buffer.find(_END_OF_HEAD, looked)
            size = end + len(_END_OF_HEAD)
            if end >= 0 and size <= room:
                return size
            if end >= 0 or len(self.buffer) >= room:
                raise Malformed(f"a head of more than {MAX_HEAD} bytes")
            if _BARE_LF.search(self.buffer, looked):
                raise Malformed("a line of the head does not end with CR LF")
            looked = max(0, len(self.buffer) - len(_END_OF_HEAD) + 1)
            yield

    def _whole_body(self, length: int) -> _Reading:
        """Read a body by RFC 9112 section 6.3, as far as that is about answers."""
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
            # A million chunks of one byte would keep the event loop busy for seconds.
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
            # A bare LF ends the line as well, so that it is refused as soon as it comes.
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
