"""Configuration and credentials files of AWS."""

from pathlib import Path

import pytest

from tests.unit.auth.chain_files import WriteFile
from tests.unit.auth.chain_profiles import Configure


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WriteFile:
    """Write the shared credentials file."""

    def write(text: str) -> Path:
        path = tmp_path / "credentials"
        path.write_text(text)
        monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(path))
        return path

    return write


@pytest.fixture
def configure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Configure:
    """Return a function that writes a config file without retries for STS."""
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    def write(text: str) -> Path:
        path = tmp_path / "config"
        path.write_text(text)
        monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
        return path

    return write
