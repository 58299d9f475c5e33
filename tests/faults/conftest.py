"""Fixtures: certificates, and clients that trust them."""

from pathlib import Path

import pytest

from tests.faults.certificates import Certificates


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
