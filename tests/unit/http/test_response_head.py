"""Heads of responses, which are read when they are asked for."""

import pytest

from smaws_kms._runtime.call.response_redaction import is_clean_success
from smaws_kms._runtime.http.direct_messages import decode
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.http.response_head import ResponseHead
from smaws_kms._runtime.http11.response_parser import ResponseParser


def response(*lines: bytes, status: bytes = b"200 OK") -> WireResponse:
    """Return a response that http11 has read."""
    head = b"".join(line + b"\r\n" for line in (*lines, b"Content-Length: 2"))
    parser = ResponseParser("a test")
    assert parser.feed(b"HTTP/1.1 %b\r\n%b\r\nhi" % (status, head))
    found = decode(parser.head, parser.body)
    assert isinstance(found, WireResponse)
    return found


def test_plain_text() -> None:
    """Lines in ASCII without control characters are plain."""
    lines = "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 2\r\n\r\n"

    assert lines == response(b"A: b").head.plain_text
    assert response(b"A: b\tc").head.plain_text is None
    assert response("A: é".encode()).head.plain_text is None
    assert ResponseHead({"a": "b"}).plain_text is None


def test_values() -> None:
    """Responses compare by status, headers and body, and show neither headers nor body."""
    found = response(b"X-Amzn-RequestId: id-1")

    assert WireResponse(200, {"x-amzn-requestid": "id-1", "content-length": "2"}, b"hi") == found
    assert WireResponse(200, {}, b"hi") != found
    assert found != 200
    assert found.headers is found.headers
    assert "id-1" == found.request_id == found.head.request_id
    assert ("WireResponse(status_code=200)", "<ResponseHead>") == (repr(found), repr(found.head))


@pytest.mark.parametrize(
    ("lines", "sent", "clean"),
    [
        ([b"A: b"], ["token"], True),
        ([b"A: b"], [], True),
        ([b"A: a token"], ["token"], False),
        ([b"A: b\tc"], ["token"], False),
        ([b"A: b\tc"], [], False),
        (["A: é".encode()], ["token"], True),
        (["A: é".encode()], [], True),
        (["A: é token".encode()], ["token"], False),
        # Repeated headers are joined with a comma.
        ([b"A: one", b"A: two"], ["one, two"], False),
        ([b"A: one", b"A: two"], ["one; two"], True),
        # Trimmed as the values of headers are.
        ([b"A: one", b"B: two"], ["one "], False),
    ],
)
def test_clean_success(lines: list[bytes], sent: list[str], clean: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """Raw lines are searched for secrets as thoroughly as the headers by name."""
    found = response(*lines)
    by_name = WireResponse(200, dict(found.headers), b"hi")

    assert clean == is_clean_success(found, sent)
    assert clean == is_clean_success(by_name, sent)
    assert not is_clean_success(response(*lines, status=b"400 Bad Request"), sent)
