"""The awsJson protocol: requests to bytes, responses to outputs and errors."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import (
    Encrypt,
    EncryptResponse,
    RequestValidationError,
    ResponseParseError,
    ServiceError,
)
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode
from smaws_kms._runtime.serde.request_body import encode, request_headers
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.serde.responses import error_of, wire_response

OK = json.dumps({"CiphertextBlob": "AAE="}).encode()


def test_headers() -> None:
    """Two headers name the protocol version and the operation."""
    older = evolve(Encrypt, service=evolve(Encrypt.service, json_version="1.0"))

    assert {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "TrentService.Encrypt",
    } == request_headers(Encrypt)
    assert "application/x-amz-json-1.0" == request_headers(older)["content-type"]


def test_encode() -> None:
    """The JSON of a request has no spaces, unset members or `null`."""
    request = kms.EncryptRequest(key_id="ключ", plaintext=b"p")
    body = encode(request)

    assert isinstance(body, bytes)
    assert body.isascii()
    assert {"KeyId": "ключ", "Plaintext": "cA=="} == json.loads(body)
    assert b'{"KeyId":"k"}' == encode(kms.DescribeKeyRequest(key_id="k"))
    assert b"{}" == encode(kms.ListKeysRequest())


def test_encode_naive_datetime() -> None:
    """A naive datetime is an error even if it was not validated."""
    naive = datetime(2026, 1, 2)  # noqa: DTZ001 - naive on purpose
    request = kms.ImportKeyMaterialRequest(
        key_id="k", import_token=b"t", encrypted_key_material=b"m", valid_to=naive
    )
    error = encode(request)

    assert isinstance(error, RequestValidationError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)


@pytest.mark.parametrize("status_code", [200, 201, 299])
def test_response(status_code: int) -> None:
    """Every 2xx status is a success."""
    response = decode(Encrypt, wire_response(OK, status_code))

    assert isinstance(response, EncryptResponse)
    assert b"\x00\x01" == response.ciphertext_blob


@pytest.mark.parametrize("body", [b"", b" \n", b"{}", b"null", b"<html>", b'{"Future": 1}'])
def test_no_output(body: bytes) -> None:
    """An operation without output succeeds with 2xx and any body."""
    assert decode(kms.DisableKey, wire_response(body, 200)) is None


@pytest.mark.parametrize("body", [b"", b" \r\n", b"{}"])
def test_empty_body(body: bytes) -> None:
    """An empty body is `{}`: valid if all members of the output are optional, else an error."""
    assert kms.ListKeysResponse() == decode(kms.ListKeys, wire_response(body, 200))
    assert "$.CiphertextBlob" == error_of(wire_response(body, 200)).path


@pytest.mark.parametrize(
    ("body", "path", "text"),
    [
        (b"secret", "$", "not JSON: Expecting value (character 0 of 6)"),
        (b'{"a": "secret', "$", "not JSON: Unterminated string starting at (character 6 of 13)"),
        (b'{"a": "\xff"}', "$", "not UTF-8 text (byte 7 of 10)"),
        (b"[" * 100_000, "$", "nested more than 100 levels deep"),
        (b"1" * 5_000, "$", "an integer of more than 4300 digits"),
        (b"[]", "$", "expected an object, got an array"),
        (b'"secret"', "$", "expected an object, got a string"),
        (b"null", "$", "expected an object, got null"),
        (b'{"CiphertextBlob": "secret!"}', "$.CiphertextBlob", "expected base64 text, got a"),
        (b'{"CiphertextBlob": NaN}', "$.CiphertextBlob", "expected base64 text, got a number"),
    ],
)
def test_unreadable_response(body: bytes, path: str, text: str) -> None:
    """A 2xx body that does not fit is a `ResponseParseError`, which never shows the body."""
    error = error_of(wire_response(body, 200))

    assert isinstance(error, ResponseParseError)
    assert (path, "id-1", True) == (error.path, error.request_id, error.message.startswith(text))
    assert "secret" not in f"{error!r} {vars(error)}"


def test_duplicate_members() -> None:
    """The last of two equal names counts, as in `json.loads`."""
    body = b'{"CiphertextBlob": 1, "CiphertextBlob": "AAE="}'

    response = decode(Encrypt, wire_response(body, 200))

    assert isinstance(response, EncryptResponse)
    assert b"\x00\x01" == response.ciphertext_blob


@given(
    st.integers(100, 599),
    st.binary() | st.from_regex(rb"\{.*\}", fullmatch=True),
    st.dictionaries(st.sampled_from(["x-amzn-errortype", "x-amzn-requestid"]), st.text()),
)
def test_any_response(status_code: int, body: bytes, headers: dict[str, str]) -> None:
    """Any response is decoded to an output or a `SmawsError`."""
    found: Any = decode(Encrypt, WireResponse(status_code, headers, body))

    assert isinstance(found, EncryptResponse | ServiceError | ResponseParseError)
    assert isinstance(found, ServiceError) == (not 200 <= status_code < 300)
