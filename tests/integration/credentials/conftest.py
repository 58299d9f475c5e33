"""Fixtures: a program with an empty home directory, a source of credentials, and a KMS server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.integration.credentials.peers import Peer, Response
from tests.integration.credentials.places import (
    AssumedRole,
    ChainedRole,
    Container,
    Instance,
    Place,
    Process,
    Program,
    WebIdentity,
    moved_into,
)
from tests.integration.credentials.sso import SsoLegacy, SsoSession

_HERE: Final = Path(__file__).parent

PLACES: Final = (
    Instance,
    Container,
    AssumedRole,
    ChainedRole,
    WebIdentity,
    SsoLegacy,
    SsoSession,
    Process,
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test here."""
    for item in items:
        if item.path.parent == _HERE:
            item.add_marker(pytest.mark.integration)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, endpoint: str) -> Program:
    """Return a program with a Region and no other settings."""
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    monkeypatch.setenv("HOME", str(tmp_path))
    return Program(monkeypatch, tmp_path, endpoint)


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def place(request: pytest.FixtureRequest, program: Program) -> Iterator[Place]:
    """Set up the program for each source of credentials."""
    with moved_into(request.param, program) as here:
        yield here


@pytest.fixture
def service(program: Program) -> Iterator[Peer]:
    """Start a KMS server without keys, and configure the program to use it."""
    peer = Peer(lambda _: Response({"Keys": [], "Truncated": False}))
    program.set(AWS_ENDPOINT_URL_KMS=peer.url)
    yield peer
    peer.close()
