"""Responses at the last byte that a limit allows, and faults at the first byte that shows them."""

import pytest

from smaws_kms._runtime.http11.errors import Malformed
from smaws_kms._runtime.http11.head_parser import parse_head
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD, MAX_LINE
from smaws_kms._runtime.http11.plain_response import parse_plain_response
from smaws_kms._runtime.http11.response_parser import ResponseParser
from tests.unit.http11.parsing import CHUNKED, OK, WHERE, parse


def test_head_without_headers() -> None:
    """A head without header lines has no headers."""
    assert [] == parse_head(OK + b"\r\n").headers


def test_values_keep_their_letters() -> None:
    """Only spaces and tabs around a value are removed."""
    assert [(b"A", b"X")] == parse_head(OK + b"A: \tX \r\n\r\n").headers


def test_digits_of_a_length() -> None:
    """A length may have twenty digits."""
    assert 3 == parse_head(OK + b"Content-Length: %020d\r\n\r\n" % 3).length
    with pytest.raises(Malformed, match="Content-Length is not one whole number"):
        parse_head(OK + b"Content-Length: %021d\r\n\r\n" % 3)


def test_lines_of_chunks() -> None:
    """The lines of all chunks together may have 64 KiB."""
    chunks = MAX_HEAD // len(b"01\r\n")

    assert b"x" * chunks == parse(CHUNKED + b"01\r\nx\r\n" * chunks + b"0\r\n\r\n").body


def test_lines_of_trailers() -> None:
    """All trailers together may have 64 KiB."""
    trailer = b"X: " + b"y" * (1024 - len(b"X: \r\n")) + b"\r\n"

    assert parse(CHUNKED + b"0\r\n" + trailer * (MAX_HEAD // 1024) + b"\r\n").complete


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (OK + b"X: ".ljust(MAX_HEAD - len(OK), b"y"), "a head of more than 65536 bytes"),
        (CHUNKED + b"1;".ljust(MAX_LINE, b"e"), "a line of more than 4096 bytes"),
        (CHUNKED + b"\n", "the line before a chunk is malformed"),
        (CHUNKED + b"1\r\nabc", "a chunk is longer than it says"),
        (CHUNKED + b"0\r\n\n", "the trailers are malformed"),
    ],
)
def test_refused_without_a_further_byte(data: bytes, text: str) -> None:
    """A response that cannot become valid is refused at once: no more bytes may come."""
    with pytest.raises(Malformed, match=text):
        ResponseParser(WHERE).feed(data)


def test_completion_is_reported() -> None:
    """The parser says when a response is complete, however it arrives, and from then on."""
    data = OK + b"Content-Length: 1\r\n\r\na"
    whole, halves = ResponseParser(WHERE), ResponseParser(WHERE)

    assert b"" == halves.body
    assert [True, True] == [whole.feed(data), whole.feed(b"")]
    assert [False, True, True] == [halves.feed(data[:-1]), halves.feed(b"a"), halves.feed(b"")]
    assert whole.reusable
    assert halves.reusable


def test_body_after_head() -> None:
    """Bytes after the head of a response to HEAD are no body, and make the connection unusable."""
    parser = parse(OK + b"Content-Length: 2\r\n\r\nhi", bodiless=True)

    assert (True, b"", False) == (parser.complete, parser.body, parser.reusable)


def test_largest_plain_response() -> None:
    """The parser of usual responses takes heads and bodies of the largest size."""
    end = b"\r\nContent-Length: 0\r\n\r\n"
    head = OK + b"X: ".ljust(MAX_HEAD - len(OK + end), b"y") + end
    body = bytes(MAX_BODY)

    assert MAX_HEAD == len(head)
    assert parse_plain_response(head) is not None
    assert parse_plain_response(OK + b"Content-Length: %d\r\n\r\n" % MAX_BODY + body) is not None
