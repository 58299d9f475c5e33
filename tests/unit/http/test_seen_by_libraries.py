"""Libraries that record or mock httpx's requests see calls, also of clients that made some before."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
import respx

import smaws_kms as kms
from tests.unit.client.test_httpx_client import KEYS, options, respond
from tests.unit.http11.scripted_server import Server, serving


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(respond) as server:
        yield server


class Pair:
    """An async and a blocking client that have called a server before."""

    def __init__(self, server: Server) -> None:
        self.client = kms.AsyncKMSClient(**options(server))
        self.blocking = kms.KMSClient(**options(server))

    async def call(self) -> list[bool]:
        """List keys with both; return whether a mock has set `Truncated`."""
        responses = [(await self.client.list_keys()).unwrap(), self.blocking.list_keys().unwrap()]
        return [it.truncated for it in responses]

    async def close(self) -> None:
        """Close both."""
        await self.client.aclose()
        self.blocking.close()


@pytest.fixture
async def pair(server: Server) -> AsyncGenerator[Pair]:
    """Return two clients that have called the server before."""
    pair = Pair(server)
    assert [False, False] == await pair.call()
    yield pair
    assert [False, False] == await pair.call()
    await pair.close()


MOCKED = KEYS.replace(b"false", b"true")


@pytest.mark.parametrize("mode", ["httpx", "httpcore"])
async def test_respx(mode: str, server: Server, pair: Pair) -> None:
    """Respx responds, in both of its modes."""
    with respx.mock(using=mode) as router:
        router.post(server.url).respond(content=MOCKED)
        assert [True, True] == await pair.call()
        assert 2 == router.calls.call_count


async def test_pytest_httpx(pair: Pair, request: pytest.FixtureRequest) -> None:
    """pytest-httpx responds."""
    pytest.importorskip("pytest_httpx", reason="pytest-httpx is not installed")
    mock: Any = request.getfixturevalue("httpx_mock")
    mock.add_response(content=MOCKED, is_reusable=True)
    responses = await pair.call()
    seen = len(mock.get_requests())
    request.getfixturevalue("monkeypatch").undo()  # pytest-httpx mocks until then

    assert ([True, True], 2) == (responses, seen)


async def test_vcrpy(server: Server, pair: Pair, tmp_path: Path) -> None:
    """A cassette of vcrpy records calls, and then plays them."""
    vcr: Any = pytest.importorskip("vcr", reason="vcrpy is not installed")
    cassette = tmp_path / "cassette.yaml"
    with vcr.use_cassette(cassette) as recorded:
        await pair.call()
        assert 2 == len(recorded)
    accepted = server.accepted
    with vcr.use_cassette(cassette, record_mode="none") as played:
        await pair.call()
        assert played.all_played

    assert accepted == server.accepted
