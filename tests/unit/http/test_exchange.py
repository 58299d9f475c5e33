"""The seam to HTTP: what goes out, what comes back, and through whose connections."""

import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from smaws_kms import ProtocolError
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_clients import DirectAsyncClient
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.classification import classify_failure
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http.http_fakes import REQUEST, URL, WAITS, Stream, by_both, responding
from tests.unit.http11.transport_harness import inside


async def test_request() -> None:
    """The request goes out as it is: httpx adds no header, and gets the time limits."""
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    await by_both(httpx.MockTransport(handle))

    for request in seen:
        assert ("POST", URL) == (request.method, str(request.url))
        assert b"secret plaintext" == request.content
        assert [(b"Host", b"kms.test"), (b"Authorization", b"secret")] == request.headers.raw
        assert {"connect": 3.0, "pool": 3.0, "read": 7.5, "write": 7.5} == (
            request.extensions["timeout"]
        )
    assert 2 == len(seen)


async def test_answer() -> None:
    """Status, headers in lower case and the complete body are returned, and the response is closed."""
    transport, bodies = responding(b"a", b"", b"bc", **{"X-Amzn-RequestId": "id-1"})

    for found in await by_both(transport):
        assert WireResponse(200, {"x-amzn-requestid": "id-1"}, b"abc") == found
    assert [True, True] == [body.closed for body in bodies]


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
    """The name of an encoding is quoted within a bound."""
    transport, _ = responding(b"x", **{"content-encoding": "z" * 60_000})

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert 400 > len(found.message)


@pytest.mark.parametrize("value", ["", "identity", "Identity", "identity, identity", " , "])
async def test_identity(value: str) -> None:
    """A header that names no encoding changes nothing."""
    transport, _ = responding(b"abc", **{"content-encoding": value})

    assert [b"abc"] * 2 == [
        found.body for found in await by_both(transport) if isinstance(found, WireResponse)
    ]


async def test_repeated_header() -> None:
    """Repeated headers are one list: an encoding beside `identity` is found."""
    transport = httpx.MockTransport(
        lambda _: httpx.Response(
            200,
            headers=[("Content-Encoding", "identity"), ("Content-Encoding", "gzip")],
            stream=httpx.ByteStream(b"abc"),
        )
    )

    for found in await by_both(transport):
        assert isinstance(found, ProtocolError)
        assert "'identity, gzip'" in found.message


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
    found = SyncHttp(client).send(REQUEST, WAITS)

    if isinstance(outcome, bytes):
        assert isinstance(found, WireResponse)
        assert outcome == found.body
    else:
        assert isinstance(found, ProtocolError)
        assert found.message.startswith(outcome)


@pytest.mark.parametrize("user_client", [False, True])
async def test_redirects(user_client: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """A redirect is returned and not followed, even if the user's client follows redirects."""
    seen: list[str] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"Location": "https://other.test/"})

    mock = httpx.MockTransport(handle)
    own = httpx.AsyncClient(transport=mock, follow_redirects=True) if user_client else mock
    own_sync = httpx.Client(transport=mock, follow_redirects=True) if user_client else mock
    answers = [await AsyncHttp(own).send(REQUEST, WAITS), SyncHttp(own_sync).send(REQUEST, WAITS)]

    assert [307, 307] == [a.status_code for a in answers if isinstance(a, WireResponse)]
    assert [URL, URL] == seen


class Closable(httpx.MockTransport):
    """A transport that notes when it is closed."""

    closed = False

    def close(self) -> None:
        """Note it."""
        self.closed = True

    async def aclose(self) -> None:
        """Note it."""
        self.closed = True


async def test_what_the_user_brought_stays_open() -> None:
    """Neither a user's transport nor a user's client is closed."""
    transport = Closable(lambda _: httpx.Response(200))
    client, sync_client = httpx.AsyncClient(transport=transport), httpx.Client(transport=transport)

    for http in (AsyncHttp(transport), AsyncHttp(client)):
        await http.send(REQUEST, WAITS)
        await http.aclose()
    for sync_http in (SyncHttp(transport), SyncHttp(sync_client)):
        sync_http.send(REQUEST, WAITS)
        sync_http.close()

    assert (False, False, False) == (transport.closed, client.is_closed, sync_client.is_closed)


async def test_user_client() -> None:
    """A user's client sends with its hooks, and without its headers and auth: they are unsigned."""
    hooked: list[bytes] = []
    seen: list[list[tuple[bytes, bytes]]] = []

    async def hook(request: httpx.Request) -> None:
        hooked.append(request.content)

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.raw)
        return httpx.Response(200)

    client = httpx.AsyncClient(
        transport=httpx.MockTransport(handle),
        headers={"x-own": "1"},
        auth=("user", "password"),
        event_hooks={"request": [hook]},
    )
    await AsyncHttp(client).send(REQUEST, WAITS)

    assert [b"secret plaintext"] == hooked
    assert [[(b"Host", b"kms.test"), (b"Authorization", b"secret")]] == seen


async def test_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transport that the user brought is what sends, whatever proxies the environment names."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:1")
    monkeypatch.setenv("ALL_PROXY", "http://proxy.test:1")
    transport, _ = responding(b"direct")

    for found in await by_both(transport):
        assert isinstance(found, WireResponse)
        assert b"direct" == found.body


async def test_own_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own clients are made on first use, found by respx, and closed by us."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", "off")
    made: list[str] = []
    closed: list[str] = []

    class Async(httpx.AsyncHTTPTransport):
        def __init__(self, **_: object) -> None:
            made.append("async")

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=await request.aread())

        async def aclose(self) -> None:
            closed.append("async")

    class Sync(httpx.HTTPTransport):
        def __init__(self, **_: object) -> None:
            made.append("sync")

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=request.read())

        def close(self) -> None:
            closed.append("sync")

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Async)
    monkeypatch.setattr(httpx, "HTTPTransport", Sync)
    http, sync_http = AsyncHttp(None), SyncHttp(None)

    assert [] == made
    for _ in range(2):
        answers = [await http.send(REQUEST, WAITS), sync_http.send(REQUEST, WAITS)]
        assert [REQUEST.body] * 2 == [a.body for a in answers if isinstance(a, WireResponse)]
    assert ([], ["async", "sync"]) == (closed, made)
    await http.aclose()
    sync_http.close()
    assert ["async", "sync"] == closed


async def test_after_fork() -> None:
    """A child has clients of its own, also of httpx's transports; what the user brought stays."""
    transport, _ = responding(b"")
    ours: list[Any] = [AsyncHttp(transport), SyncHttp(transport)]
    users: list[Any] = [
        AsyncHttp(httpx.AsyncClient(transport=transport)),
        SyncHttp(httpx.Client(transport=transport)),
    ]
    clients = [each._open() for each in (*ours, *users)]

    for each in (*ours, *users):
        inside(each._client)._lock.acquire()  # as a thread of the parent might have it
    after_fork_in_child()

    assert [False, False, True, True] == [
        client is each._open() for client, each in zip(clients, (*ours, *users), strict=True)
    ]


async def test_no_thread_to_import_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """If no thread can be started, http11 is imported on the loop."""

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    http: Any = AsyncHttp(None)

    client = await http._loaded(None)

    assert isinstance(client, DirectAsyncClient)
    await http.aclose()
