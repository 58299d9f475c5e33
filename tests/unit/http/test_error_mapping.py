"""Exceptions of httpx become errors; responses are bounded; cancellation passes."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from smaws_kms import (
    AttemptTimeoutError,
    ConnectError,
    ConnectionLostError,
    ConnectTimeoutError,
    ProtocolError,
    TransportError,
)
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireResponse
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD
from tests.unit.http.http_fakes import REQUEST, TIMEOUTS, Stream, by_both, responding


def failing(error: Exception) -> httpx.MockTransport:
    """Return a transport that fails."""

    def handle(_: httpx.Request) -> httpx.Response:
        raise error

    return httpx.MockTransport(handle)


FAILURES: list[tuple[Exception, type[TransportError], str, str]] = [
    (httpx.ConnectTimeout("s3cret"), ConnectTimeoutError, "no", "no connection to kms.test in time"),
    (httpx.PoolTimeout("s3cret"), ConnectTimeoutError, "no", "no free connection to kms.test in time"),
    (httpx.ReadTimeout("s3cret"), AttemptTimeoutError, "maybe", "no complete response in time"),
    (httpx.WriteTimeout("s3cret"), AttemptTimeoutError, "maybe", "no complete response in time"),
    (httpx.ConnectError("refused"), ConnectError, "no", "could not connect to kms.test: refused"),
    (httpx.ProxyError("s3cret"), ConnectError, "no", "the proxy refused the connection to kms.test"),
    (httpx.UnsupportedProtocol("s3cret"), ConnectError, "no", "kms.test is not an HTTP address"),
    (httpx.InvalidURL("s3cret"), ConnectError, "no", "kms.test is not an HTTP address"),
    (
        httpx.LocalProtocolError("s3cret"),
        ProtocolError, "no", "the request to kms.test is not valid HTTP",
    ),
    (httpx.RemoteProtocolError("s3cret"), ProtocolError, "maybe", "the response is not valid HTTP"),
    (
        httpx.RemoteProtocolError("Server disconnected without sending a response."),
        ConnectionLostError, "maybe", "the server closed the connection before its response was",
    ),
    (
        httpx.RemoteProtocolError("peer closed connection without sending complete message body"),
        ConnectionLostError, "maybe", "the server closed the connection before its response was",
    ),
    (httpx.DecodingError("s3cret"), ProtocolError, "maybe", "the response's content encoding is"),
    (httpx.ReadError("s3cret"), ConnectionLostError, "maybe", "the connection broke"),
    (httpx.WriteError("s3cret"), ConnectionLostError, "maybe", "the connection broke"),
    (httpx.CloseError("s3cret"), ConnectionLostError, "maybe", "the connection broke"),
    (httpx.TooManyRedirects("s3cret"), ConnectionLostError, "maybe", "the connection broke"),
    (TimeoutError("timed out"), AttemptTimeoutError, "maybe", "no complete response in time: timed"),
    (ConnectionResetError(104, "reset"), ConnectionLostError, "maybe", "the connection broke: [E"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "cls", "sent", "text"), FAILURES, ids=lambda part: repr(part)[:40]
)
async def test_failure(error: Exception, cls: type[TransportError], sent: str, text: str) -> None:
    """Each exception of httpx becomes the right error, without its text and request."""
    for found in await by_both(failing(error)):
        assert isinstance(found, TransportError)
        assert (cls, sent) == (type(found), found.sent)
        assert found.message.startswith(text)
        assert "s3cret" not in f"{found!r} {vars(found)}"
        assert (None, None, None) == (found.__cause__, found.__context__, found.__traceback__)


async def test_failure_within_the_body() -> None:
    """A connection that breaks within a body is an error, and the response is closed."""
    transport, bodies = responding(b"half", httpx.ReadError("s3cret"))

    for found in await by_both(transport):
        assert isinstance(found, ConnectionLostError)
    assert [(1, True)] * 2 == [(body.read, body.closed) for body in bodies]


async def test_foreign_failure() -> None:
    """A bug in a user's transport is raised, not turned into a network error."""
    with pytest.raises(LookupError):
        await AsyncHttp(failing(LookupError())).send(REQUEST, TIMEOUTS)
    with pytest.raises(LookupError):
        SyncHttp(failing(LookupError())).send(REQUEST, TIMEOUTS)


@pytest.mark.parametrize(("size", "fits"), [(MAX_HEAD, True), (MAX_HEAD + 1, False)])
async def test_head_bound(size: int, fits: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A head may have 64 KiB; after a larger one, the body is not read."""
    transport, bodies = responding(b"a", b"b", name="v" * (size - len("name")))

    for found in await by_both(transport):
        assert fits == isinstance(found, WireResponse)
        assert fits != isinstance(found, ProtocolError)
    assert [(2 if fits else 0, True)] * 2 == [(body.read, body.closed) for body in bodies]


async def test_head_bound_without_body() -> None:
    """The bound of the head does not depend on a body."""
    transport, _ = responding(name="v" * MAX_HEAD)

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert "the response is too large: headers over 65536 bytes" == found.message


async def test_body_bound() -> None:
    """A body may have 8 MiB; what comes beyond is not read."""
    half = bytes(MAX_BODY // 2)
    full, _ = responding(half, half)
    too_large, bodies = responding(half, half, b"x", half, half)

    for found in await by_both(full):
        assert isinstance(found, WireResponse)
        assert MAX_BODY == len(found.body)
    for found in await by_both(too_large):
        assert isinstance(found, ProtocolError)
        assert "the response is too large: a body over 8388608 bytes" == found.message
    assert [(3, True)] * 2 == [(body.read, body.closed) for body in bodies]


async def test_trickle() -> None:
    """A blocking read that goes on piece by piece ends with the attempt's time."""
    transport, bodies = responding(b"a", b"b", b"c")
    times = iter([0.0, 0.0, 5.0])
    found = SyncHttp(transport).send(REQUEST, AttemptTimeouts(1.0, 5.0, lambda: next(times)))

    assert isinstance(found, AttemptTimeoutError)
    assert [(2, True)] == [(body.read, body.closed) for body in bodies]


async def test_cancellation() -> None:
    """Cancellation passes, and the response is closed."""
    reading = asyncio.Event()

    class Endless(Stream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            reading.set()
            await asyncio.Event().wait()
            yield b""

    body = Endless()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=body))
    task = asyncio.create_task(AsyncHttp(transport).send(REQUEST, TIMEOUTS))
    await reading.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert body.closed
