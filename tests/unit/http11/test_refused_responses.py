"""Responses that the parser refuses: malformed, or past a limit."""

from typing import Final

import pytest

from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD, MAX_LINE
from smaws_kms._runtime.http11.response_parser import ResponseParser
from tests.unit.http11.parsing import CHUNKED, OK, WHERE, parse, parse_slowly

BAD_LENGTH: Final = "Content-Length is not one whole number"

REFUSED: dict[str, tuple[bytes, str]] = {
    "another protocol": (b"SSH-2.0-x", "the first bytes are not HTTP/1.1"),
    "RTSP": (b"RTSP/1.0 200 OK\r\n\r\n", "the first bytes are not HTTP/1.1"),
    "ICE": (b"ICE/1.0 200 OK\r\n\r\n", "the first bytes are not HTTP/1.1"),
    "HTTP/2": (b"HTTP/2.0 200 OK\r\n\r\n", "the first bytes are not HTTP/1.1"),
    "a leading empty line": (b"\r\n" + OK + b"\r\n", "the first bytes are not HTTP/1.1"),
    "HTTP/1.2": (b"HTTP/1.2 200 OK\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "status 099": (b"HTTP/1.1 099 OK\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "status 20": (b"HTTP/1.1 20 OK\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "status 2000": (b"HTTP/1.1 2000 OK\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "NUL in the reason": (b"HTTP/1.1 200 \0\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "two spaces": (b"HTTP/1.1  200 OK\r\n\r\n", "the status line is not valid HTTP/1.1"),
    "101": (
        b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
        "the server switches to a protocol that the request did not ask for",
    ),
    "a bare LF": (b"HTTP/1.1 200 OK\n", "a line of the head does not end with CR LF"),
    "a bare LF later": (OK + b"A: b\n", "a line of the head does not end with CR LF"),
    "no colon": (OK + b"A\r\n\r\n", "the head is malformed: "),
    "space before the colon": (OK + b"A : b\r\n\r\n", "the head is malformed: "),
    "a folded line": (OK + b"A: b\r\n c\r\n\r\n", "the head is malformed: "),
    "a name that is no token": (OK + b"A@: b\r\n\r\n", "the head is malformed: "),
    "an empty name": (OK + b": b\r\n\r\n", "the head is malformed: "),
    "a name that is not ASCII": (OK + b"A\xe9: b\r\n\r\n", "the head is malformed: "),
    "a space before the first name": (OK + b" A: b\r\n\r\n", "the head is malformed: "),
    "a control character in a value": (OK + b"A: b\x01c\r\n\r\n", "the head is malformed: "),
    "DEL in a value": (OK + b"A: b\x7fc\r\n\r\n", "the head is malformed: "),
    "NUL in a value": (OK + b"A: \0\r\n\r\n", "the head is malformed: "),
    "a bare CR": (OK + b"A: b\rC: d\r\n\r\n", "the head is malformed: "),
    "two lengths": (OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", BAD_LENGTH),
    "the same length twice": (OK + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\n", BAD_LENGTH),
    "lengths in a list": (OK + b"Content-Length: 1, 1\r\n\r\n", BAD_LENGTH),
    "a signed length": (OK + b"Content-Length: +1\r\n\r\n", BAD_LENGTH),
    "no length in the header": (OK + b"Content-Length:\r\n\r\n", BAD_LENGTH),
    "an endless length": (OK + b"Content-Length: " + b"0" * 5000 + b"1\r\n\r\n", BAD_LENGTH),
    "gzip, chunked": (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "Transfer-Encoding is not"),
    "chunked twice": (OK + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n", "Transfer-Encoding is not"),
    "gzip only": (OK + b"Transfer-Encoding: gzip\r\n\r\n", "Transfer-Encoding is not `chunked` alone"),
    "chunked in HTTP/1.0": (
        b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "Transfer-Encoding is not",
    ),
    "chunked and a length": (
        OK + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "Transfer-Encoding is not",
    ),
    "21 digits": (CHUNKED + b"000000000000000000001\r\na\r\n0\r\n\r\n", "the line before a chunk"),
    "no digits": (CHUNKED + b"\r\n", "the line before a chunk is malformed"),
    "a signed size": (CHUNKED + b"+1\r\n", "the line before a chunk is malformed"),
    "0x1": (CHUNKED + b"0x1\r\n", "the line before a chunk is malformed"),
    "space before an extension": (CHUNKED + b"1 ;a\r\n", "the line before a chunk is malformed"),
    "a bare LF after a size": (CHUNKED + b"1\n", "the line before a chunk is malformed"),
    "a chunk that goes on": (CHUNKED + b"1\r\nab\r\n", "a chunk is longer than it says"),
    "a trailer without colon": (CHUNKED + b"0\r\nA\r\n", "the trailers are malformed"),
    "a folded trailer": (CHUNKED + b"0\r\nA: b\r\n c\r\n", "the trailers are malformed"),
    "a length in trailers": (CHUNKED + b"0\r\ncontent-length: 1\r\n", "the trailers are malformed"),
    "a coding in trailers": (CHUNKED + b"0\r\nTransfer-Encoding: x\r\n", "the trailers are malf"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, text: str) -> None:
    """A malformed response is refused at its first wrong byte, however the bytes arrive."""
    with pytest.raises(Malformed) as at_once:
        ResponseParser(WHERE).feed(data)
    with pytest.raises(Malformed):
        parse_slowly(data, bodiless=False)

    assert str(at_once.value).startswith(f"{WHERE} sent no valid response: {text}")
    assert (None, True) == (at_once.value.__cause__, at_once.value.__suppress_context__)


def test_refused_for_good() -> None:
    """A refused response does not become complete later."""
    parser = ResponseParser(WHERE)
    with pytest.raises(Malformed):
        parser.feed(b"nonsense")

    assert not parser.feed(OK + b"Content-Length: 0\r\n\r\n")
    assert not parser.reusable
    with pytest.raises(ClosedEarly):
        parser.end()


def test_head_bound() -> None:
    """A head may have 64 KiB, interim responses included."""
    early = b"HTTP/1.1 103 Early\r\n\r\n"
    rest = MAX_HEAD - len(early + OK + b"X: \r\nContent-Length: 0\r\n\r\n")
    full = early + OK + b"X: " + b"y" * rest + b"\r\nContent-Length: 0\r\n\r\n"

    assert parse(full).complete
    for data in (full.replace(b"yy", b"yyy", 1), OK + b"X: " + b"y" * MAX_HEAD):
        with pytest.raises(Malformed, match="a head of more than 65536 bytes"):
            ResponseParser(WHERE).feed(data)


def test_body_bound() -> None:
    """A body may have 8 MiB, with every kind of framing."""
    full = bytes(MAX_BODY)
    chunk = b"%x\r\n%b\r\n" % (MAX_BODY // 2, full[: MAX_BODY // 2])
    until_close = ResponseParser(WHERE)
    until_close.feed(OK + b"\r\n" + full)
    until_close.end()

    assert full == until_close.body
    assert full == parse(OK + b"Content-Length: %d\r\n\r\n" % MAX_BODY + full).body
    assert full == parse(CHUNKED + chunk * 2 + b"0\r\n\r\n").body
    for data in (
        OK + b"\r\n" + full + b"x",
        OK + b"Content-Length: %d\r\n\r\n" % (MAX_BODY + 1),
        CHUNKED + chunk * 2 + b"1\r\n",
        CHUNKED + b"f" * 16 + b"\r\n",
    ):
        with pytest.raises(Malformed, match="a body of more than 8388608 bytes"):
            ResponseParser(WHERE).feed(data)


def test_line_bounds() -> None:
    """Chunk headers are bounded one by one, and trailers together."""
    line = b"1;" + b"e" * (MAX_LINE - 4) + b"\r\n"
    trailers = b"X: " + b"y" * 1000 + b"\r\n"

    assert b"a" == parse(CHUNKED + line + b"a\r\n0\r\n\r\n").body
    assert b"" == parse(CHUNKED + b"0\r\n" + trailers * 65 + b"\r\n").body
    for data in (CHUNKED + b"1;" + b"e" * MAX_LINE, CHUNKED + line.replace(b"ee", b"eee", 1)):
        with pytest.raises(Malformed, match="a line of more than 4096 bytes between chunks"):
            ResponseParser(WHERE).feed(data)
    with pytest.raises(Malformed, match="the trailers are malformed"):
        ResponseParser(WHERE).feed(CHUNKED + b"0\r\n" + trailers * 66)
