"""HTTP messages of the fault server: requests that it reads, responses that it sends or forges.

Each response belongs to one request: its ciphertext is derived from the plaintext of the request.
"""

import json
import re
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Final

from attrs import field, frozen

from tests.faults.echo_server import ciphertext_of
from tests.unit.redaction.secret_markers import secret

_LENGTH: Final = re.compile(r"^content-length: *([0-9]+)\r?$", re.IGNORECASE | re.MULTILINE)
_KEY: Final = re.compile(rb'^\{"(?:KeyId|Description)":"([^"]*)"')
_ATTEMPT: Final = re.compile(r"^amz-sdk-request: attempt=([0-9]+)", re.IGNORECASE | re.MULTILINE)
_CREATES: Final = re.compile(r"^x-amz-target: .*\.CreateKey\r?$", re.IGNORECASE | re.MULTILINE)
_CALL: Final = re.compile(r"^amz-sdk-invocation-id: (\S+)", re.IGNORECASE | re.MULTILINE)
_DATE: Final = re.compile(r"^x-amz-date: ([0-9TZ]+)", re.IGNORECASE | re.MULTILINE)

THEN: Final = ">"
"""Separates the commands for the attempts of one call."""
CHUNKED: Final = "Transfer-Encoding: chunked"
FORGED_CIPHERTEXT: Final = secret("forged").encode()
"""The ciphertext of a response that belongs to no request."""
MARK: Final = secret("response")
"""Part of responses; no error, log record or warning may contain it."""


@frozen
class Request:
    """A request, as far as it has been read."""

    head: str = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def length(self) -> int:
        """The `Content-Length`."""
        found = _LENGTH.search(self.head)
        return int(found[1]) if found else 0

    @property
    def key(self) -> str | None:
        """The key ID, or the description of a new key; `None` until it has arrived."""
        found = _KEY.match(self.body)
        return found[1].decode() if found else None

    @property
    def attempt(self) -> int:
        """The number of the attempt, from `amz-sdk-request`."""
        found = _ATTEMPT.search(self.head)
        return int(found[1]) if found else 1

    @property
    def call(self) -> str:
        """The ID of the call, from `amz-sdk-invocation-id`."""
        found = _CALL.search(self.head)
        return found[1] if found else ""

    @property
    def command(self) -> str:
        """The command for this attempt; further attempts get the last command of the key."""
        steps = (self.key or "").split(THEN)
        return steps[min(self.attempt, len(steps)) - 1]

    @property
    def signed_at(self) -> datetime:
        """The time of the signature, from `X-Amz-Date`."""
        found = _DATE.search(self.head)
        assert found is not None
        return datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)

    @property
    def creates(self) -> bool:
        """Whether the operation is `CreateKey`."""
        return _CREATES.search(self.head) is not None

    @property
    def plaintext(self) -> bytes:
        """The plaintext to encrypt; needs the whole body."""
        return b64decode(json.loads(self.body)["Plaintext"])


def response_body(request: Request) -> bytes:
    """Return the body of the right response to a request."""
    if request.creates:
        return b'{"KeyMetadata":{"KeyId":"made"}}'
    return body_with(ciphertext_of(request.plaintext))


def body_with(ciphertext: bytes) -> bytes:
    """Return the body of a successful `Encrypt`."""
    wire = {"CiphertextBlob": b64encode(ciphertext).decode(), "KeyId": "k"}
    return json.dumps(wire).encode()


def head_with(*headers: str, status: str = "200 OK", version: str = "HTTP/1.1") -> bytes:
    """Return a status line, the headers and the empty line."""
    return "\r\n".join((f"{version} {status}", *headers, "", "")).encode("latin-1")


def response_with(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return a complete response with `Content-Length`, as AWS sends it."""
    return head_with(*headers, f"Content-Length: {len(body)}", status=status) + body


def chunked(*parts: bytes, trailers: bytes = b"", last: bytes = b"0\r\n") -> bytes:
    """Return a body in chunks."""
    chunks = [b"%x\r\n%b\r\n" % (len(part), part) for part in parts]
    return b"".join((*chunks, last, trailers, last and b"\r\n"))


def right_chunks(request: Request, trailers: bytes = b"") -> bytes:
    """Return the body of the right response in three chunks."""
    body = response_body(request)
    return chunked(body[:7], body[7:8], body[8:], trailers=trailers)


def then(*commands: str) -> str:
    """Return a key ID with one command for each attempt."""
    return THEN.join(commands)


def with_length(request: Request, *more: str, version: str = "HTTP/1.1") -> bytes:
    """Return the right response with further headers after its `Content-Length`."""
    body = response_body(request)
    return head_with(f"Content-Length: {len(body)}", *more, version=version) + body


def half(request: Request) -> bytes:
    """Return the right response without the second half of its body."""
    whole = with_length(request)
    return whole[: -(len(response_body(request)) // 2)]


def half_a_chunk(request: Request) -> bytes:
    """Return a chunked response that stops within a chunk."""
    return head_with(CHUNKED) + right_chunks(request)[:40]


def right_response(request: Request) -> bytes:
    """Return the right response."""
    return response_with(response_body(request), "x-amzn-RequestId: 7c1d")


FORGED_RESPONSE: Final = response_with(body_with(FORGED_CIPHERTEXT), "x-amzn-RequestId: f0f0")
"""A complete, valid response that belongs to no request."""
