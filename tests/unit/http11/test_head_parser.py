"""Status lines and headers that the head parser accepts."""

import pytest

from smaws_kms._runtime.http11.head_parser import CHUNKED, UNTIL_CLOSE, parse_head

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("headers", "length", "keeps"),
    [
        (b"", UNTIL_CLOSE, True),
        (b"Content-Length: 12\r\n", 12, True),
        (b"content-length: 12\r\nconnection: CLOSE\r\n", 12, False),
        (b"Transfer-Encoding: Chunked\r\n", CHUNKED, True),
    ],
)
def test_framing(headers: bytes, length: int, keeps: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """The head determines the body's length, and whether the connection is kept."""
    found = parse_head(OK + headers + b"\r\n")

    assert (length, keeps) == (found.length, found.keeps)


def test_head() -> None:
    """Status, reason and headers are parsed from their lines."""
    raw = b"HTTP/1.0 404 Not here\r\nA:  b \r\n\r\n"
    head = parse_head(raw)

    assert (b"0", 404, b"Not here") == (head.minor, head.status, head.reason)
    assert [(b"A", b"b")] == head.headers
    assert (UNTIL_CLOSE, False, True) == (head.length, head.keeps, head.ascii)
    assert raw == head.raw
    assert "Not here" not in repr(head)


def test_values() -> None:
    """Values may be empty, and hold colons, tabs and bytes above ASCII; outer spaces are removed."""
    head = parse_head(OK + b"!#$%&'*+.^_`|~9-z:\r\nA: b:\t c \r\nB:caf\xe9\t\r\n\r\n")

    assert [(b"!#$%&'*+.^_`|~9-z", b""), (b"A", b"b:\t c"), (b"B", b"caf\xe9")] == head.headers
    assert not head.ascii
