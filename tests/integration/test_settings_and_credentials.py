"""Settings and credentials from the environment and files, with roles from moto's STS."""

from pathlib import Path

import httpx
import pytest

import smaws_kms as kms

SESSION_KEYS = """
[source]
aws_access_key_id = AKIASOURCE
aws_secret_access_key = not a secret
"""

ROLE = """
[profile assumed]
region = eu-west-1
role_arn = arn:aws:iam::123456789012:role/reader
role_session_name = tests
source_profile = source
services = local

[services local]
kms =
    endpoint_url = {endpoint}
sts =
    endpoint_url = {endpoint}
"""


class LastRequest:
    """The headers of the last request; an httpx event hook."""

    def __init__(self) -> None:
        self.headers = httpx.Headers()

    def __call__(self, request: httpx.Request) -> None:
        """Record the headers of a request."""
        self.headers = request.headers

    @property
    def signed_by(self) -> str:
        """The access key ID in the signature."""
        return self.headers["authorization"].partition("Credential=")[2].partition("/")[0]

    @property
    def region(self) -> str:
        """The Region in the signature."""
        return self.headers["authorization"].partition("Credential=")[2].split("/")[2]


def list_keys(last: LastRequest, profile: str | None = None) -> tuple[kms.KeyListEntry, ...]:
    """Make a call that gets everything but the profile from the environment."""
    http = httpx.Client(event_hooks={"request": [last]})
    with http, kms.KMSClient(profile=profile, http=http) as client:
        return client.list_keys().unwrap().keys


@pytest.fixture
def environment(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Set the Region and the endpoints of KMS and STS."""
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", endpoint)
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", endpoint)
    return monkeypatch


@pytest.mark.usefixtures("environment")
def test_no_credentials() -> None:
    """Without credentials nothing is sent, and the result is a CredentialsError."""
    with kms.KMSClient() as client:
        result = client.list_keys()

    assert isinstance(result.err, kms.CredentialsError)
    assert () == result.metadata.attempts


def test_environment(environment: pytest.MonkeyPatch) -> None:
    """Requests are signed with keys from the environment."""
    environment.setenv("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
    environment.setenv("AWS_SECRET_ACCESS_KEY", "not a secret")
    environment.setenv("AWS_SESSION_TOKEN", "token")
    last = LastRequest()

    assert () == list_keys(last)
    assert ("AKIAENVIRONMENT", "eu-central-1") == (last.signed_by, last.region)
    assert "token" == last.headers["x-amz-security-token"]


def test_shared_credentials_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Requests are signed with keys from a file."""
    file = tmp_path / "credentials"
    file.write_text(SESSION_KEYS)
    environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(file))
    last = LastRequest()

    assert () == list_keys(last, profile="source")
    assert "AKIASOURCE" == last.signed_by


def test_assumed_role(endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A profile sets the Region, the endpoints, and a role that is assumed through STS."""
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(SESSION_KEYS)
    config.write_text(ROLE.format(endpoint=endpoint))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    last = LastRequest()

    assert () == list_keys(last, profile="assumed")
    assert last.signed_by.startswith("ASIA")
    assert "eu-west-1" == last.region
    assert last.headers["x-amz-security-token"]


def test_sts_endpoint_from_the_environment(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A role is assumed through the endpoint in `AWS_ENDPOINT_URL_STS`."""
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(SESSION_KEYS)
    config.write_text(ROLE.partition("services =")[0])
    environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    environment.setenv("AWS_CONFIG_FILE", str(config))
    environment.setenv("AWS_PROFILE", "assumed")
    last = LastRequest()

    assert () == list_keys(last)
    assert last.signed_by.startswith("ASIA")
    assert "eu-central-1" == last.region


def test_web_identity(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token in a file is exchanged for credentials."""
    token = tmp_path / "token"
    token.write_text("a token")
    environment.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(token))
    environment.setenv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/reader")
    last = LastRequest()

    assert () == list_keys(last)
    assert last.signed_by.startswith("ASIA")
    assert last.headers["x-amz-security-token"]


async def test_async_client(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The async client uses the same chain."""
    token = tmp_path / "token"
    token.write_text("a token")
    environment.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(token))
    environment.setenv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/reader")

    async with kms.AsyncKMSClient() as client:
        assert kms.Ok(kms.ListKeysResponse()) == await client.list_keys()


async def test_function(endpoint: str) -> None:
    """Requests are signed with credentials from an async function, which is called once."""
    calls: list[str] = []

    async def fetch() -> kms.Credentials:  # where an application would wait
        calls.append("once")
        return kms.Credentials("AKIAFUNCTION", "not a secret", "token")

    async with kms.AsyncKMSClient(
        region="us-east-1", endpoint_url=endpoint, credentials=fetch
    ) as client:
        (await client.list_keys()).unwrap()
        (await client.list_keys()).unwrap()

    assert ["once"] == calls
