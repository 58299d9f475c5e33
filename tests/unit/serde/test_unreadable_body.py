"""A 2xx response that is not the promised JSON: the error says what it is instead."""

import pytest

import smaws_kms as kms
from smaws_kms._runtime.errors import ResponseParseError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode

PROXY = "a proxy, a captive portal or another server seems to have answered"
JSON = "application/x-amz-json-1.1"


@pytest.mark.parametrize(
    ("content_type", "body", "texts"),
    [
        (
            "text/html; charset=utf-8",
            b"<!DOCTYPE html><p>geheim",
            ["an HTML page", "text/html", PROXY],
        ),
        (JSON, b"\n <HTML>geheim", ["got an HTML page", PROXY]),
        (JSON, b"\xef\xbb\xbf<!-- geheim --> <html>", ["got an HTML page"]),
        ("text/html", b"<b>geheim", ["got an HTML page (content type text/html)"]),
        ("text/xml", b"<?xml version='1.0'?><geheim/>", ["got XML (content type text/xml)", PROXY]),
        ("text/plain", b"geheim", ["not JSON: Expecting value", "(content type text/plain)"]),
        ("geheim\nX: y", b"geheim", ["not JSON: Expecting value (character 0 of 6)"]),
        (JSON, b"", ["$.CiphertextBlob: ", "the body is empty"]),
        (JSON, b'{"CiphertextBlob": "geheim', ["not JSON: Unterminated", "ends too early"]),
        (JSON, b'{"CiphertextBlob":', ["not JSON: Expecting value", "ends too early"]),
        (JSON, b"[]", ["expected an object, got an array"]),
    ],
)
def test_body(content_type: str, body: bytes, texts: list[str]) -> None:
    """The text names the kind and the content type, and never quotes the body."""
    error = decode(kms.Encrypt, WireResponse(200, {"content-type": content_type}, body))

    assert isinstance(error, ResponseParseError)
    assert [] == [text for text in texts if text not in str(error)]
    assert "geheim" not in str(error)


def test_json_of_another_type() -> None:
    """JSON counts, whatever the content type says."""
    body = b'{"Keys": []}'

    assert kms.ListKeysResponse() == decode(
        kms.ListKeys, WireResponse(200, {"content-type": "text/html"}, body)
    )
