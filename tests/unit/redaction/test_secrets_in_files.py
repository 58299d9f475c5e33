"""Errors about unusable credentials files and variables hold no secret."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import smaws_kms as kms
from tests.unit.redaction.secret_markers import leaks_in_log, leaks_of, secret
from tests.unit.redaction.secret_programs import Fail, FailingCall, each_client

pytestmark = pytest.mark.usefixtures("log")

KEY: Final = secret("key")
FILES: Final[Mapping[str, tuple[type[kms.SmawsError], str]]] = {
    "half a key pair": (kms.CredentialsError, f"[default]\naws_secret_access_key = {KEY}\n"),
    "no section": (kms.ConfigurationError, f"aws_secret_access_key = {KEY}\n"),
    "no assignment": (kms.ConfigurationError, f"[default]\n{KEY}\n"),
    "a process that prints no JSON": (
        kms.CredentialsError,
        f"[default]\ncredential_process = echo {KEY}\n",
    ),
}


@pytest.fixture(params=list(FILES.values()), ids=list(FILES))
def unusable_file(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> type[kms.SmawsError]:
    """Write a credentials file, and return the error class of a call."""
    error: type[kms.SmawsError]
    error, content = request.param
    path = tmp_path / "credentials"
    path.write_text(content)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(path))
    return error


@each_client
async def test_credentials_file_that_cannot_be_used(
    unusable_file: type[kms.SmawsError], fail: Fail, log: pytest.LogCaptureFixture
) -> None:
    """The content of the file is not in the error."""
    result = await fail(FailingCall(error=unusable_file, options={"credentials": None}))

    assert [] == leaks_of(result)
    assert [] == leaks_in_log(log.records)


@each_client
async def test_environment_that_cannot_be_used(
    fail: Fail, monkeypatch: pytest.MonkeyPatch, log: pytest.LogCaptureFixture
) -> None:
    """The values of other variables are not in the error."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    monkeypatch.setenv("AWS_SESSION_TOKEN", KEY)
    monkeypatch.setenv("AWS_CREDENTIAL_EXPIRATION", "soon")

    result = await fail(FailingCall(error=kms.CredentialsError, options={"credentials": None}))

    assert [] == leaks_of(result)
    assert [] == leaks_in_log(log.records)
