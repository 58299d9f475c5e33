"""Fixtures: certificates, and clients that trust them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.certificates import Certificates
from tests.faults.kinds import ENGINE_ASYNC
from tests.faults.processes import echo_server


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    """Make two authorities."""
    return Certificates()


@pytest.fixture(scope="session")
def trusted(certificates: Certificates, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the certificate of the one to trust."""
    path = tmp_path_factory.mktemp("authority") / "trusted.pem"
    certificates.write_trusted(path)
    return path


@pytest.fixture(autouse=True)
def trust(trusted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have clients trust our authority, as users do it."""
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have clients take the engine."""
    ENGINE_ASYNC.skip_if_missing()
    ENGINE_ASYNC.choose(monkeypatch)


@pytest.fixture
def echo() -> Iterator[str]:
    """Start a server that answers everything, and return its address."""
    with echo_server() as url:
        yield url


@pytest.fixture
def secure_echo(certificates: Certificates, tmp_path: Path) -> Iterator[str]:
    """Start a server that answers everything over TLS, and return its address."""
    path = tmp_path / "server.pem"
    certificates.write_good(path)
    with echo_server(path) as url:
        yield url
