"""`client.http`: the httpx client that calls go through once it was asked for."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import trio

import smaws_kms as kms
from smaws_kms._runtime.support.fork import after_fork_in_child
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, Server, serving

CREDENTIALS = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
KEYS = b'{"Keys": [], "Truncated": false}'


def respond(peer: Peer) -> None:
    """Respond to every request with an empty list of keys."""
    for _ in peer.requests():
        peer.respond(KEYS)


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(respond) as server:
        yield server


def options(server: Server) -> dict[str, Any]:
    """Return arguments of a client for the server."""
    return {"region": "eu-west-1", "credentials": CREDENTIALS, "endpoint_url": server.url}


async def test_hooks(server: Server) -> None:
    """Hooks that are added after some calls see every later one, on the same connection."""
    seen: list[object] = []

    async def on_request(request: httpx.Request) -> None:
        seen.append(request.headers["x-amz-target"])

    async def on_response(response: httpx.Response) -> None:
        seen.append(await response.aread())

    async with kms.AsyncKMSClient(**options(server)) as client:
        (await client.list_keys()).unwrap()
        client.http.event_hooks = {"request": [on_request], "response": [on_response]}
        (await client.list_keys()).unwrap()
        derived = client.with_options(timeout=9.0)
        (await derived.list_keys()).unwrap()
        assert derived.http is client.http

    assert ["TrentService.ListKeys", KEYS] * 2 == seen
    assert 1 == server.accepted


async def test_blocking_hooks(server: Server) -> None:
    """The blocking client's see them too."""
    seen: list[object] = []

    def on_request(request: httpx.Request) -> None:
        seen.append(request.headers["x-amz-target"])

    def on_response(response: httpx.Response) -> None:
        seen.append(response.read())

    with kms.KMSClient(**options(server)) as client:
        client.list_keys().unwrap()
        client.http.event_hooks = {"request": [on_request], "response": [on_response]}
        client.list_keys().unwrap()
        client.with_options(timeout=9.0).list_keys().unwrap()

    assert ["TrentService.ListKeys", KEYS] * 2 == seen
    assert 1 == server.accepted


async def test_other_requests(server: Server) -> None:
    """The client sends other requests on the same connections, and raises httpx's exceptions."""
    async with kms.AsyncKMSClient(**options(server)) as client:
        (await client.list_keys()).unwrap()
        assert KEYS == (await client.http.get(server.url)).content
        with pytest.raises(httpx.ConnectError):
            await client.http.get("http://127.0.0.1:1/")
    with kms.KMSClient(**options(server)) as blocking:
        assert KEYS == blocking.http.get(server.url).content
        blocking.list_keys().unwrap()

    assert 2 == server.accepted


async def test_closed_with_the_client(server: Server) -> None:
    """It is closed with the client, after which asking for it raises."""
    client, blocking = kms.AsyncKMSClient(**options(server)), kms.KMSClient(**options(server))
    own: list[Any] = [client.http, blocking.http]
    await client.with_options().aclose()
    assert [False, False] == [each.is_closed for each in own]
    await client.aclose()
    blocking.close()

    assert [True, True] == [each.is_closed for each in own]
    with pytest.raises(RuntimeError, match="AsyncKMSClient is closed"):
        _ = client.http
    with pytest.raises(RuntimeError, match="KMSClient is closed"):
        _ = blocking.http


@pytest.mark.parametrize("library", [httpx, httpx2], ids=["httpx", "httpx2"])
async def test_given(library: Any) -> None:
    """A client that was passed is returned; a transport gets a client of its library. None is closed."""
    closed: list[object] = []

    class Transport(library.MockTransport):  # type: ignore[misc]  # of either library
        def close(self) -> None:
            closed.append(self)

        async def aclose(self) -> None:
            closed.append(self)

    def answer(_: Any) -> Any:
        return library.Response(200, content=KEYS)

    transport = Transport(answer)
    known: dict[str, Any] = {"region": "eu-west-1", "credentials": CREDENTIALS}
    own, own_blocking = (
        library.AsyncClient(transport=transport),
        library.Client(transport=transport),
    )
    seen: list[object] = []

    async def on_request(request: Any) -> None:
        seen.append(request.method)

    async with kms.AsyncKMSClient(**known, http=own) as client:
        assert own is client.http
    async with kms.AsyncKMSClient(**known, http=transport) as client:
        (await client.list_keys()).unwrap()
        assert isinstance(client.http, library.AsyncClient)
        client.http.event_hooks["request"].append(on_request)
        (await client.list_keys()).unwrap()
    with kms.KMSClient(**known, http=own_blocking) as blocking:
        assert own_blocking is blocking.http
    with kms.KMSClient(**known, http=transport) as blocking:
        assert isinstance(blocking.http, library.Client)
        blocking.list_keys().unwrap()

    assert (["POST"], []) == (seen, closed)
    assert (False, False) == (own.is_closed, own_blocking.is_closed)


def test_several_loops() -> None:
    """One client serves several event loops, trio's included."""
    server = Server(respond, None)
    server.start()
    client = kms.AsyncKMSClient(**options(server))
    seen: list[object] = []

    async def on_request(request: httpx.Request) -> None:
        seen.append(request.method)

    client.http.event_hooks["request"].append(on_request)

    async def call() -> None:
        (await client.list_keys()).unwrap()

    asyncio.run(call())
    asyncio.run(call())
    trio.run(call)
    trio.run(client.aclose)
    server.stop()

    assert ["POST"] * 3 == seen


async def test_hooks_of_a_forked_child(server: Server) -> None:
    """A child's calls go through the same client, with a new lock for its cookies."""
    seen: list[object] = []

    def on_request(request: httpx.Request) -> None:
        seen.append(request.method)

    with kms.KMSClient(**options(server)) as client:
        http = client.http
        http.event_hooks["request"].append(on_request)
        client.list_keys().unwrap()
        lock: Any = http.cookies.jar
        lock._cookies_lock.acquire()  # held, as by a thread of the parent
        after_fork_in_child()
        assert http is client.http
        client.list_keys().unwrap()

    assert ["POST", "POST"] == seen


async def test_roots_of_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for before the settings are known, it trusts the profile's roots as soon as they are."""
    authority = Authority()
    authority.write(tmp_path / "roots.pem")
    (tmp_path / "config").write_text(f"[default]\nca_bundle = {tmp_path / 'roots.pem'}\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    async with serving(respond, authority.server("localhost")) as server:
        async with kms.AsyncKMSClient(**options(server)) as client:
            with pytest.raises(httpx.ConnectError, match="certificate"):
                await client.http.get(server.url)
            (await client.list_keys()).unwrap()
        with kms.KMSClient(**options(server)) as blocking:
            _ = blocking.http
            blocking.list_keys().unwrap()
