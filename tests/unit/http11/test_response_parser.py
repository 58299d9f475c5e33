"""Answers, from bytes as they come."""

import pytest

from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD
from smaws_kms._runtime.http11.response_parser import MAX_LINE, ResponseParser

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
WHERE = "kms.test:443"


def parse_slowly(data: bytes, *, bodiless: bool) -> ResponseParser:
    """Feed byte for byte."""
    parser = ResponseParser(WHERE, bodiless=bodiless)
    for place in range(len(data)):
        parser.feed(data[place : place + 1])
    return parser


def parse(data: bytes, *, bodiless: bool = False) -> ResponseParser:
    """Feed all at once, and then, to another parser, byte for byte: both must agree."""
    at_once = ResponseParser(WHERE, bodiless=bodiless)
    at_once.feed(data)
    if len(data) < 1000:
        slowly = parse_slowly(data, bodiless=bodiless)
        assert (at_once.complete, at_once.body, at_once.reusable) == (
            slowly.complete,
            slowly.body,
            slowly.reusable,
        )
    return at_once


COMPLETE: dict[str, tuple[bytes, int, bytes, bool]] = {
    "a length": (OK + b"Content-Length: 3\r\n\r\nabc", 200, b"abc", True),
    "no body": (OK + b"Content-Length: 0\r\n\r\n", 200, b"", True),
    "leading zeros": (OK + b"Content-Length: 003\r\n\r\nabc", 200, b"abc", True),
    "chunks": (CHUNKED + b"1\r\na\r\n02\r\nbc\r\n0\r\n\r\n", 200, b"abc", True),
    "upper case": (CHUNKED + b"A\r\n0123456789\r\n0\r\n\r\n", 200, b"0123456789", True),
    "a chunk extension": (CHUNKED + b'3;a="b c"\r\nabc\r\n0;x\r\n\r\n', 200, b"abc", True),
    "trailers": (CHUNKED + b"3\r\nabc\r\n0\r\nX: y\r\nZ:\r\n\r\n", 200, b"abc", True),
    "no reason": (b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", 200, b"", True),
    "100 first": (b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"Content-Length: 1\r\n\r\na", 200, b"a", True),
    "103 twice first": (b"HTTP/1.1 103 Early\r\nA: b\r\n\r\n" * 2 + OK + b"Content-Length: 0\r\n\r\n", 200, b"", True),
    "204": (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b"", True),
    "204 with a length": (b"HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", 204, b"", True),
    "304": (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, b"", True),
    "an unknown status": (b"HTTP/1.1 999 ?\r\nContent-Length: 0\r\n\r\n", 999, b"", True),
    "close": (OK + b"Connection: Close\r\nContent-Length: 1\r\n\r\na", 200, b"a", False),
    "close among others": (OK + b"Connection: a, close ,b\r\nContent-Length: 0\r\n\r\n", 200, b"", False),
    "close in a second header": (OK + b"Connection: a\r\nconnection: close\r\nContent-Length: 0\r\n\r\n", 200, b"", False),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", 200, b"a", False),
    "HTTP/1.0 that would stay": (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n", 200, b"", False),
    "something behind": (OK + b"Content-Length: 1\r\n\r\na" + OK, 200, b"a", False),
    "CR LF behind": (CHUNKED + b"0\r\n\r\n\r\n", 200, b"", False),
    "a body behind 204": (b"HTTP/1.1 204 No\r\n\r\nabc", 204, b"", False),
}  # fmt: skip


@pytest.mark.parametrize(("data", "status", "body", "reusable"), COMPLETE.values(), ids=COMPLETE)
def test_complete(data: bytes, status: int, body: bytes, reusable: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """What is whole is known to be, with its body and what may become of the connection."""
    parser = parse(data)

    assert parser.complete
    assert (status, body, reusable) == (parser.head.status, parser.body, parser.reusable)


def test_head() -> None:
    """Status line and headers come out as they were sent, without the space around values."""
    head = parse(OK + b"X-A: b \t\r\nx-a:\t c d\r\nE:\r\nContent-Length: 0\r\n\r\n").head

    assert (b"1", 200, b"OK") == (head.minor, head.status, head.reason)
    assert [(b"X-A", b"b"), (b"x-a", b"c d"), (b"E", b""), (b"Content-Length", b"0")] == (
        head.headers
    )


def test_bodiless() -> None:
    """The answer to HEAD says how long a body would be, and has none."""
    parser = parse(OK + b"Content-Length: 5\r\n\r\n", bodiless=True)

    assert parser.complete
    assert b"" == parser.body


REFUSED: dict[str, tuple[bytes, str]] = {
    "another protocol": (b"SSH-2.0-x", "what came is not HTTP/1.1"),
    "RTSP": (b"RTSP/1.0 200 OK\r\n\r\n", "what came is not HTTP/1.1"),
    "ICE": (b"ICE/1.0 200 OK\r\n\r\n", "what came is not HTTP/1.1"),
    "HTTP/2": (b"HTTP/2.0 200 OK\r\n\r\n", "what came is not HTTP/1.1"),
    "a leading empty line": (b"\r\n" + OK + b"\r\n", "what came is not HTTP/1.1"),
    "HTTP/1.2": (b"HTTP/1.2 200 OK\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "status 099": (b"HTTP/1.1 099 OK\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "status 20": (b"HTTP/1.1 20 OK\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "status 2000": (b"HTTP/1.1 2000 OK\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "NUL in the reason": (b"HTTP/1.1 200 \0\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "two spaces": (b"HTTP/1.1  200 OK\r\n\r\n", "the status line is not one of HTTP/1.1"),
    "101": (
        b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
        "the server switches to a protocol that nobody asked for",
    ),
    "a bare LF": (b"HTTP/1.1 200 OK\n", "a line of the head does not end with CR LF"),
    "a bare LF later": (OK + b"A: b\n", "a line of the head does not end with CR LF"),
    "no colon": (OK + b"A\r\n\r\n", "the head is malformed: "),
    "space before the colon": (OK + b"A : b\r\n\r\n", "the head is malformed: "),
    "a folded line": (OK + b"A: b\r\n c\r\n\r\n", "the head is malformed: "),
    "a name that is no token": (OK + b"A@: b\r\n\r\n", "the head is malformed: "),
    "NUL in a value": (OK + b"A: \0\r\n\r\n", "the head is malformed: "),
    "a bare CR": (OK + b"A: b\rC: d\r\n\r\n", "the head is malformed: "),
    "two lengths": (OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "the head is malf"),
    "the same length twice": (OK + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\n", "the head"),
    "lengths in a list": (OK + b"Content-Length: 1, 1\r\n\r\n", "the head is malformed: "),
    "a signed length": (OK + b"Content-Length: +1\r\n\r\n", "the head is malformed: "),
    "no length in the header": (OK + b"Content-Length:\r\n\r\n", "the"),
    "an endless length": (OK + b"Content-Length: " + b"0" * 5000 + b"1\r\n\r\n", "the length of"),
    "gzip, chunked": (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "the length of the body"),
    "chunked twice": (OK + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n", "the length of the"),
    "gzip only": (OK + b"Transfer-Encoding: gzip\r\n\r\n", "the length of the body cannot be told"),
    "chunked in HTTP/1.0": (
        b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "the length of the body cannot",
    ),
    "chunked and a length": (
        OK + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "the head is malformed: ",
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
    """What is malformed is refused as soon as it is there, also when it comes byte for byte."""
    with pytest.raises(Malformed) as at_once:
        ResponseParser(WHERE).feed(data)
    with pytest.raises(Malformed):
        parse_slowly(data, bodiless=False)

    assert str(at_once.value).startswith(f"{WHERE} sent no valid answer: {text}")
    assert (None, True) == (at_once.value.__cause__, at_once.value.__suppress_context__)


def test_refused_for_good() -> None:
    """An answer that was refused is not complete later."""
    parser = ResponseParser(WHERE)
    with pytest.raises(Malformed):
        parser.feed(b"nonsense")

    assert not parser.feed(OK + b"Content-Length: 0\r\n\r\n")
    assert not parser.reusable
    with pytest.raises(ClosedEarly):
        parser.end()


def test_head_bound() -> None:
    """A head may have 64 KiB, whatever comes before it included."""
    early = b"HTTP/1.1 103 Early\r\n\r\n"
    rest = MAX_HEAD - len(early + OK + b"X: \r\nContent-Length: 0\r\n\r\n")
    full = early + OK + b"X: " + b"y" * rest + b"\r\nContent-Length: 0\r\n\r\n"

    assert parse(full).complete
    for data in (full.replace(b"yy", b"yyy", 1), OK + b"X: " + b"y" * MAX_HEAD):
        with pytest.raises(Malformed, match="a head of more than 65536 bytes"):
            ResponseParser(WHERE).feed(data)


def test_body_bound() -> None:
    """A body may have 8 MiB, however its end is told."""
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
    """Lines between chunks are bounded, one by one and trailers all together."""
    line = b"1;" + b"e" * (MAX_LINE - 4) + b"\r\n"
    trailers = b"X: " + b"y" * 1000 + b"\r\n"

    assert b"a" == parse(CHUNKED + line + b"a\r\n0\r\n\r\n").body
    assert b"" == parse(CHUNKED + b"0\r\n" + trailers * 65 + b"\r\n").body
    for data in (CHUNKED + b"1;" + b"e" * MAX_LINE, CHUNKED + line.replace(b"ee", b"eee", 1)):
        with pytest.raises(Malformed, match="a line of more than 4096 bytes between chunks"):
            ResponseParser(WHERE).feed(data)
    with pytest.raises(Malformed, match="the trailers are malformed"):
        ResponseParser(WHERE).feed(CHUNKED + b"0\r\n" + trailers * 66)


def test_until_close() -> None:
    """Without framing an answer ends with the connection, if that ends as it should."""
    parser = parse(OK + b"\r\nabc")
    cut = parse(OK + b"\r\nabc")
    assert not parser.complete

    parser.end()

    assert (True, b"abc", False) == (parser.complete, parser.body, parser.reusable)
    with pytest.raises(ClosedEarly):
        cut.end(clean=False)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "any of its answer"),
        (OK, "all of its answer"),
        (OK + b"Content-Length: 3\r\n\r\nab", "all of its answer"),
        (CHUNKED + b"3\r\nab", "all of its answer"),
        (CHUNKED + b"0\r\n", "all of its answer"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", "all of its answer"),
    ],
)
def test_cut(data: bytes, text: str) -> None:
    """An end in the middle is told from an end before the first byte."""
    parser = parse(data)

    with pytest.raises(ClosedEarly) as caught:
        parser.end()

    assert f"{WHERE} closed the connection before it had sent {text}" == str(caught.value)


def test_end_after_the_answer() -> None:
    """An end behind a whole answer does it no harm, but the connection is gone."""
    parser = parse(OK + b"Content-Length: 1\r\n\r\na")

    parser.end()

    assert b"a" == parser.body
    assert not parser.reusable


def test_many_small_chunks() -> None:
    """The lines between chunks are bounded as a head is, so that chunks of a byte cost little."""
    fits = MAX_HEAD // 3
    start, chunk, end = OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", b"0\r\n\r\n"

    assert b"x" * fits == parse(start + chunk * fits + end).body
    with pytest.raises(Malformed, match="more than 65536 bytes of lines between chunks"):
        parse(start + chunk * (fits + 1) + end)
