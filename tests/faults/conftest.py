"""Fixtures: certificates that clients trust, and echo servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.certificates import Certificates
from tests.faults.processes import echo_server
from tests.faults.transports import HTTP11_ASYNC


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    """Create the certificate authorities."""
    return Certificates()


@pytest.fixture(scope="session")
def trusted(certificates: Certificates, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the trusted authority to a file."""
    path = tmp_path_factory.mktemp("authority") / "trusted.pem"
    certificates.write_trusted(path)
    return path


@pytest.fixture(autouse=True)
def trust(trusted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make clients trust the authority, as users do: by `SSL_CERT_FILE`."""
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))


@pytest.fixture
def http11(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make clients use the package's own transport."""
    HTTP11_ASYNC.skip_if_missing()
    HTTP11_ASYNC.select(monkeypatch)


@pytest.fixture
def echo() -> Iterator[str]:
    """Start an echo server, and return its URL."""
    with echo_server() as url:
        yield url


@pytest.fixture
def secure_echo(certificates: Certificates, tmp_path: Path) -> Iterator[str]:
    """Start an echo server with TLS, and return its URL."""
    path = tmp_path / "server.pem"
    certificates.write_good(path)
    with echo_server(path) as url:
        yield url
