"""The bytes of an HTTP conversation: what the server reads, what it answers, what it forges.

Every answer can be told from every other: its ciphertext is made from the plaintext that was asked.
"""

import json
import re
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Final

from attrs import field, frozen

from tests.faults.seal import sealed
from tests.unit.redaction.secret_markers import secret

_LENGTH: Final = re.compile(r"^content-length: *([0-9]+)\r?$", re.IGNORECASE | re.MULTILINE)
_KEY: Final = re.compile(rb'^\{"(?:KeyId|Description)":"([^"]*)"')
_ATTEMPT: Final = re.compile(r"^amz-sdk-request: attempt=([0-9]+)", re.IGNORECASE | re.MULTILINE)
_CREATES: Final = re.compile(r"^x-amz-target: .*\.CreateKey\r?$", re.IGNORECASE | re.MULTILINE)
_CALL: Final = re.compile(r"^amz-sdk-invocation-id: (\S+)", re.IGNORECASE | re.MULTILINE)
_DATE: Final = re.compile(r"^x-amz-date: ([0-9TZ]+)", re.IGNORECASE | re.MULTILINE)

THEN: Final = ">"
"""Stands between the commands of one key."""
CHUNKED: Final = "Transfer-Encoding: chunked"
FORGED_CIPHERTEXT: Final = secret("forged").encode()
"""What an answer holds that nobody asked for."""
MARK: Final = secret("answer")
"""Stands in answers, and must not stand in what is said about them."""


@frozen
class Request:
    """What a client sent, as far as it has been read."""

    head: str = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def length(self) -> int:
        """How long the body is to be."""
        found = _LENGTH.search(self.head)
        return int(found[1]) if found else 0

    @property
    def key(self) -> str | None:
        """The key id, or a new key's description; `None` while it has not arrived."""
        found = _KEY.match(self.body)
        return found[1].decode() if found else None

    @property
    def attempt(self) -> int:
        """Which attempt at its call it says it is."""
        found = _ATTEMPT.search(self.head)
        return int(found[1]) if found else 1

    @property
    def call(self) -> str:
        """Which call it says it belongs to."""
        found = _CALL.search(self.head)
        return found[1] if found else ""

    @property
    def command(self) -> str:
        """What the server is to do: the key is a command for each attempt, the last for those after it."""
        steps = (self.key or "").split(THEN)
        return steps[min(self.attempt, len(steps)) - 1]

    @property
    def signed_at(self) -> datetime:
        """When it says that it was signed."""
        found = _DATE.search(self.head)
        assert found is not None
        return datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)

    @property
    def creates(self) -> bool:
        """Whether it asks for a new key."""
        return _CREATES.search(self.head) is not None

    @property
    def plaintext(self) -> bytes:
        """What is to be encrypted; the whole body has to be there."""
        return b64decode(json.loads(self.body)["Plaintext"])


def response_body(request: Request) -> bytes:
    """Return the body of the answer that belongs to a request."""
    if request.creates:
        return b'{"KeyMetadata":{"KeyId":"made"}}'
    return body_with(sealed(request.plaintext))


def body_with(ciphertext: bytes) -> bytes:
    """Return the body of a successful answer."""
    wire = {"CiphertextBlob": b64encode(ciphertext).decode(), "KeyId": "k"}
    return json.dumps(wire).encode()


def head_with(*headers: str, status: str = "200 OK", version: str = "HTTP/1.1") -> bytes:
    """Return a status line, the headers and the empty line."""
    return "\r\n".join((f"{version} {status}", *headers, "", "")).encode("latin-1")


def answer_with(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return a whole answer with its length, as servers of AWS send it."""
    return head_with(*headers, f"Content-Length: {len(body)}", status=status) + body


def chunked(*parts: bytes, trailers: bytes = b"", last: bytes = b"0\r\n") -> bytes:
    """Return a body in chunks."""
    chunks = [b"%x\r\n%b\r\n" % (len(part), part) for part in parts]
    return b"".join((*chunks, last, trailers, last and b"\r\n"))


def own_chunks(request: Request, trailers: bytes = b"") -> bytes:
    """Return the body of the answer that belongs to a request, in chunks."""
    body = response_body(request)
    return chunked(body[:7], body[7:8], body[8:], trailers=trailers)


def then(*commands: str) -> str:
    """Return the key that asks for one thing after the other, an attempt each."""
    return THEN.join(commands)


def with_length(request: Request, *more: str, version: str = "HTTP/1.1") -> bytes:
    """Return the answer that belongs to a request, with its length and more headers."""
    body = response_body(request)
    return head_with(f"Content-Length: {len(body)}", *more, version=version) + body


def half(request: Request) -> bytes:
    """Return half of an answer."""
    whole = with_length(request)
    return whole[: -(len(response_body(request)) // 2)]


def half_a_chunk(request: Request) -> bytes:
    """Return an answer that stops within a chunk."""
    return head_with(CHUNKED) + own_chunks(request)[:40]


def own(request: Request) -> bytes:
    """Return the answer that belongs to a request."""
    return answer_with(response_body(request), "x-amzn-RequestId: 7c1d")


FORGED: Final = answer_with(body_with(FORGED_CIPHERTEXT), "x-amzn-RequestId: f0f0")
"""A complete and flawless answer to a question that nobody asked."""
