"""Configuration and credentials files of AWS, and texts of sources that fail."""

import logging
from pathlib import Path

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.auth.chain_files import WriteFile
from tests.unit.auth.chain_profiles import Configure, Text
from tests.unit.redaction.secret_markers import leaks, leaks_in_log


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


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep AWS's files of this machine out, and retries of STS short."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")


@pytest.fixture
def text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Text:
    """Return a function that returns the error text of the profile `app` of a config file."""
    caplog.set_level(logging.DEBUG)

    def of(config: str) -> str:
        path = tmp_path / "config"
        path.write_text(config)
        monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
        found = find_credentials("app", "us-east-1")

        assert isinstance(found, CredentialsError)
        assert not leaks(found)
        assert [] == leaks_in_log(caplog.records)
        assert [] == [it for it in caplog.records if it.exc_info or it.levelno >= logging.WARNING]
        assert "\n" not in found.message
        return found.message

    return of
