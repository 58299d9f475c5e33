"""The header lines of requests: exact bytes, in every attempt, whatever changes between them."""

import gzip
from datetime import timedelta
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import Credentials
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.config.lambda_trace import HEADER
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms.signing import sign
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, DONE, NOW, CallHarness, refusal
from tests.unit.example_service import operation

LINES = b"""\
Host: kms.test
content-type: application/x-amz-json-1.1
x-amz-target: TrentService.Encrypt
X-Extra: 1
User-Agent: agent m/e
Date: Fri, 02 Jan 2026 03:04:05 -0000
X-Amz-Security-Token: TOKEN
Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/eu-central-1/kms/aws4_request, \
SignedHeaders=content-type;date;host;x-amz-security-token;x-amz-target;x-extra, \
Signature=12b5f75d6dc0c4f7b9086a3403cc8e11a67e096479a1523695af19c449f33257
Accept-Encoding: identity
Content-Length: 47
amz-sdk-invocation-id: id
amz-sdk-request: attempt=1; max=3
""".replace(b"\n", b"\r\n")


def signature(request: WireRequest) -> str:
    """Return the signature of a request."""
    return request.headers["Authorization"].rpartition("=")[2]


def expected(request: WireRequest, credentials: Credentials, seconds: float) -> str:
    """Return the signature that the plain signer makes."""
    ours = {"authorization", "accept-encoding", "content-length", "host", "x-amz-date"}
    headers = {
        name: value
        for name, value in request.headers.items()
        if name.lower() not in ours and not name.startswith("amz-sdk")
    }
    signed = sign(
        method="POST", url=request.url, headers=headers, body=request.body, region="eu-central-1",
        service="kms", credentials=credentials, now=NOW + timedelta(seconds=seconds),
    )  # fmt: skip
    return signed["Authorization"].rpartition("=")[2]


def test_bytes_on_the_wire() -> None:
    """Names, values and order of all header lines are those of earlier versions."""
    harness = CallHarness()
    harness.step()
    harness.step(evolve(harness.config, headers={"X-Extra": "1", "Date": "x"}))
    request = harness.step(Credentials("AKIDEXAMPLE", "secret", "TOKEN")).request

    assert LINES == request.checked_lines


def test_retries_are_signed_again() -> None:
    """Each attempt is signed for its own second, and has its number."""
    harness = CallHarness()
    harness.finish(refusal("ThrottlingException"), kms.ConnectionLostError("x"), DONE, seconds=0.4)
    requests = [effect.request for effect in harness.sent]

    assert ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"] == [
        request.headers["amz-sdk-request"] for request in requests
    ]
    assert [0, 1, 1] == [
        int(request.headers["X-Amz-Date"][-3:-1]) - NOW.second for request in requests
    ]
    assert [expected(it, CREDENTIALS, at) for it, at in zip(requests, (0, 1, 1), strict=True)] == [
        signature(request) for request in requests
    ]


def test_renewed_credentials_sign_the_next_attempt() -> None:
    """A retry with new credentials within the same second is not signed by the old ones."""
    renewed = Credentials("AKIDOTHER", "other", "token")
    harness = CallHarness()
    harness.finish(refusal("ExpiredTokenException"), DONE, credentials=[CREDENTIALS, renewed])
    first, second = [effect.request for effect in harness.sent]

    assert signature(first) == expected(first, CREDENTIALS, 0)
    assert signature(second) == expected(second, renewed, 0)
    assert "X-Amz-Security-Token" not in first.headers
    assert "token" == second.headers["X-Amz-Security-Token"]


@pytest.mark.parametrize("body", [b"{}", b"[" + 500 * b"1," + b"1]"])
def test_compressed_bodies(body: bytes) -> None:
    """Small and compressed bodies of one operation and second differ in their headers."""
    called = operation(encodings=("gzip",))
    config = evolve(CONFIG, settings=CONFIG.settings.replaced(compress_from=100))
    built: list[WireRequest] = []
    for content in (b"{}", body, b"{}", body):
        request = RequestBuilder(config, called, content, ()).build(CREDENTIALS, NOW, "", None)
        assert isinstance(request, WireRequest)
        built.append(request)

    for request in built:
        packed = request.headers.get("content-encoding") == "gzip"
        assert packed == (len(request.body) > len(b"{}"))
        assert expected(request, CREDENTIALS, 0) == signature(request)
        assert packed == ("m/L" in request.headers["User-Agent"])
    assert body == (gzip.decompress(built[1].body) if len(body) > 100 else built[1].body)


def test_trace_of_each_invocation() -> None:
    """Calls of different AWS Lambda invocations within one second carry their own trace."""
    traces: list[Any] = []
    for trace in ("Root=1", None, "Root=2"):
        builder = RequestBuilder(CONFIG, kms.Encrypt, b"{}", ())
        request = builder.build(CREDENTIALS, NOW, "", trace)
        assert isinstance(request, WireRequest)
        traces.append(request.headers.get(HEADER))

    assert ["Root=1", None, "Root=2"] == traces


def test_headers_that_cannot_be_sent() -> None:
    """Credentials that would become another header end the call with nothing sent."""
    harness = CallHarness()
    harness.step()
    harness.step(harness.config)
    result = harness.step(Credentials("AKID\r\nX-Evil: 1", "secret"))

    assert isinstance(result.err, kms.ProtocolError)
    assert "no" == result.err.sent
    assert "Evil" not in str(result.err)


def test_repr_without_secrets() -> None:
    """The repr of a request shows neither headers nor body."""
    request = CallHarness().until_send().request

    for secret in ("Signature", "AKID", "Plaintext"):
        assert secret not in repr(request)
