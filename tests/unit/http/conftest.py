"""Endpoints behind proxies, and their certificates."""

from collections.abc import Generator
from pathlib import Path

import pytest

from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http.single_requests import SENDERS, Send, serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server, echo


@pytest.fixture(params=SENDERS)
def send(request: pytest.FixtureRequest) -> Send:
    """Return a function that sends a request: on asyncio, on trio, and blocking."""
    found: Send = request.param
    return found


@pytest.fixture(scope="module")
def authority() -> Authority:
    """Return a certificate authority that only its bundle makes trusted."""
    return Authority()


@pytest.fixture
def bundle(authority: Authority, tmp_path: Path) -> Bundle:
    """Return the authority's certificate."""
    authority.write(tmp_path / "roots.pem")
    return Bundle(str(tmp_path / "roots.pem"), "ca_bundle in the profile")


@pytest.fixture(params=["http", "https"])
def endpoint(request: pytest.FixtureRequest, authority: Authority) -> Generator[Server]:
    """Provide an endpoint with TLS and one without."""
    tls = authority.server("localhost") if request.param == "https" else None
    with serving(echo, tls) as server:
        yield server


@pytest.fixture
def secured(authority: Authority) -> Generator[Server]:
    """Return an endpoint with TLS."""
    with serving(echo, authority.server("localhost")) as server:
        yield server
