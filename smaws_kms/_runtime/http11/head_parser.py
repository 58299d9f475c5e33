"""The head of an answer, strictly: httptools reads it, and what it lets through is refused here.

httptools wraps llhttp, which browsers and servers of every age have taught to be lenient. A client
that shares connections cannot afford that: two readings of one head are two places where the next
answer begins. So nothing is accepted here that h11 refuses; tests/fuzz holds us to that.
"""

import re
from typing import Final, NamedTuple

from httptools import HttpParserError, HttpResponseParser

from smaws_kms._runtime.http11.errors import Malformed

Headers = list[tuple[bytes, bytes]]

UNTIL_CLOSE: Final = -1
CHUNKED: Final = -2

START: Final = b"HTTP/1."
"""How every answer starts; llhttp also takes empty lines before it, RTSP/1.0 and ICE/1.0."""

# RFC 9112 section 4. llhttp takes status 099 and NUL in the reason. The space before an empty reason
# is missing often enough that h11 and everybody else lets it go.
_STATUS_LINE: Final = re.compile(
    rb"HTTP/1\.(?P<minor>[01]) (?P<status>[1-9][0-9]{2})(?: (?P<reason>[\t -~\x80-\xff]*))?\r\n"
)

_END: Final = b"\r\n\r\n"

_SWITCHING_PROTOCOLS: Final = b"101"

# 2**64 has 20 digits, and Python refuses to convert numbers of more than 4,300.
_MAX_DIGITS: Final = 20


class Head(NamedTuple):
    """Status line and headers."""

    minor: bytes
    """The version: `1` of HTTP/1.1, `0` of HTTP/1.0."""
    status: int
    reason: bytes
    headers: Headers
    length: int
    """How long the body is, `CHUNKED` or `UNTIL_CLOSE`."""
    keeps: bool
    """Whether the connection outlives the answer."""
    ascii: bool
    """Whether there is nothing in it but ASCII."""


class _Events:
    """What httptools calls back: methods in C only.

    In a function in Python, a signal's handler may raise, and httptools drops what callbacks raise.
    """

    def __init__(self) -> None:
        self.unfinished = [True]
        self.on_headers_complete = self.unfinished.clear


def parse_head(raw: bytes) -> Head:
    """Read a head from the first byte of its status line to the empty line that ends it."""
    line = _STATUS_LINE.match(raw)
    if line is None:
        raise Malformed("the status line is not one of HTTP/1.1")
    minor, status, reason = line.group("minor", "status", "reason")
    if status == _SWITCHING_PROTOCOLS:
        raise Malformed("the server switches to a protocol that nobody asked for")
    events = _Events()
    try:
        HttpResponseParser(events).feed_data(raw)
    except HttpParserError as error:
        raise Malformed(f"the head is malformed: {error}") from None
    if events.unfinished:
        raise Malformed("the head is malformed: its end is in the middle of a header")
    headers = _headers(raw[line.end() : -len(_END)])
    length, keeps = _framing(headers, may_be_chunked=minor == b"1")
    keeps = keeps and minor == b"1"
    return Head(minor, int(status), reason or b"", headers, length, keeps, raw.isascii())


def _headers(lines: bytes) -> Headers:
    """Return names and values of what httptools has found to be headers."""
    pairs = (line.partition(b":") for line in lines.split(b"\r\n")) if lines else ()
    return [(name, value.strip(b" \t")) for name, _, value in pairs]


def _framing(headers: Headers, *, may_be_chunked: bool) -> tuple[int, bool]:
    lengths: list[bytes] = []
    codings: list[bytes] = []
    options: list[bytes] = []
    kinds = {b"content-length": lengths, b"transfer-encoding": codings, b"connection": options}
    for name, value in headers:
        kind = kinds.get(name.lower())
        if kind is not None:
            kind.append(value)
    keeps = b"close" not in {token.strip().lower() for token in b",".join(options).split(b",")}
    if codings:
        # RFC 9112 section 6.1: such an answer has two ends, or was forged by someone who hopes so.
        if lengths or not may_be_chunked or [coding.lower() for coding in codings] != [b"chunked"]:
            raise Malformed("the length of the body cannot be told: Transfer-Encoding")
        return CHUNKED, keeps
    if lengths:
        return _length(lengths), keeps
    return UNTIL_CLOSE, keeps


def _length(values: list[bytes]) -> int:
    # RFC 9112 section 6.3 lets a recipient merge equal values. Nobody who means well sends two.
    if len(values) > 1 or not values[0].isdigit() or len(values[0]) > _MAX_DIGITS:
        raise Malformed("the length of the body cannot be told: Content-Length")
    return int(values[0])
