"""Responses that are parsed, from bytes in any pieces."""

import pytest

from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.limits import MAX_HEAD
from tests.unit.http11.parsing import CHUNKED, OK, WHERE, parse

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
    """A complete response has its body, and says whether the connection can be reused."""
    parser = parse(data)

    assert parser.complete
    assert (status, body, reusable) == (parser.head.status, parser.body, parser.reusable)


def test_head() -> None:
    """Status line and headers are returned as sent, without outer spaces of values."""
    head = parse(OK + b"X-A: b \t\r\nx-a:\t c d\r\nE:\r\nContent-Length: 0\r\n\r\n").head

    assert (b"1", 200, b"OK") == (head.minor, head.status, head.reason)
    assert [(b"X-A", b"b"), (b"x-a", b"c d"), (b"E", b""), (b"Content-Length", b"0")] == (
        head.headers
    )


def test_bodiless() -> None:
    """The response to HEAD has a length and no body."""
    parser = parse(OK + b"Content-Length: 5\r\n\r\n", bodiless=True)

    assert parser.complete
    assert b"" == parser.body


def test_until_close() -> None:
    """Without framing, a response ends with an orderly end of the connection."""
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
        (b"", "any of its response"),
        (OK, "all of its response"),
        (OK + b"Content-Length: 3\r\n\r\nab", "all of its response"),
        (CHUNKED + b"3\r\nab", "all of its response"),
        (CHUNKED + b"0\r\n", "all of its response"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", "all of its response"),
    ],
)
def test_cut(data: bytes, text: str) -> None:
    """An end inside a response differs from an end before its first byte."""
    parser = parse(data)

    with pytest.raises(ClosedEarly) as caught:
        parser.end()

    assert f"{WHERE} closed the connection before it had sent {text}" == str(caught.value)


def test_end_after_the_response() -> None:
    """An end after a complete response is no error, but the connection cannot be reused."""
    parser = parse(OK + b"Content-Length: 1\r\n\r\na")

    parser.end()

    assert b"a" == parser.body
    assert not parser.reusable


def test_many_small_chunks() -> None:
    """Chunk headers are bounded like a head, so that one-byte chunks cost little."""
    fits = MAX_HEAD // 3
    start, chunk, end = OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", b"0\r\n\r\n"

    assert b"x" * fits == parse(start + chunk * fits + end).body
    with pytest.raises(Malformed, match="more than 65536 bytes of lines between chunks"):
        parse(start + chunk * (fits + 1) + end)
