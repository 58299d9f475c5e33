"""httpx2's clients, transports and mocks, passed as `http`."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from types import ModuleType
from typing import Any

import httpx
import httpx2
import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_api import HTTPX, api_of, class_in_httpx, failures
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from smaws_kms._runtime.http11.errors import Http11Error
from tests.unit.http.http_fakes import REQUEST, TIMEOUTS, URL
from tests.unit.http.single_requests import Outcome
from tests.unit.http.test_error_mapping import FAILURES
from tests.unit.http11.scripted_server import echo, serving


async def by_both(transport: httpx2.MockTransport) -> list[Outcome]:
    """Send the request by transports and by clients of both kinds."""
    client, blocking = httpx2.AsyncClient(transport=transport), httpx2.Client(transport=transport)
    return [
        await AsyncHttp(transport).send(REQUEST, TIMEOUTS),
        await AsyncHttp(client).send(REQUEST, TIMEOUTS),
        SyncHttp(transport).send(REQUEST, TIMEOUTS),
        SyncHttp(blocking).send(REQUEST, TIMEOUTS),
    ]


async def test_request() -> None:
    """The request is httpx2's, with the given headers only and with the time limits."""
    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, headers={"x-amzn-requestid": "id-1"}, content=b"abc")

    outcomes = await by_both(httpx2.MockTransport(handle))

    assert [200] * 4 == [it.status_code for it in outcomes if isinstance(it, WireResponse)]
    assert [b"abc"] * 4 == [it.body for it in outcomes if isinstance(it, WireResponse)]
    for request in seen:
        assert type(request) is httpx2.Request
        assert ("POST", URL, REQUEST.body) == (request.method, str(request.url), request.content)
        assert [(b"Host", b"kms.test"), (b"Authorization", b"secret")] == request.headers.raw
        assert {"connect": 3.0, "pool": 3.0, "read": 7.5, "write": 7.5} == (
            request.extensions["timeout"]
        )
    assert 4 == len(seen)


class Stream(httpx2.AsyncByteStream, httpx2.SyncByteStream):
    """A body in chunks."""

    closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from (b"a", b"", b"bc")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part

    def close(self) -> None:
        """Record the call."""
        self.closed = True

    async def aclose(self) -> None:
        """Record the call."""
        self.closed = True


async def test_streaming() -> None:
    """Bodies in chunks are read completely, and closed."""
    bodies: list[Stream] = []

    def handle(_: httpx2.Request) -> httpx2.Response:
        bodies.append(Stream())
        return httpx2.Response(200, stream=bodies[-1])

    outcomes = await by_both(httpx2.MockTransport(handle))

    assert [b"abc"] * 4 == [it.body for it in outcomes if isinstance(it, WireResponse)]
    assert [True] * 4 == [body.closed for body in bodies]


@pytest.mark.parametrize(
    ("error", "cls", "sent", "text"),
    [row for row in FAILURES if isinstance(row[0], httpx.HTTPError | httpx.InvalidURL)],
    ids=lambda part: repr(part)[:40],
)
async def test_failure(
    error: Exception, cls: type[kms.TransportError], sent: str, text: str
) -> None:
    """An exception of httpx2 becomes the same error as its namesake in httpx."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        raise getattr(httpx2, type(error).__name__)(str(error))

    for found in await by_both(httpx2.MockTransport(handle)):
        assert isinstance(found, kms.TransportError)
        assert (cls, sent) == (type(found), found.sent)
        assert found.message.startswith(text)
        assert "s3cret" not in f"{found!r} {vars(found)}"
        assert (None, None, None) == (found.__cause__, found.__context__, found.__traceback__)


class UsersError(httpx2.ConnectError):
    """A user's own, derived from httpx2's."""


def test_class_of_failure() -> None:
    """Derived classes count as their base in httpx2; other classes are returned unchanged."""
    assert httpx.ConnectError is class_in_httpx(UsersError)
    assert httpx.ConnectError is class_in_httpx(httpx.ConnectError)
    assert OSError is class_in_httpx(OSError)
    assert isinstance(classify(UsersError("refused"), URL), kms.ConnectError)
    assert {httpx.HTTPError, httpx2.HTTPError, httpx2.InvalidURL} <= set(failures())


async def test_hooks() -> None:
    """A client's event hooks see requests and responses; its headers and auth are not used."""
    seen: list[object] = []

    async def on_request(request: httpx2.Request) -> None:
        seen.append(request.content)

    async def on_response(response: httpx2.Response) -> None:
        seen.append(response.status_code)

    client = httpx2.AsyncClient(
        transport=httpx2.MockTransport(lambda _: httpx2.Response(307, headers={"location": "/a"})),
        headers={"x-own": "1"},
        auth=("user", "password"),
        follow_redirects=True,
        event_hooks={"request": [on_request], "response": [on_response]},
    )
    outcome = await AsyncHttp(client).send(REQUEST, TIMEOUTS)

    assert isinstance(outcome, WireResponse)
    assert [REQUEST.body, 307] == seen


