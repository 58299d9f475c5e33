"""The pattern for the usual response: what it takes, and what it leaves to the full parser."""

import pytest

from smaws_kms._runtime.http11.head_parser import parse_head
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD
from smaws_kms._runtime.http11.plain_response import parse_plain_response

LENGTH = b"Content-Length: 2\r\n"


def response(
    headers: bytes = LENGTH, body: bytes = b"hi", line: bytes = b"HTTP/1.1 200 OK"
) -> bytes:
    """Return a response."""
    return b"%b\r\n%b\r\n%b" % (line, headers, body)


@pytest.mark.parametrize(
    "data",
    [
        response(),
        response(line=b"HTTP/1.1 400 "),
        response(b"content-length:2\r\n"),
        response(b"A: b\r\n" + LENGTH + b"x-b:\t c:d \r\n"),
        response(b"Connection: keep-alive\r\n" + LENGTH + b"connection:Keep-Alive\r\n"),
        response(b"Content-Length-Of: 9\r\nX-Connection: close\r\n" + LENGTH),
        response(b"Content-Length: 0\r\n", b""),
    ],
)
def test_taken(data: bytes) -> None:
    """It reads these as the full parser does."""
    found = parse_plain_response(data)

    assert found is not None
    head, body = found
    full = parse_head(data[: data.index(b"\r\n\r\n") + 4])
    for name in ("raw", "minor", "status", "reason", "length", "keeps", "headers", "ascii"):
        assert getattr(full, name) == getattr(head, name), name
    assert head.raw + body == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        response()[:-1],
        response() + b"H",
        response(line=b"HTTP/1.0 200 OK"),
        response(line=b"HTTP/1.1 100 Continue"),
        response(line=b"HTTP/1.1 200"),
        response(line=b"HTTP/1.1 204 None"),
        response(line=b"HTTP/1.1 304 None"),
        response(line=b"HTTP/1.1 200 caf\xe9"),
        response(b""),
        response(LENGTH * 2),
        response(LENGTH + b"Content-length: 2\r\n"),
        response(b"Content-Length: 2, 2\r\n"),
        response(b"Content-Length: +2\r\n"),
        response(b"Content-Length : 2\r\n"),
        response(b"Content-Length: 00000002\r\n"),
        response(LENGTH + b"transfer-ENCODING: chunked\r\n"),
        response(b"Transfer-Encoding: identity\r\n" + LENGTH),
        response(LENGTH + b"Connection: close\r\n"),
        response(LENGTH + b"Connection: keep-alive, close\r\n"),
        response(LENGTH + b"A: b\n"),
        response(LENGTH + b"A: b\r\n folded\r\n"),
        response(LENGTH + b"A: \x00\r\n"),
        response(LENGTH + b"A: b" + bytes([0x7F]) + b"\r\n"),
        response(LENGTH + b"no header\r\n"),
        response(LENGTH + b": no name\r\n"),
        response(LENGTH + b"A: " + b"x" * MAX_HEAD + b"\r\n"),
        response(b"Content-Length: %d\r\n" % (MAX_BODY + 1), bytes(MAX_BODY + 1)),
    ],
)
def test_left(data: bytes) -> None:
    """It leaves what is unusual to the full parser."""
    assert parse_plain_response(data) is None
