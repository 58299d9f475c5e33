"""The head of an answer: what only a parser of heads could get wrong."""

import pytest

from smaws_kms._runtime.http11 import head_parser
from smaws_kms._runtime.http11.errors import Malformed
from smaws_kms._runtime.http11.head_parser import CHUNKED, UNTIL_CLOSE, Head, parse_head

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("headers", "length", "keeps"),
    [
        (b"", UNTIL_CLOSE, True),
        (b"Content-Length: 12\r\n", 12, True),
        (b"content-length: 12\r\nconnection: CLOSE\r\n", 12, False),
        (b"Transfer-Encoding: Chunked\r\n", CHUNKED, True),
    ],
)
def test_framing(headers: bytes, length: int, keeps: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """The head says how long the body is, and whether the connection stays."""
    found = parse_head(OK + headers + b"\r\n")

    assert (length, keeps) == (found.length, found.keeps)


def test_head() -> None:
    """A head is what its lines say."""
    assert Head(
        b"0", 404, b"Not here", [(b"A", b"b")], UNTIL_CLOSE, keeps=False, ascii=True
    ) == parse_head(b"HTTP/1.0 404 Not here\r\nA:  b \r\n\r\n")


def test_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """If httptools sees no end where there is one, a header may be missing: that is no head_parser."""

    class Blind:
        def __init__(self, _: object) -> None:
            """Call nobody back."""

        def feed_data(self, data: bytes) -> None:
            """See nothing."""

    monkeypatch.setattr(head_parser, "HttpResponseParser", Blind)
    with pytest.raises(Malformed, match="its end is in the middle of a header"):
        parse_head(OK + b"\r\n")
