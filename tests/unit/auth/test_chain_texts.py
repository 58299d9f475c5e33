"""Texts of failing credential sources: what happened, where, and what to do; botocore logs nothing."""

from pathlib import Path
from typing import Final

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.auth.chain_profiles import Text

ROLE: Final = "role_arn = arn:aws:iam::111122223333:role/orders\n"
pytestmark = pytest.mark.usefixtures("short")


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            "[profile app]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = a\n",
            'The specified sso-session does not exist: "corp" (the config file needs a section',
        ),
        (
            f"[profile app]\n{ROLE}",
            "it has role_arn, but neither source_profile nor credential_source, one of which has",
        ),
        (
            f"[profile app]\n{ROLE}credential_source = Envronment\n",
            "is not valid. (expected Environment, Ec2InstanceMetadata or EcsContainer)",
        ),
        (
            f"[profile app]\n{ROLE}credential_source = Environment\n",
            "its credential_source Environment has no credentials",
        ),
        (
            "[profile app]\naws_access_key_id = AKID\n",
            "it has an aws_access_key_id, but no aws_secret_access_key (set both",
        ),
    ],
)
def test_incomplete_profile(config: str, expected: str, text: Text) -> None:
    """The error says which setting is missing or wrong."""
    found = text(config)

    assert found.startswith("the profile 'app': ")
    assert expected in found


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            "[profile app]\naws_secret_access_key = x\n",
            "the profile 'app' has aws_secret_access_key, but no aws_access_key_id",
        ),
        (
            "[profile app]\naws_session_token = x\n",
            "the profile 'app' has aws_session_token, but no aws_access_key_id",
        ),
        (
            "[profile app]\nsource_profile = base\n",
            "the profile 'app' has source_profile, but no role_arn",
        ),
        (
            "[profile app]\nsso_start_url = https://corp.test/start\n",
            "the profile 'app' has sso_start_url, but no sso_account_id and sso_role_name",
        ),
        ("[profile app]\nregion = x\n", "the profile 'app' has no keys, role, SSO session, login"),
        ("", "keys in the environment are ignored because of the argument profile"),
    ],
)
def test_profile_without_credentials(config: str, expected: str, text: Text) -> None:
    """The error says why the profile has no credentials."""
    found = text(config or f"{config}[profile app]\n")

    assert found.startswith("no credentials found: ")
    assert expected in found


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "AWS_ACCESS_KEY_ID is not set; the default profile is empty or absent: "),
        ({"AWS_SECRET_ACCESS_KEY": "x"}, "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is"),
        ({"AWS_SESSION_TOKEN": "x"}, "AWS_SESSION_TOKEN is set, but AWS_ACCESS_KEY_ID is not"),
        ({"AWS_ROLE_ARN": "x"}, "AWS_ROLE_ARN is set, but AWS_WEB_IDENTITY_TOKEN_FILE is not"),
        ({"AWS_CONFIG_FILE": "/nowhere/config"}, "'/nowhere/config' does not exist"),
        ({"AWS_CONFIG_FILE": "/"}, "'/' is not a file"),
        (
            {"AWS_EC2_METADATA_DISABLED": "True"},
            "AWS_EC2_METADATA_DISABLED turns the instance's metadata service off. Set AWS_ACCESS",
        ),
        (
            {
                "AWS_EC2_METADATA_DISABLED": "false",
                "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9",
                "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "1",
            },
            "the instance's metadata service at 'http://127.0.0.1:9' gave none (it cannot be",
        ),
    ],
)
def test_nothing_found(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names each place and what it lacks."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = find_credentials(None, None)

    assert isinstance(found, CredentialsError)
    assert found.message.startswith("no credentials found: ")
    assert expected in found.message


def test_default_metadata_service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a variable for it, the endpoint of the metadata service is not named."""
    monkeypatch.setattr("socket.socket.connect", _refuse)
    monkeypatch.delenv("AWS_EC2_METADATA_DISABLED", raising=False)
    path = tmp_path / "config"
    path.write_text("[default]\nregion = eu-west-1\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(path))
    found = find_credentials(None, None)

    assert isinstance(found, CredentialsError)
    assert "the instance's metadata service gave none" in found.message


def _refuse(*_: object) -> None:
    raise ConnectionRefusedError


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        (
            {"AWS_WEB_IDENTITY_TOKEN_FILE": "/nowhere"},
            "the environment: AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not (set",
        ),
        (
            {"AWS_WEB_IDENTITY_TOKEN_FILE": "/nowhere/token", "AWS_ROLE_ARN": "arn:aws:iam::1:r"},
            (
                "the environment: No such file or directory: "
                "'/nowhere/token' (AWS_WEB_IDENTITY_TOKEN_FILE names it)"
            ),
        ),
        (
            {"AWS_ACCESS_KEY_ID": "AKID"},
            "the environment: AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not (set both",
        ),
    ],
)
def test_environment(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure that variables cause is not put down to the profile."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    found = find_credentials(None, None)

    assert isinstance(found, CredentialsError)
    assert found.message.startswith(expected)


def test_file_of_a_profile_that_cannot_be_read(text: Text) -> None:
    """A file that no variable names belongs to the profile."""
    config = f"[profile app]\n{ROLE}web_identity_token_file = /nowhere/token\n"

    assert text(config).startswith("the profile 'app': No such file or directory: '/nowhere/token'")
