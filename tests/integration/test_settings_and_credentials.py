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


class Watch:
    """Keeps the headers of the last request."""

    def __init__(self) -> None:
        self.headers = httpx.Headers()

    def __call__(self, request: httpx.Request) -> None:
        """Look at a request, as an httpx event hook."""
        self.headers = request.headers

    @property
    def signed_by(self) -> str:
        """The access key ID that stands in the signature."""
        return self.headers["authorization"].partition("Credential=")[2].partition("/")[0]

    @property
    def region(self) -> str:
        """The Region that stands in the signature."""
        return self.headers["authorization"].partition("Credential=")[2].split("/")[2]


def list_keys(watch: Watch, profile: str | None = None) -> tuple[kms.KeyListEntry, ...]:
    """Make a call with nothing but what is set around it."""
    http = httpx.Client(event_hooks={"request": [watch]})
    with http, kms.KMSClient(profile=profile, http=http) as client:
        return client.list_keys().unwrap().keys


@pytest.fixture
def surroundings(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Set the Region and where KMS and STS are."""
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", endpoint)
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", endpoint)
    return monkeypatch


@pytest.mark.usefixtures("surroundings")
def test_nothing_but_settings() -> None:
    """Without credentials nothing is sent, and the error says where was looked."""
    with kms.KMSClient() as client:
        result = client.list_keys()

    assert isinstance(result.err, kms.CredentialsError)
    assert () == result.metadata.attempts


def test_environment(surroundings: pytest.MonkeyPatch) -> None:
    """Keys of the environment sign."""
    surroundings.setenv("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
    surroundings.setenv("AWS_SECRET_ACCESS_KEY", "not a secret")
    surroundings.setenv("AWS_SESSION_TOKEN", "token")
    watch = Watch()

    assert () == list_keys(watch)
    assert ("AKIAENVIRONMENT", "eu-central-1") == (watch.signed_by, watch.region)
    assert "token" == watch.headers["x-amz-security-token"]


def test_shared_credentials_file(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keys of a file sign."""
    file = tmp_path / "credentials"
    file.write_text(SESSION_KEYS)
    surroundings.setenv("AWS_SHARED_CREDENTIALS_FILE", str(file))
    watch = Watch()

    assert () == list_keys(watch, profile="source")
    assert "AKIASOURCE" == watch.signed_by


def test_assumed_role(endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A profile says it all: Region, endpoints, and a role that STS lends credentials for."""
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(SESSION_KEYS)
    config.write_text(ROLE.format(endpoint=endpoint))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    watch = Watch()

    assert () == list_keys(watch, profile="assumed")
    assert watch.signed_by.startswith("ASIA")
    assert "eu-west-1" == watch.region
    assert watch.headers["x-amz-security-token"]


def test_role_by_the_environment(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`AWS_ENDPOINT_URL_STS` says where to ask for a role."""
    credentials, config = tmp_path / "credentials", tmp_path / "config"
    credentials.write_text(SESSION_KEYS)
    config.write_text(ROLE.partition("services =")[0])
    surroundings.setenv("AWS_SHARED_CREDENTIALS_FILE", str(credentials))
    surroundings.setenv("AWS_CONFIG_FILE", str(config))
    surroundings.setenv("AWS_PROFILE", "assumed")
    watch = Watch()

    assert () == list_keys(watch)
    assert watch.signed_by.startswith("ASIA")
    assert "eu-central-1" == watch.region


def test_web_identity(surroundings: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A token in a file is exchanged for credentials."""
    token = tmp_path / "token"
    token.write_text("a token")
    surroundings.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(token))
    surroundings.setenv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/reader")
    watch = Watch()

    assert () == list_keys(watch)
    assert watch.signed_by.startswith("ASIA")
    assert watch.headers["x-amz-security-token"]


async def test_async_client_finds_them_too(
    surroundings: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The async client asks the same chain, off the event loop."""
    token = tmp_path / "token"
    token.write_text("a token")
    surroundings.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(token))
    surroundings.setenv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/reader")

    async with kms.AsyncKMSClient() as client:
        assert kms.Ok(kms.ListKeysResponse()) == await client.list_keys()


async def test_function(endpoint: str) -> None:
    """Credentials of an async function sign."""
    asked: list[str] = []

    async def fetch() -> kms.Credentials:  # where an application would wait
        asked.append("once")
        return kms.Credentials("AKIAFUNCTION", "not a secret", "token")

    async with kms.AsyncKMSClient(
        region="us-east-1", endpoint_url=endpoint, credentials=fetch
    ) as client:
        (await client.list_keys()).unwrap()
        (await client.list_keys()).unwrap()

    assert ["once"] == asked
