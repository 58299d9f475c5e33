"""Parse the head of a response strictly.

A client that shares connections cannot be lenient: where two parsers read one head differently, they
disagree on where the next response begins. Nothing is accepted here that h11 refuses; tests/fuzz
compares the two.
"""

import re
from typing import Final

from smaws_kms._runtime.http11.errors import Malformed

Headers = list[tuple[bytes, bytes]]

UNTIL_CLOSE: Final = -1
CHUNKED: Final = -2

START: Final = b"HTTP/1."
"""The first bytes of every response."""

# RFC 9112 section 4. Many servers leave out the space before an empty reason, and h11 accepts that.
_STATUS_LINE: Final = re.compile(
    rb"HTTP/1\.(?P<minor>[01]) (?P<status>[1-9][0-9]{2})(?: (?P<reason>[\t -~\x80-\xff]*))?\r\n"
)

FIELD_LINE: Final = rb"([!#$%&'*+.^_`|~0-9A-Za-z-]++):[\t -~\x80-\xff]*+\r\n"
"""RFC 9112 section 5, without folded lines; possessive, so that matching takes linear time."""

_FIELD_LINES: Final = re.compile(rb"(?:%b)*+\r\n" % FIELD_LINE)

END_OF_HEAD: Final = b"\r\n\r\n"

_SWITCHING_PROTOCOLS: Final = b"101"

# 2**64 has 20 digits, and Python refuses to convert numbers of more than 4,300.
_MAX_DIGITS: Final = 20


class Head:
    """Status line and headers. Has no `repr`: headers may quote the request.

    Args:
        raw: All of its bytes, from the status line to the empty line.
        status: The status code.
        reason: The reason phrase.
        length: Bytes of the body, or `CHUNKED` or `UNTIL_CLOSE`.
        minor: The minor version: `1` for HTTP/1.1, `0` for HTTP/1.0.
        keeps: Whether the server keeps the connection open after the response.
    """

    __slots__ = ("keeps", "length", "minor", "raw", "reason", "status")

    def __init__(
        self,
        raw: bytes,
        status: int,
        reason: bytes,
        length: int,
        *,
        minor: bytes = b"1",
        keeps: bool = True,
    ) -> None:
        self.raw = raw
        self.minor = minor
        self.status = status
        self.reason = reason
        self.length = length
        self.keeps = keeps

    @property
    def headers(self) -> Headers:
        """Names and values, made when they are read."""
        return _headers(self.raw[self.raw.index(b"\n") + 1 : -len(END_OF_HEAD)])

    @property
    def ascii(self) -> bool:
        """Whether all of its bytes are ASCII."""
        return self.raw.isascii()


def parse_head(raw: bytes) -> Head:
    """Read a head from the first byte of its status line to the empty line that ends it."""
    line = _STATUS_LINE.match(raw)
    if line is None:
        raise Malformed("the status line is not valid HTTP/1.1")
    minor, status, reason = line.group("minor", "status", "reason")
    if status == _SWITCHING_PROTOCOLS:
        raise Malformed("the server switches to a protocol that the request did not ask for")
    if _FIELD_LINES.fullmatch(raw, line.end()) is None:
        raise Malformed("the head is malformed: a header line is not `name: value`")
    headers = _headers(raw[line.end() : -len(END_OF_HEAD)])
    length, keeps = _framing(headers, may_be_chunked=minor == b"1")
    return Head(
        raw,
        int(status),
        reason or b"",
        length,
        minor=minor,
        keeps=keeps and minor == b"1",
    )


def _headers(lines: bytes) -> Headers:
    """Split lines that are known to be well-formed into names and values."""
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
        # RFC 9112 section 6.1: two different lengths may be an attempt at response splitting.
        if lengths or not may_be_chunked or [coding.lower() for coding in codings] != [b"chunked"]:
            raise Malformed("Transfer-Encoding is not `chunked` alone")
        return CHUNKED, keeps
    if lengths:
        return _length(lengths), keeps
    return UNTIL_CLOSE, keeps


def _length(values: list[bytes]) -> int:
    # RFC 9112 section 6.3 allows merging equal values, but no sane server sends two.
    if len(values) > 1 or not values[0].isdigit() or len(values[0]) > _MAX_DIGITS:
        raise Malformed("Content-Length is not one whole number")
    return int(values[0])
