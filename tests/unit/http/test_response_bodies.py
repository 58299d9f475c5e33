"""Bodies of responses: content encodings, and bodies that hooks read."""

from collections.abc import Callable

import httpx
import pytest

from smaws_kms import ProtocolError
from smaws_kms._runtime.http.exchange import SyncHttp
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.classification import classify_failure
from tests.unit.http.http_fakes import REQUEST, TIMEOUTS, Stream, by_both, responding

ENCODINGS = [
    ("Content-Encoding", "gzip"),
    ("content-ENCODING", "GZIP"),
    ("Content-Encoding", "x-gzip"),
    ("Content-Encoding", "gzip, gzip"),
    ("Content-Encoding", "identity, br"),
    ("Content-Encoding", " deflate "),
    ("Content-Encoding", "zstd"),
    ("Content-Encoding", "\u00e9\x1b"),
]


def _encoded(name: str, value: str, *, whole: bool) -> tuple[httpx.MockTransport, list[Stream]]:
    bodies: list[Stream] = []

    def handle(_: httpx.Request) -> httpx.Response:
        bodies.append(Stream(b"s3cret", b"more"))
        stream = httpx.ByteStream(b"s3cret") if whole else bodies[-1]
        return httpx.Response(
            200, headers=[(name.encode(), value.encode("latin-1"))], stream=stream
        )

    return httpx.MockTransport(handle), bodies


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize(("name", "value"), ENCODINGS)
async def test_encoded_response(name: str, value: str, whole: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A content encoding is refused before the body is read, in any spelling, and not retried."""
    transport, bodies = _encoded(name, value, whole=whole)

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert "the response has Content-Encoding '" in found.message
        assert found.message.isprintable()
        assert "s3cret" not in found.message
        assert ("maybe", None) == (found.sent, classify_failure(found))
    assert [0, 0] == [body.read for body in bodies]
    assert whole or all(body.closed for body in bodies)


async def test_long_encoding() -> None:
    """The error quotes a long encoding only up to a bound."""
    transport, _ = responding(b"x", **{"content-encoding": "z" * 60_000})

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert 400 > len(found.message)


@pytest.mark.parametrize("value", ["", "identity", "Identity", "identity, identity", " , "])
async def test_identity(value: str) -> None:
    """A header without an encoding changes nothing."""
    transport, _ = responding(b"abc", **{"content-encoding": value})

    assert [b"abc"] * 2 == [
        found.body for found in await by_both(transport) if isinstance(found, WireResponse)
    ]


def _throw_away(response: httpx.Response) -> None:
    for _ in response.iter_raw():
        pass


@pytest.mark.parametrize(
    ("hook", "outcome"),
    [
        (httpx.Response.read, b"abc"),
        (httpx.Response.close, "an event hook of your httpx client consumed"),
        (_throw_away, "an event hook of your httpx client consumed"),
    ],
)
def test_bodies_that_hooks_read(
    hook: Callable[[httpx.Response], object], outcome: bytes | str
) -> None:
    """A body that an event hook has read is used; a body that a hook discarded is an error."""
    client = httpx.Client(transport=responding(b"a", b"bc")[0], event_hooks={"response": [hook]})
    found = SyncHttp(client).send(REQUEST, TIMEOUTS)

    if isinstance(outcome, bytes):
        assert isinstance(found, WireResponse)
        assert outcome == found.body
    else:
        assert isinstance(found, ProtocolError)
        assert found.message.startswith(outcome)
