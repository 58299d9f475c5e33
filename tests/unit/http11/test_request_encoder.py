"""Encoding of requests to bytes."""

import pytest

from smaws_kms._runtime.http11.errors import Unsendable
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, encode_request


def encode(*headers: tuple[bytes, bytes], body: bytes = b"") -> EncodedRequest:
    """Encode a request with only these headers."""
    return encode_request(b"POST", b"/path?query=1", headers, body)


def test_encode() -> None:
    """A request line, unchanged headers and the body are encoded."""
    made = encode((b"Host", b"kms.test"), (b"X-a", b"b  c"), (b"Content-Length", b"3"), body=b"abc")

    assert (
        b"POST /path?query=1 HTTP/1.1\r\nHost: kms.test\r\nX-a: b  c\r\nContent-Length: 3\r\n\r\nabc"
    ) == made.data


def test_encode_without_body() -> None:
    """Without a body no length is needed."""
    made = encode_request(b"GET", b"/path?query=1", [(b"Host", b"h")], b"")

    assert b"GET /path?query=1 HTTP/1.1\r\nHost: h\r\n\r\n" == made.data


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
    with pytest.raises(
        Unsendable,
        match=r"^expected one Content-Length header with the size of the body, and no Transfer-E.*g$",
    ):
        encode(*headers, body=b"abc")


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
    with pytest.raises(Unsendable, match=r"^a header has a line break or a NUL$") as caught:
        encode(header)

    assert "Y: b" not in str(caught.value)
