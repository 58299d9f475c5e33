"""Requests go over http11, httpx's transports, or a replacement of these."""

import asyncio
import functools
from collections.abc import AsyncGenerator, Callable
from typing import Any

import httpx
import pytest
import respx
import trio

from smaws_kms import ConfigurationError, ConnectError, TransportError
from smaws_kms._runtime import http11
from smaws_kms._runtime.http import transport_selection
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_transports import AsyncTransportSelector, SyncTransportSelector
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from smaws_kms._runtime.http.transport_selection import http11_is_enabled
from smaws_kms._runtime.http11.request_encoder import Origin
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http11.scripted_server import Server, echo, serving

Outcome = WireResponse | TransportError | ConfigurationError


def request(url: str) -> WireRequest:
    """Return a request to a server."""
    headers = {"Host": httpx.URL(url).netloc.decode(), "Content-Length": "2"}
    return WireRequest(url, headers, b"hi")


async def send_both(url: str) -> list[Outcome]:
    """Send a request with a new async and a new blocking client."""
    http, blocking = AsyncHttp(None), SyncHttp(None)
    responses = [await http.send(request(url), TIMEOUTS), blocking.send(request(url), TIMEOUTS)]
    await http.aclose()
    blocking.close()
    return responses


@pytest.fixture(autouse=True)
def switch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep http11 switched on, as by default."""
    monkeypatch.delenv(transport_selection.SWITCH, raising=False)


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(echo) as server:
        yield server


@pytest.fixture
def over_http11(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the hosts of requests that go over http11."""
    noted: list[str] = []
    for kind in ("Http11AsyncTransport.send", "Http11Transport.send"):
        owner, _, name = kind.partition(".")
        handle = getattr(getattr(http11, owner), name)
        monkeypatch.setattr(http11, owner, _noting(owner, name, handle, noted))
    return noted


def _noting(owner: str, name: str, handle: Callable[..., Any], noted: list[str]) -> type:
    def noting(self: object, origin: Origin, *rest: object) -> Any:
        noted.append(origin.host)
        return handle(self, origin, *rest)

    return type(owner, (getattr(http11, owner),), {name: noting})


def bodies(responses: list[Outcome]) -> list[object]:
    """Return the bodies, and errors unchanged."""
    return [
        response.body if isinstance(response, WireResponse) else response for response in responses
    ]


