"""Fixtures: a program with an empty home directory, a source of credentials, and a KMS server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.integration.credentials.peers import Peer, Response
from tests.integration.credentials.sources import (
    AssumedRole,
    ChainedRole,
    Container,
    CredentialSource,
    Instance,
    Process,
    Program,
    WebIdentity,
    running,
)
from tests.integration.credentials.sso import SsoLegacy, SsoSession

_HERE: Final = Path(__file__).parent

SOURCES: Final = (
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
    """Mark every test source."""
    for item in items:
        if item.path.parent == _HERE:
            item.add_marker(pytest.mark.integration)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, endpoint: str) -> Program:
    """Return a program with a Region and no other settings."""
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    monkeypatch.setenv("HOME", str(tmp_path))
    return Program(monkeypatch, tmp_path, endpoint)


@pytest.fixture(params=SOURCES, ids=lambda source: source.__name__)
def source(request: pytest.FixtureRequest, program: Program) -> Iterator[CredentialSource]:
    """Set up the program for each source of credentials."""
    with running(request.param, program) as source:
        yield source


@pytest.fixture
def service(program: Program) -> Iterator[Peer]:
    """Start a KMS server without keys, and configure the program to use it."""
    peer = Peer(lambda _: Response({"Keys": [], "Truncated": False}))
    program.set(AWS_ENDPOINT_URL_KMS=peer.url)
    yield peer
    peer.close()
