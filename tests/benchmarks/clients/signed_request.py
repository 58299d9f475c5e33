"""The least that a signed request costs: JSON, base64 and Signature Version 4, from scratch for each request."""

import hmac
import json
import time
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from tests.benchmarks.setup import (
    ACCESS_KEY_ID,
    KEY_ID,
    PLAINTEXTS,
    REGION,
    SECRET_ACCESS_KEY,
    Setup,
)

_TARGETS: Final = {"generate data key": "GenerateDataKey", "list keys": "ListKeys"}


class SignedRequests:
    """Makes requests of one operation."""

    def __init__(self, setup: Setup) -> None:
        self._host = urlsplit(setup.url).netloc
        self._plaintext = PLAINTEXTS.get(setup.work)
        self._target = f"TrentService.{_TARGETS.get(setup.work, 'Encrypt')}"
        self._token = setup.token

    def body(self) -> bytes:
        """Return the body of a request."""
        if self._plaintext is None:
            return json.dumps({"KeyId": KEY_ID, "KeySpec": "AES_256"}).encode()
        return json.dumps(
            {"KeyId": KEY_ID, "Plaintext": b64encode(self._plaintext).decode()}
        ).encode()

    def headers(self, body: bytes) -> list[tuple[str, str]]:
        """Return the signed headers."""
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        headers = [
            ("content-type", "application/x-amz-json-1.1"),
            ("host", self._host),
            ("x-amz-date", now),
            ("x-amz-target", self._target),
        ]
        if self._token:
            headers.insert(3, ("x-amz-security-token", self._token))
        names = ";".join([name for name, _ in headers])
        lines = "".join([f"{name}:{value}\n" for name, value in headers])
        canonical = f"POST\n/\n\n{lines}\n{names}\n{sha256(body).hexdigest()}"
        scope = f"{now[:8]}/{REGION}/kms/aws4_request"
        digest = sha256(canonical.encode()).hexdigest()
        signature = self._signature(f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{digest}", now[:8])
        credential = f"Credential={ACCESS_KEY_ID}/{scope}"
        authorization = (
            f"AWS4-HMAC-SHA256 {credential}, SignedHeaders={names}, Signature={signature}"
        )
        return [*headers, ("authorization", authorization), ("content-length", str(len(body)))]

    def encode(self) -> bytes:
        """Return the bytes of a request."""
        body = self.body()
        head = "".join([f"{name}: {value}\r\n" for name, value in self.headers(body)])
        return f"POST / HTTP/1.1\r\n{head}\r\n".encode() + body

    @staticmethod
    def _signature(text: str, day: str) -> str:
        key = f"AWS4{SECRET_ACCESS_KEY}".encode()
        for part in (day, REGION, "kms", "aws4_request"):
            key = hmac.digest(key, part.encode(), "sha256")
        return hmac.digest(key, text.encode(), "sha256").hex()


def content_length(head: bytes) -> int:
    """Return the length that the head of a response names."""
    begin = head.lower().index(b"content-length:") + 15
    return int(head[begin : head.index(b"\r\n", begin)])


def decode(body: bytes) -> dict[str, object]:
    """Return the members of a response."""
    members: dict[str, object] = json.loads(body)
    for name in ("CiphertextBlob", "Plaintext"):
        if name in members:
            members[name] = b64decode(str(members[name]))
    return members
