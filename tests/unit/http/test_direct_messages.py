"""Messages without httpx's objects are the same as through them."""

import httpx
import pytest

from smaws_kms import ProtocolError
from smaws_kms._runtime.http import httpx_messages
from smaws_kms._runtime.http.direct_messages import deadlines_of, decode, encode
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http11.errors import Unsendable
from smaws_kms._runtime.http11.response_parser import ResponseParser

HEADS = [
    b"Content-Length: 2\r\nX-Amzn-RequestId: id-1",
    b"Content-Length: 2\r\nA: 1\r\na: 2\r\nB:\r\nA: 3",
    "Content-Length: 2\r\nA: \u00e9".encode(),
    "Content-Length: 2\r\nA: \u00e9".encode("iso-8859-1"),
    "Content-Length: 2\r\nA: \u00e9\r\nB: ".encode() + b"\xff",
    b"Content-Length: 2\r\nContent-Encoding: Identity\r\nContent-Encoding: ",
]


def parsed(head: bytes) -> ResponseParser:
    """Return a parser that has read a response with this head."""
    parser = ResponseParser("a test")
    assert parser.feed(b"HTTP/1.1 200 OK\r\n%b\r\n\r\nhi" % head)
    return parser


@pytest.mark.parametrize("head", HEADS)
def test_decode(head: bytes) -> None:
    """Headers are named, decoded and joined as by httpx."""
    parser = parsed(head)
    response = httpx_messages.response_from(parser.head, parser.body)
    found = decode(parser.head, parser.body)

    assert isinstance(found, WireResponse)
    assert (200, b"hi") == (found.status_code, found.body)
    assert dict(response.headers.items()) == found.headers
    assert [*response.headers] == [*found.headers]


@pytest.mark.parametrize("encoding", ["gzip", "identity\r\nContent-Encoding: br"])
def test_content_encoding(encoding: str) -> None:
    """Compressed responses are refused."""
    parser = parsed(b"Content-Length: 2\r\nContent-Encoding: " + encoding.encode())
    found = decode(parser.head, parser.body)

    assert isinstance(found, ProtocolError)
    assert "Content-Encoding" in found.message


def test_encode() -> None:
    """A request has the bytes that httpx's would have."""
    url = "https://kms.test/a"
    headers = {"Host": "kms.test", "X-\u00e9": "\u00fc", "Content-Length": "2"}
    made = httpx.Request(
        "POST", url, headers=[(k.encode(), v.encode()) for k, v in headers.items()], content=b"hi"
    )
    expected = httpx_messages.bytes_of(made, b"hi")

    assert expected.data == encode(WireRequest(url, headers, b"hi"), b"/a").data


@pytest.mark.parametrize("value", ["a\r\nB: c", "a\n", "a\0"])
def test_injection(value: str) -> None:
    """A line break or NUL in a header is refused."""
    request = WireRequest("https://kms.test/", {"A": value, "Content-Length": "0"}, b"")
    with pytest.raises(Unsendable, match="a header has a line break or a NUL"):
        encode(request, b"/")


def test_deadlines() -> None:
    """Waiting for a connection and connecting have one limit, all phases together the attempt's."""
    deadlines = deadlines_of(AttemptTimeouts(3.0, 107.5, lambda: 100.0), lambda: 0.0)
    unlimited = deadlines_of(AttemptTimeouts(None, None, lambda: 100.0), lambda: 0.0)

    assert (3.0, 3.0) == (deadlines.within("pool"), deadlines.within("connect"))
    assert (7.5, 7.5) == (deadlines.within("write"), deadlines.within("read"))
    assert unlimited.within("read") is None


def test_deadlines_of_one_clock() -> None:
    """If attempt and transport share a clock, the deadline stays as it is and the clock is not read."""

    def clock() -> float:
        raise AssertionError("the clock was read")

    deadlines = deadlines_of(AttemptTimeouts(3.0, 107.5, clock), clock)

    assert 107.5 == deadlines.due("read")
