"""httpx clients and transports of the user's own."""

from typing import Any, Final

import httpx

import smaws_kms as kms
from smaws_kms._runtime.http.error_mapping import unready
from smaws_kms._runtime.http.exchange import SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts
from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD
from tests.texts.place import Cases, Place, called
from tests.unit.http.http_fakes import REQUEST, responding

TITLE: Final = "httpx clients and transports of your own"


def cases(_: Place) -> Cases:
    """Return the cases of exceptions of httpx, and of responses that its hooks have used up."""
    for error in (
        httpx.ConnectTimeout("geheim"),
        httpx.PoolTimeout("geheim"),
        httpx.ReadTimeout("geheim"),
        httpx.ConnectError("[Errno 111] Connection refused"),
        httpx.ProxyError("geheim"),
        httpx.UnsupportedProtocol("geheim"),
        httpx.InvalidURL("geheim"),
        httpx.LocalProtocolError("geheim"),
        httpx.RemoteProtocolError("geheim"),
        httpx.RemoteProtocolError("Server disconnected without sending a response."),
        httpx.RemoteProtocolError("peer closed connection without sending complete message body"),
        httpx.DecodingError("geheim"),
        httpx.ReadError("geheim"),
        TimeoutError("timed out"),
        ConnectionResetError(104, "Connection reset by peer"),
    ):
        # Without a text, several exceptions of one class have equal names.
        yield f"{type(error).__name__} ({str(error)[:6]})", called(http=_failing(error))
    yield from _hooks()
    yield from _sizes()
    yield "trickle", _trickle()
    yield "exception while connections are prepared", unready(ArithmeticError("geheim"))


def _failing(error: Exception) -> httpx.MockTransport:
    def handle(_: httpx.Request) -> httpx.Response:
        raise error

    return httpx.MockTransport(handle)


def _hooks() -> Cases:
    def discard(response: httpx.Response) -> None:
        for _ in response.iter_raw():
            pass

    for name, hook in {"uses up": discard, "rejects": httpx.Response.raise_for_status}.items():
        transport = httpx.MockTransport(
            lambda _: httpx.Response(400, stream=httpx.ByteStream(b"x"))
        )
        with httpx.Client(transport=transport, event_hooks={"response": [hook]}) as client:
            yield f"hook that {name} a response", called(http=client)


def _sizes() -> Cases:
    for name, transport in {
        "large headers": responding(name="v" * MAX_HEAD)[0],
        "large body": responding(bytes(MAX_BODY), b"x")[0],
        "compressed body": responding(b"abc", **{"content-encoding": "gzip"})[0],
    }.items():
        yield name, called(http=transport)


def _trickle() -> Any:
    times = iter([0.0, 0.0, 5.0])
    timeouts = AttemptTimeouts(1.0, 5.0, lambda: next(times))
    found = SyncHttp(responding(b"a", b"b", b"c")[0]).send(REQUEST, timeouts)
    assert isinstance(found, kms.TransportError)
    return found
