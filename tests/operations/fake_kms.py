"""A fake KMS that sends prepared responses and records requests."""

import json
from collections.abc import Sequence
from typing import Any, Final

import httpx
import httpx2
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import ReadOnlyCredentials

import smaws_kms as kms

REGION: Final = "eu-west-1"
REQUEST_ID: Final = "2c5f7a3e-7c1d-4a38-9d0e-8a3c6d1b2f40"
CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "IQoJb3JpZ2luX2Vj==")

ONCE: Final = kms.RetryPolicy(mode="off")
"""No retries, so that each prepared response belongs to one call."""


def http_response(
    body: object = None, *, status: int = 200, headers: dict[str, str] | None = None
) -> httpx.Response:
    """Return a response with a JSON body, with raw bytes, or with an empty body."""
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body)
    sent = {"x-amzn-RequestId": REQUEST_ID, "Content-Type": "application/x-amz-json-1.1"}
    return httpx.Response(status, headers={**sent, **(headers or {})}, content=content)


class FakeKms:
    """Serves both clients through `transport`, with one response for each request."""

    def __init__(self, responses: Sequence[httpx.Response]) -> None:
        self.requests: list[httpx.Request] = []
        self.transport: httpx.MockTransport | httpx2.MockTransport
        self.transport = httpx.MockTransport(self._respond)
        self._responses = iter(responses)

    @property
    def bodies(self) -> list[Any]:
        """The JSON bodies of the received requests."""
        return [json.loads(request.content) for request in self.requests]

    def async_client(self) -> kms.AsyncKMSClient:
        """Return an async client that calls this service."""
        return kms.AsyncKMSClient(
            region=REGION, credentials=CREDENTIALS, http=self.transport, retry=ONCE
        )

    def client(self) -> kms.KMSClient:
        """Return a blocking client that calls this service."""
        return kms.KMSClient(
            region=REGION, credentials=CREDENTIALS, http=self.transport, retry=ONCE
        )

    def over_httpx2(self) -> "FakeKms":
        """Serve through an httpx2 transport from now on."""
        self.transport = httpx2.MockTransport(self._respond_httpx2)
        return self

    def _respond_httpx2(self, request: httpx2.Request) -> httpx2.Response:
        headers = request.headers.raw
        converted = httpx.Request(
            request.method, str(request.url), headers=headers, content=request.content
        )
        found = self._respond(converted)
        return httpx2.Response(found.status_code, headers=found.headers.raw, content=found.content)

    def _respond(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return next(self._responses)


def signed_by_botocore(request: httpx.Request) -> str:
    """Return the `Authorization` header that botocore computes for a received request."""
    signed = ("content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target")
    mirrored = AWSRequest(
        method=request.method,
        url=str(request.url),
        headers={name: request.headers[name] for name in signed},
        data=request.content,
    )
    timestamp = request.headers["x-amz-date"]
    mirrored.context["timestamp"] = timestamp
    access_key_id, token = CREDENTIALS.access_key_id, CREDENTIALS.session_token
    frozen = ReadOnlyCredentials(access_key_id, CREDENTIALS.secret_access_key, token)
    oracle = SigV4Auth(frozen, "kms", REGION)
    to_sign = oracle.string_to_sign(mirrored, oracle.canonical_request(mirrored))
    return (
        f"AWS4-HMAC-SHA256 Credential={access_key_id}/{timestamp[:8]}/{REGION}/kms/aws4_request, "
        f"SignedHeaders={';'.join(signed)}, Signature={oracle.signature(to_sign, mirrored)}"
    )
