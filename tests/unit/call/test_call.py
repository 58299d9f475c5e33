"""The steps of a call: the effects that it yields, the request that it sends, its result."""

import json
from datetime import datetime, timedelta

import pytest

import smaws_kms as kms
from smaws_kms import (
    ConfigurationError,
    CredentialsError,
    DisabledException,
    EncryptRequest,
    Ok,
    RequestValidationError,
    ResponseParseError,
)
from smaws_kms._runtime.call.effects import GetConfig, GetCredentials
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.values import Validate
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, DONE, NOW, CallHarness


def test_success() -> None:
    """Every effect has its timeout, and the result has the metadata of the call."""
    harness = CallHarness()

    assert GetConfig(60.0) == harness.step()
    later = NOW + timedelta(seconds=1)
    assert GetCredentials(59.0, later, "eu-west-1") == harness.step(CONFIG, seconds=1)
    effect = harness.step(CREDENTIALS, seconds=2)
    result = harness.step(DONE, seconds=3)

    assert (3.0, 113.0) == (effect.timeouts.connect, effect.timeouts.until)
    assert {"CiphertextBlob": "AA=="} == kms.to_wire(result.unwrap())
    assert (6.0, 200, "id-1", DONE.headers) == (
        result.metadata.elapsed, result.metadata.status_code, result.metadata.request_id,
        result.metadata.headers,
    )  # fmt: skip
    assert (kms.Attempt(status_code=200),) == result.metadata.attempts


def test_request() -> None:
    """The request carries the headers of protocol, client and signature, and exactly that body."""
    request = CallHarness().until_send().request
    headers = {name.lower(): value for name, value in request.headers.items()}
    authorization = headers.pop("authorization")

    assert "https://kms.test/" == request.url
    assert {
        "host": "kms.test",
        "accept-encoding": "identity",
        "content-type": "application/x-amz-json-1.1",
        "content-length": str(len(request.body)),
        "x-amz-target": "TrentService.Encrypt",
        "x-amz-date": "20260102T030405Z",
        "amz-sdk-invocation-id": "id",
        "amz-sdk-request": "attempt=1; max=3",
        "x-extra": "1",
        "user-agent": "agent m/e",
    } == headers
    assert "AKIDEXAMPLE/20260102/eu-central-1/kms/aws4_request" in authorization
    assert {"KeyId": "alias/orders", "Plaintext": "aGVsbG8="} == json.loads(request.body)


NAIVE = kms.ImportKeyMaterialRequest(
    key_id="k",
    import_token=b"t",
    encrypted_key_material=b"m",
    valid_to=datetime(2026, 1, 2),  # noqa: DTZ001 - the case at hand
)


@pytest.mark.parametrize(
    ("request_", "validate", "member"),
    [
        (EncryptRequest(key_id="", plaintext=b"p"), "basic", "key_id"),
        (EncryptRequest(key_id="k", plaintext=bytes(5000)), "full", "plaintext"),
        (NAIVE, "basic", "valid_to"),
        (NAIVE, "full", "valid_to"),
        (NAIVE, "off", "valid_to"),
    ],
)
def test_invalid_request(request_: object, validate: Validate, member: str) -> None:
    """An invalid request ends the call before its first effect."""
    error = CallHarness(request_, validate=validate).step().error

    assert isinstance(error, RequestValidationError)
    assert (member, "Encrypt") == (error.member, error.operation)


def test_unchecked_request() -> None:
    """With `validate="off"`, an invalid request is sent."""
    harness = CallHarness(EncryptRequest(key_id="", plaintext=b""), validate="off")

    assert b'{"KeyId":"","Plaintext":""}' == harness.until_send().request.body


def test_no_settings() -> None:
    """Each call gets its own copy of the error that concurrent calls share."""
    shared = ConfigurationError("no region")
    harness = CallHarness()
    harness.step()
    error = harness.step(shared).error

    assert (ConfigurationError, "no region", "Encrypt") == (
        type(error), error.message, error.operation,
    )  # fmt: skip
    assert shared.operation is None


def test_no_credentials() -> None:
    """Without credentials nothing is sent, and the metadata has no attempt."""
    harness = CallHarness()
    harness.step()
    harness.step(CONFIG)
    result = harness.step(CredentialsError("none found"))

    assert "Encrypt: none found" == str(result.error)
    assert ((), None, None, {}) == (
        result.metadata.attempts, result.metadata.status_code, result.metadata.request_id,
        result.metadata.headers,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("response", "cls"),
    [
        (WireResponse(400, {"x-amzn-requestid": "id-2"}, b'{"__type":"DisabledException"}'), DisabledException),
        (WireResponse(200, {"x-amzn-requestid": "id-2"}, b"{"), ResponseParseError),
    ],
)  # fmt: skip
def test_response_with_an_error(response: WireResponse, cls: type[kms.SmawsError]) -> None:
    """A service error and a parse error have the request ID and status of the response."""
    harness = CallHarness()
    harness.until_send()
    result = harness.step(response)

    assert (cls, "id-2", "Encrypt") == (
        type(result.error), result.error.request_id, result.error.operation,
    )  # fmt: skip
    assert ("id-2", response.status_code) == (
        result.metadata.request_id, result.metadata.status_code,
    )  # fmt: skip
    assert (kms.Attempt(error=result.error, status_code=response.status_code),) == (
        result.metadata.attempts
    )


def test_no_output() -> None:
    """An operation without output ends in `Ok(None)`."""
    harness = CallHarness(kms.DisableKeyRequest(key_id="k"), operation=kms.DisableKey)
    harness.until_send()

    assert Ok(None) == harness.step(WireResponse(200, {}, b""))
