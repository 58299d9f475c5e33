"""Requests, as bytes."""

import httpx
import pytest

from smaws_kms._runtime.http11.errors import Unsendable
from smaws_kms._runtime.http11.request_encoder import Origin, encode_request, origin_of

URL = "http://kms.test/path?query=1"


def request(*headers: tuple[bytes, bytes], body: bytes = b"") -> httpx.Request:
    """Return a request with nothing but these headers."""
    return httpx.Request("POST", URL, headers=list(headers), stream=httpx.ByteStream(body))


def test_encode() -> None:
    """A request is its line, its headers as they are, and its body."""
    made = request((b"Host", b"kms.test"), (b"X-a", b"b  c"), (b"Content-Length", b"3"))

    assert (
        b"POST /path?query=1 HTTP/1.1\r\nHost: kms.test\r\nX-a: b  c\r\nContent-Length: 3\r\n\r\nabc"
    ) == encode_request(made, b"abc").data


def test_encode_without_body() -> None:
    """Without body there need be no length."""
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
    """A request whose end the server would see elsewhere is not sent."""
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
    """Nothing in a header can end it."""
    with pytest.raises(Unsendable, match="a header holds what no header can hold") as caught:
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
    """Scheme, host and port say whom a connection leads to."""
    found = origin_of(httpx.URL(url))

    assert expected == found
    assert text in {None, str(found)}


@pytest.mark.parametrize("url", ["ftp://kms.test/", "//kms.test/", "http:///path", "/path"])
def test_no_origin(url: str) -> None:
    """Nothing but http and https with a host can be sent to."""
    with pytest.raises(httpx.UnsupportedProtocol):
        origin_of(httpx.URL(url))
