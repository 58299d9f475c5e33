"""Credentials and the Region of the machine from botocore."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from botocore.credentials import DeferredRefreshableCredentials, RefreshableCredentials

from smaws_kms._runtime.auth.botocore_chain import find_credentials, find_region_of_machine
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.daemon_thread import run_in_daemon_thread
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.chain_files import WriteFile, problem


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WriteFile:
    """Write the config file."""

    def write(text: str) -> Path:
        path = tmp_path / "config"
        path.write_text(text)
        monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
        return path

    return write


def process_profile(program: Path, code: str) -> str:
    """Return a config file whose credentials come from a program."""
    program.write_text(code)
    return f"[profile process]\ncredential_process = {sys.executable} {program}\n"


def _refreshed() -> dict[str, str]:
    """Return credentials as botocore's providers pass them to its refreshable classes."""
    return {
        "access_key": "AKID",
        "secret_key": "secret",
        "token": "token",
        "expiry_time": "2999-01-01T00:00:00Z",
    }


@pytest.mark.parametrize(
    "make",
    [
        lambda: RefreshableCredentials.create_from_metadata(_refreshed(), _refreshed, "test"),
        lambda: DeferredRefreshableCredentials(_refreshed, "test"),
    ],
    ids=["refreshable", "deferred"],
)
def test_private_attribute_of_botocore(make: Callable[[], RefreshableCredentials]) -> None:
    """The installed botocore still keeps the expiry time where the chain reads it.

    botocore has no public attribute for it. Without it, expired credentials would be used.
    """
    credentials = make()
    credentials.get_frozen_credentials()

    assert datetime(2999, 1, 1, tzinfo=UTC) == getattr(credentials, "_expiry_time", None)


def test_credentials_of_a_process(config: WriteFile, tmp_path: Path) -> None:
    """Credentials of a process keep token and expiry time."""
    output = {
        "Version": 1,
        "AccessKeyId": "AKID",
        "SecretAccessKey": "secret",
        "SessionToken": "token",
        "Expiration": "2999-01-01T00:00:00Z",
    }
    config(process_profile(tmp_path / "give.py", f"print({json.dumps(output)!r})"))

    assert Credentials(
        "AKID", "secret", "token", datetime(2999, 1, 1, tzinfo=UTC)
    ) == find_credentials("process", None)


def test_process_that_fails(config: WriteFile, tmp_path: Path) -> None:
    """The error has the exit code and the last line of errors."""
    config(process_profile(tmp_path / "fail.py", "import sys; sys.exit('not today')"))

    text = problem(find_credentials("process", None), CredentialsError)

    assert text.startswith("the profile 'process': credential_process ")
    assert text.endswith(" exited with code 1; its last line of errors: not today")


@pytest.mark.parametrize(
    "environ",
    [
        {"AWS_PROFILE": "one", "AWS_DEFAULT_PROFILE": "two"},
        {"AWS_PROFILE": "", "AWS_DEFAULT_PROFILE": "one"},
        {"AWS_PROFILE": "one"},
    ],
)
def test_profile_of_the_environment(
    environ: dict[str, str], shared: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`AWS_PROFILE` selects the profile, and an empty variable selects none."""
    keys = "aws_secret_access_key = secret\naws_access_key_id"
    shared(f"[one]\n{keys} = ONE\n[two]\n{keys} = TWO\n[default]\n{keys} = DEFAULT\n")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    found = find_credentials(None, None)

    assert Credentials("ONE", "secret") == found
    assert isinstance(found, Credentials)
    assert "profile one, keys in the credentials file" == found.source


def test_web_identity_of_the_environment_with_a_profile(
    shared: WriteFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A profile that the environment selects does not turn off other variables."""
    shared("[one]\nregion = eu-west-1\n")
    token = tmp_path / "token"
    token.write_text("token")
    environ = {
        "AWS_PROFILE": "one",
        "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/orders",
        "AWS_WEB_IDENTITY_TOKEN_FILE": str(token),
        "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:9",
        "AWS_MAX_ATTEMPTS": "1",
    }
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    text = problem(find_credentials(None, "eu-west-1"), CredentialsError)

    assert "Could not connect to the endpoint URL" in text


def test_unknown_profile_has_no_credentials() -> None:
    """The error names the profile."""
    text = problem(find_credentials("nope", None), CredentialsError)

    assert text.startswith("the profile 'nope': The config profile (nope) could not be found")


def test_nothing_found() -> None:
    """The error says where botocore looked."""
    text = problem(find_credentials(None, None), CredentialsError)

    assert text.startswith(
        "no credentials found: AWS_ACCESS_KEY_ID is not set; the default profile"
    )


def test_half_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of two paired variables is an error, and the chain does not continue."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKID")

    text = problem(find_credentials(None, None), CredentialsError)

    assert text.startswith("the environment: AWS_ACCESS_KEY_ID is set, but ")


ASSUME_ROLE = """
[profile role]
role_arn = arn:aws:iam::123456789012:role/orders
source_profile = source
services = local

[profile source]
aws_access_key_id = AKID
aws_secret_access_key = secret

[services local]
sts =
    endpoint_url = http://127.0.0.1:9
"""


def test_region_for_sts(config: WriteFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """STS is called in the client's Region if no setting names one."""
    config(ASSUME_ROLE)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    without = problem(find_credentials("role", None), CredentialsError)
    within = problem(find_credentials("role", "eu-west-1"), CredentialsError)

    assert "You must specify a region" in without
    assert "Could not connect to the endpoint URL" in within


class Metadata(BaseHTTPRequestHandler):
    """An instance's metadata service that knows its Region."""

    def do_PUT(self) -> None:  # the base class's name
        """Return a token."""
        self.respond(b"token")

    def do_GET(self) -> None:  # the base class's name
        """Return the zone."""
        self.respond(b"eu-west-1a")

    def respond(self, body: bytes) -> None:
        """Send a body."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Log nothing."""


def test_region_of_machine(config: WriteFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Region comes from the metadata service; without a response it stays unknown."""
    assert find_region_of_machine() is None

    with ThreadingHTTPServer(("127.0.0.1", 0), Metadata) as server:
        run_in_daemon_thread(server.serve_forever)
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "false")
        url = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", url)
        found = find_region_of_machine()
        config("no section")
        broken = find_region_of_machine()
        server.shutdown()

    assert ("eu-west-1", None) == (found, broken)
