"""While trust roots load, the event loop continues, with every transport."""

import asyncio
import os
import ssl
import threading
from collections.abc import AsyncGenerator, Iterator, Mapping
from typing import Any

import httpx
import pytest
import trio
import trio.lowlevel

import smaws_kms as kms
from smaws_kms._runtime.http import transport_selection
from smaws_kms._runtime.http.httpx_transports import AsyncTransportSelector, SyncTransportSelector
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http11 import tls
from smaws_kms._runtime.http11.tls import Trust
from tests.patience import with_patience
from tests.unit.http.proxy_servers import http_proxy
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server, echo, serving
from tests.unit.http11.transport_harness import until

_PATIENCE = 20.0


class Gate(Mapping[str, str]):
    """An environment whose SSL_CERT_FILE can be read only after a signal."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()
        self.opened_in_time = False

    def __getitem__(self, name: str) -> str:
        self.reached.set()
        self.opened_in_time = self.open.wait(_PATIENCE)
        return os.environ[name]

    def __iter__(self) -> Iterator[str]:
        return iter(os.environ)

    def __len__(self) -> int:
        return len(os.environ)


@pytest.fixture
async def server(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, roots: str
) -> AsyncGenerator[Server]:
    """Return a server with TLS that the environment makes trusted."""
    monkeypatch.setenv("AWS_CA_BUNDLE", roots)
    async with serving(echo, authority.server("localhost")) as server:
        yield server


@pytest.fixture
def authority() -> Authority:
    """Return a certificate authority."""
    return Authority()


@pytest.fixture
def roots(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return its certificate."""
    path = tmp_path_factory.mktemp("roots") / "roots.pem"
    authority.write(path)
    return str(path)


def request(server: Server) -> httpx.Request:
    """Return a request to a server."""
    limits = dict.fromkeys(("connect", "pool", "read", "write"), _PATIENCE)
    return httpx.Request("POST", server.url, content=b"hi", extensions={"timeout": limits})


@pytest.mark.parametrize(("switch", "proxied"), [("on", False), ("on", True), ("off", False)])
async def test_asyncio(
    switch: str,
    proxied: bool,  # noqa: FBT001 - a parameter of pytest
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The loop continues with http11, with a proxy, and with httpx's transports."""
    monkeypatch.setenv(transport_selection.SWITCH, switch)
    gate = Gate()
    async with serving(http_proxy([])) as proxy:
        environ = {"https_proxy": proxy.url} if proxied else {}
        choice = AsyncTransportSelector(Trust(environ=gate), ProxyFinder(environ, dict))
        for work in (choice.prepare(httpx.URL(server.url)), choice.prepare(httpx.URL(server.url))):
            task = asyncio.create_task(work)
            await until(gate.reached.is_set)
            assert not task.done()
            gate.open.set()
            await task
        response = await choice.handle_async_request(request(server))
        assert b"hi" == await response.aread()
        await choice.aclose()

    assert gate.opened_in_time


async def test_first_call(server: Server) -> None:
    """Other tasks run while the first call through a proxy waits."""
    gate = Gate()
    async with serving(http_proxy([])) as proxy:
        choice = AsyncTransportSelector(
            Trust(environ=gate), ProxyFinder({"https_proxy": proxy.url}, dict)
        )
        calls = [
            asyncio.create_task(choice.handle_async_request(request(server))) for _ in range(2)
        ]
        await until(gate.reached.is_set)
        gate.open.set()
        for call in calls:
            assert b"hi" == await (await call).aread()
        await choice.aclose()

    assert gate.opened_in_time


def test_trio(authority: Authority, roots: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trio loop continues with a proxy and without."""
    monkeypatch.setenv("AWS_CA_BUNDLE", roots)
    server, proxy = Server(echo, authority.server("localhost")), Server(http_proxy([]), None)
    server.start()
    proxy.start()

    async def send(environ: Mapping[str, str]) -> None:
        gate = Gate()
        choice = AsyncTransportSelector(Trust(environ=gate), ProxyFinder(environ, dict))
        bodies: list[bytes] = []

        async def call() -> None:
            response = await choice.handle_async_request(request(server))
            bodies.append(await response.aread())

        async with trio.open_nursery() as nursery:
            nursery.start_soon(call)
            while not gate.reached.is_set():
                await trio.lowlevel.checkpoint()
            gate.open.set()
        await choice.aclose()

        assert [b"hi"] == bodies
        assert gate.opened_in_time

    for environ in ({}, {"https_proxy": proxy.url}):
        trio.run(send, environ)
    proxy.stop()
    server.stop()


async def test_too_slow() -> None:
    """Roots that do not load in time are a connect timeout, with `sent == "no"`."""
    gate = Gate()
    environ = {"https_proxy": "http://127.0.0.1:1"}
    choice = AsyncTransportSelector(Trust(environ=gate), ProxyFinder(environ, dict))
    limits: dict[str, float | None] = {"connect": 0.01}
    made = httpx.Request("POST", "https://kms.test/", extensions={"timeout": limits})
    with pytest.raises(httpx.ConnectTimeout):
        await choice.handle_async_request(made)
    gate.open.set()

    sync_gate = Gate()
    blocking = SyncTransportSelector(Trust(environ=sync_gate), ProxyFinder(environ, dict))
    with pytest.raises(httpx.ConnectTimeout):
        blocking.handle_request(made)
    sync_gate.open.set()


async def test_context_of_the_user(server: Server, authority: Authority) -> None:
    """A context of the user is used at once."""
    context = ssl.create_default_context()
    authority.vouch_to(context)
    async with serving(http_proxy([])) as proxy:
        choice = AsyncTransportSelector(
            Trust(context), ProxyFinder({"https_proxy": proxy.url}, dict)
        )
        response = await choice.handle_async_request(request(server))
        assert b"hi" == await response.aread()
        await choice.aclose()


@pytest.mark.parametrize("blocking", [False, True], ids=["async", "blocking"])
async def test_check_that_takes_too_long(
    blocking: bool,  # noqa: FBT001 - a parameter of pytest
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A check ends at its deadline, and says what it waited for."""
    gate = Gate()

    def find_roots(*_: object) -> object:
        return gate["AWS_CA_BUNDLE"]

    monkeypatch.setattr(tls, "find_roots", find_roots)
    credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
    options: dict[str, Any] = {"region": "eu-west-1", "credentials": credentials}

    async def check(seconds: float) -> object:
        options["timeout"] = kms.Timeout(operation=seconds)
        if blocking:
            with kms.KMSClient(**options) as blocking_client:
                return blocking_client.check().err
        async with kms.AsyncKMSClient(**options) as client:
            return (await client.check()).err

    error = await with_patience(0.2, check, ended_too_early=lambda _: not gate.reached.is_set())
    gate.open.set()

    assert isinstance(error, kms.DeadlineExceededError)
    assert "while loading the trust roots" in str(error)
