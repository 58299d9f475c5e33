"""Encoding of requests to bytes."""

import httpx
import pytest

from smaws_kms._runtime.http11.errors import Unsendable
from smaws_kms._runtime.http11.request_encoder import Origin, encode_request, origin_of

URL = "http://kms.test/path?query=1"


def request(*headers: tuple[bytes, bytes], body: bytes = b"") -> httpx.Request:
    """Return a request with only these headers."""
    return httpx.Request("POST", URL, headers=list(headers), stream=httpx.ByteStream(body))


def test_encode() -> None:
    """A request line, unchanged headers and the body are encoded."""
    made = request((b"Host", b"kms.test"), (b"X-a", b"b  c"), (b"Content-Length", b"3"))

    assert (
        b"POST /path?query=1 HTTP/1.1\r\nHost: kms.test\r\nX-a: b  c\r\nContent-Length: 3\r\n\r\nabc"
    ) == encode_request(made, b"abc").data


def test_encode_without_body() -> None:
    """Without a body no length is needed."""
    made = httpx.Request("GET", URL, headers=[(b"Host", b"h")])

    assert b"GET /path?query=1 HTTP/1.1\r\nHost: h\r\n\r\n" == encode_request(made, b"").data


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"Content-Length", b"2")],
        [(b"Content-Length", b"3"), (b"content-length", b"3")],
        [(b"Transfer-Encoding", b"chunked")],
        [(b"Content-Length", b"3"), (b"Transfer-Encoding", b"chunked")],
    ],
)
def test_wrong_length(headers: list[tuple[bytes, bytes]]) -> None:
    """A request whose length header does not match its body is refused."""
    with pytest.raises(Unsendable, match="Content-Length"):
        encode_request(request(*headers), b"abc")


@pytest.mark.parametrize(
    "header",
    [
        (b"X", b"a\r\nY: b"),
        (b"X", b"a\r"),
        (b"X", b"a\nY: b"),
        (b"X", b"a\0"),
        (b"X\r\nY", b"a"),
    ],
)
def test_injection(header: tuple[bytes, bytes]) -> None:
    """Headers with line breaks are refused."""
    with pytest.raises(Unsendable, match="a header has a line break or a NUL") as caught:
        encode_request(request(header), b"")

    assert "Y: b" not in str(caught.value)


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
