"""Parse responses whole and byte by byte."""

from smaws_kms._runtime.http11.response_parser import ResponseParser

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
WHERE = "kms.test:443"


def parse_slowly(data: bytes, *, bodiless: bool) -> ResponseParser:
    """Feed the parser one byte at a time."""
    parser = ResponseParser(WHERE, bodiless=bodiless)
    for place in range(len(data)):
        parser.feed(data[place : place + 1])
    return parser


def parse(data: bytes, *, bodiless: bool = False) -> ResponseParser:
    """Parse all bytes at once and one at a time, and check that both results agree."""
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