@pytest.mark.parametrize(
    ("system", "setting", "wanted"),
    [
        ("linux", None, True),
        ("darwin", None, True),
        ("win32", None, False),
        ("freebsd14", None, False),
        ("linux", "on", True),
        ("linux", "", True),
        ("linux", "off", False),
    ],
)
def test_where(system: str, setting: str | None, wanted: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """http11 is enabled on Linux and macOS, unless it is switched off."""
    environ = {} if setting is None else {transport_selection.SWITCH: setting}

    assert wanted == http11_is_enabled(environ, system)


async def test_engine(server: Server, over_http11: list[str]) -> None:
    """Calls on asyncio and blocking calls go over http11."""
    assert [b"hi", b"hi"] == bodies(await send_both(server.url))
    assert ["127.0.0.1", "127.0.0.1"] == over_http11


async def test_off(server: Server, over_http11: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With http11 switched off, all requests go over httpx's transports."""
    monkeypatch.setenv(transport_selection.SWITCH, "off")

    assert [b"hi", b"hi"] == bodies(await send_both(server.url))
    assert [] == over_http11


def test_trio(over_http11: list[str]) -> None:
    """On trio, requests go over httpx's transport."""
    server = Server(echo, None)
    server.start()

    async def send() -> list[object]:
        http = AsyncHttp(None)
        response = await http.send(request(server.url), TIMEOUTS)
        await http.aclose()
        return bodies([response])

    assert [b"hi"] == trio.run(send)
    assert [] == over_http11
    server.stop()


PROXY = {"http_proxy": "HTTP_PROXY", "all_proxy": "ALL_PROXY"}


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_proxy(
    variable: str, server: Server, over_http11: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy of the environment is used, over http11."""
    monkeypatch.setenv(variable, server.url)

    assert [b"hi", b"hi"] == bodies(await send_both("http://kms.test/"))
    assert ["kms.test", "kms.test"] == over_http11


@pytest.mark.parametrize("exempt", ["127.0.0.1", "*"])
async def test_no_proxy(
    exempt: str, server: Server, over_http11: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that is exempt from the proxy is reached over http11."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", exempt)

    assert [b"hi", b"hi"] == bodies(await send_both(server.url))
    assert 2 == len(over_http11)


async def test_proxy_for_another_scheme(
    server: Server, over_http11: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy for HTTPS is not used for HTTP."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")

    assert [b"hi", b"hi"] == bodies(await send_both(server.url))
    assert 2 == len(over_http11)
    assert all(
        isinstance(response, ConnectError) for response in await send_both("https://kms.test/")
    )


async def test_roots_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust roots that cannot be loaded are a ConfigurationError with httpx's transports too."""
    monkeypatch.setenv(transport_selection.SWITCH, "off")
    monkeypatch.setenv("AWS_CA_BUNDLE", "nowhere.pem")

    for response in await send_both("https://kms.test/"):
        assert isinstance(response, ConfigurationError)
        assert "the trust roots of AWS_CA_BUNDLE cannot be loaded" in response.message


async def test_respx_for_httpx(server: Server, over_http11: list[str]) -> None:
    """`respx.mock(using="httpx")` responds; requests that it passes through go over http11."""
    with respx.mock(using="httpx") as router:
        router.post("https://kms.test/").respond(content=b"mocked")
        router.route(host="127.0.0.1").pass_through()
        assert [b"mocked", b"mocked"] == bodies(await send_both("https://kms.test/"))
        assert [] == over_http11
        assert [b"hi", b"hi"] == bodies(await send_both(server.url))
    assert 2 == len(over_http11)


async def test_respx_for_httpcore(server: Server, over_http11: list[str]) -> None:
    """Respx's default, which patches httpcore, responds as well."""
    http, blocking = AsyncHttp(None), SyncHttp(None)

    async def send(url: str) -> list[object]:
        made = request(url)
        return bodies([await http.send(made, TIMEOUTS), blocking.send(made, TIMEOUTS)])

    assert [b"hi", b"hi"] == await send(server.url)
    with respx.mock as router:
        router.post("https://kms.test/").respond(content=b"mocked")
        assert [b"mocked", b"mocked"] == await send("https://kms.test/")
    assert [b"hi", b"hi"] == await send(server.url)
    await http.aclose()
    blocking.close()
    assert ["127.0.0.1"] * 4 == over_http11


async def test_mock_transport(over_http11: list[str]) -> None:
    """A transport of the user is used directly."""
    mock = httpx.MockTransport(lambda _: httpx.Response(200, content=b"mocked"))
    made = request("https://kms.test/")
    responses = [await AsyncHttp(mock).send(made, TIMEOUTS), SyncHttp(mock).send(made, TIMEOUTS)]

    assert [b"mocked", b"mocked"] == bodies(responses)
    assert [] == over_http11


async def test_closed_after_both(server: Server) -> None:
    """Closing closes the connections of every transport that was used."""
    choice, blocking = AsyncTransportSelector(), SyncTransportSelector()
    made = httpx.Request("POST", server.url, content=b"hi")
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in (
            (httpx.HTTPTransport, "handle_request"),
            (httpx.AsyncHTTPTransport, "handle_async_request"),
        ):
            patch.setattr(owner, name, functools.partialmethod(getattr(owner, name)))
        for _ in range(2):
            assert b"hi" == await (await choice.handle_async_request(made)).aread()
            assert b"hi" == blocking.handle_request(made).read()
    assert b"hi" == await (await choice.handle_async_request(made)).aread()
    assert b"hi" == blocking.handle_request(made).read()
    await choice.aclose()
    blocking.close()
    await asyncio.sleep(0)