async def test_stays_open() -> None:
    """Clients and transports of the user are not closed."""
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200))
    client, blocking = httpx2.AsyncClient(transport=transport), httpx2.Client(transport=transport)
    http, sync_http = AsyncHttp(client), SyncHttp(blocking)
    await http.send(REQUEST, TIMEOUTS)
    sync_http.send(REQUEST, TIMEOUTS)
    await http.aclose()
    sync_http.close()

    assert (False, False) == (client.is_closed, blocking.is_closed)


async def test_network() -> None:
    """httpx2's own connections work."""
    async with serving(echo) as server:
        request = WireRequest(server.url, {"Host": server.where, "Content-Length": "2"}, b"hi")
        async with httpx2.AsyncClient() as client:
            outcomes = [await AsyncHttp(client).send(request, TIMEOUTS)]
        transport = httpx2.AsyncHTTPTransport()
        outcomes.append(await AsyncHttp(transport).send(request, TIMEOUTS))
        await transport.aclose()
        with httpx2.Client() as blocking:
            outcomes.append(SyncHttp(blocking).send(request, TIMEOUTS))

    assert [b"hi"] * 3 == [it.body for it in outcomes if isinstance(it, WireResponse)]


async def test_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A replaced method of httpx2's transports serves the clients that use them."""

    async def outcome(*_: object) -> httpx2.Response:
        return httpx2.Response(200, content=b"mocked")

    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", outcome)
    async with httpx2.AsyncClient() as client:
        found = await AsyncHttp(client).send(REQUEST, TIMEOUTS)

    assert isinstance(found, WireResponse)
    assert b"mocked" == found.body


async def test_check() -> None:
    """`check()` of a client with a transport of httpx2 sends nothing."""
    transport = httpx2.MockTransport(lambda _: httpx2.Response(500))
    credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=credentials, http=transport
    ) as client:
        assert (await client.check()).is_ok
    own, blocking = httpx2.AsyncClient(transport=transport), httpx2.Client(transport=transport)
    async with kms.AsyncKMSClient(region="eu-west-1", credentials=credentials, http=own) as client:
        assert (await client.check()).is_ok
    with kms.KMSClient(region="eu-west-1", credentials=credentials, http=blocking) as sync_client:
        assert sync_client.check().is_ok


def test_wrong_kind() -> None:
    """A client or transport of the wrong kind is a TypeError that names both libraries."""
    wrong: Any = httpx2.Client()
    with pytest.raises(TypeError, match=r"httpx\.AsyncClient or httpx\.AsyncBaseTransport, or one"):
        kms.AsyncKMSClient(http=wrong)
    wrong.close()
    wrong = object()
    with pytest.raises(TypeError, match=r"httpx\.Client or .*, or one of httpx2's, not object"):
        kms.KMSClient(http=wrong)


def test_without_httpx2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without httpx2, and while another thread loads it, httpx is used."""
    monkeypatch.delitem(sys.modules, "httpx2")
    assert HTTPX is api_of(httpx.MockTransport(lambda _: httpx.Response(200)))
    assert UsersError is class_in_httpx(UsersError)
    monkeypatch.setitem(sys.modules, "httpx2", ModuleType("httpx2"))

    assert HTTPX is api_of(httpx.Client)
    assert (OSError, Http11Error, httpx.HTTPError, httpx.InvalidURL) == failures()


_ALIASED = """
import httpx2
httpx2.alias_httpx()
import smaws_kms as kms
from smaws_kms._runtime.http.httpx_patches import SYNC_CLIENT, SYNC_TRANSPORT
mock = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"Keys": [], "Truncated": False}))
credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
options = {"region": "eu-west-1", "credentials": credentials}
with kms.KMSClient(**options, http=mock) as client:
    print(client.list_keys().is_ok)
with kms.KMSClient(**options, endpoint_url="http://127.0.0.1:1") as client:
    print(type(client.list_keys().err).__name__)
    print(SYNC_CLIENT.replacements(), SYNC_TRANSPORT.replacements())
"""


def test_alias() -> None:
    """In a program where httpx is an alias of httpx2, calls go over http11 and nothing counts as replaced."""
    command = [sys.executable, "-W", "error", "-c", _ALIASED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert "True\nConnectError\n() ()\n" == done.stdout
