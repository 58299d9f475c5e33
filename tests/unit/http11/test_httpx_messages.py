"""Conversion of parsed responses to httpx's."""

import pytest

from smaws_kms._runtime.http11.httpx_messages import response_from
from smaws_kms._runtime.http11.response_parser import ResponseParser


@pytest.mark.parametrize(
    ("encoding", "value"),
    [("ascii", "e"), ("utf-8", "é"), ("iso-8859-1", "é")],
    ids=lambda it: str(it).encode("unicode_escape").decode(),
)
def test_encoding(encoding: str, value: str) -> None:
    """Headers have the encoding that httpx detects: ASCII, UTF-8 or ISO-8859-1."""
    parser = ResponseParser("a test")
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nA: %b\r\n\r\n" % value.encode(encoding)
    assert parser.feed(head + b"hi")

    response = response_from(parser)

    assert (encoding, value) == (response.headers.encoding, response.headers["a"])
    assert b"hi" == response.read()
