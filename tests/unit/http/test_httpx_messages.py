"""Conversion of httpx's requests, and of parsed responses to httpx's."""

import httpx
import pytest

from smaws_kms._runtime.http.httpx_messages import deadlines_of, origin_of, response_from
from smaws_kms._runtime.http11.request_encoder import Origin
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

    response = response_from(parser.head, parser.body)

    assert (encoding, value) == (response.headers.encoding, response.headers["a"])
    assert b"hi" == response.read()


@pytest.mark.parametrize(
    ("url", "expected", "text"),
    [
        ("http://kms.test/", Origin(secure=False, host="kms.test", port=80), "kms.test:80"),
        ("https://KMS.test/a", Origin(secure=True, host="kms.test", port=443), "kms.test:443"),
        ("https://[::1]:8443/", Origin(secure=True, host="::1", port=8443), "[::1]:8443"),
        ("http://bücher.test", Origin(secure=False, host="xn--bcher-kva.test", port=80), None),
    ],
)
def test_origin(url: str, expected: Origin, text: str | None) -> None:
    """An origin consists of scheme, host and port."""
    found = origin_of(httpx.URL(url))

    assert expected == found
    assert text in {None, str(found)}


@pytest.mark.parametrize("url", ["ftp://kms.test/", "//kms.test/", "http:///path", "/path"])
def test_no_origin(url: str) -> None:
    """Only http and https URLs with a host have an origin."""
    with pytest.raises(httpx.UnsupportedProtocol):
        origin_of(httpx.URL(url))


def test_deadlines() -> None:
    """The limits of a request are those of httpx's extension and of `total_timeout`."""
    timeout = {"pool": 1.0, "connect": 2.0, "write": 3.0, "read": 9.0}
    extensions = {"timeout": timeout, "total_timeout": 8.0}
    request = httpx.Request("POST", "http://kms.test/", extensions=extensions)
    deadlines = deadlines_of(request, lambda: 0.0)
    unlimited = deadlines_of(httpx.Request("POST", "http://kms.test/"), lambda: 0.0)

    assert [1.0, 2.0, 3.0, 8.0] == [
        deadlines.within("pool"),
        deadlines.within("connect"),
        deadlines.within("write"),
        deadlines.within("read"),
    ]
    assert unlimited.within("read") is None
