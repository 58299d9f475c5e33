"""Malformed keys in files and in the environment are errors, and are not sent."""

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.auth.chain_profiles import KEYS, ROLE, STS, Configure, problem
from tests.unit.redaction.secret_markers import secret


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (
            "[profile app]\naws_access_key_id = AKID ; old\naws_secret_access_key = geheim\n",
            "the profile 'app': aws_access_key_id ends in a comment",
        ),
        (
            "[profile app]\naws_access_key_id = AKID\naws_secret_access_key = 'geheim'\n",
            "aws_secret_access_key has quotes around it",
        ),
        (
            "[profile app]\naws_access_key_id =\naws_secret_access_key = geheim\n",
            "aws_access_key_id is empty",
        ),
        (
            f"[profile app]\n{KEYS}aws_session_token = geheim # new\n",
            "aws_session_token ends in a comment",
        ),
        (
            (
                f"[profile app]\n{ROLE}source_profile = step\n[profile step]\n{ROLE}"
                "source_profile = keys\n[profile keys]\naws_access_key_id = AKID # old\n"
                "aws_secret_access_key = geheim\n"
            ),
            "the profile 'keys': aws_access_key_id ends in a comment",
        ),
        (
            (
                f'[profile app]\n{ROLE}source_profile = app\naws_access_key_id = "AKID"\n'
                "aws_secret_access_key = geheim\n"
            ),
            "the profile 'app': aws_access_key_id has quotes around it",
        ),
        (
            f"[profile app]\n{ROLE}credential_source = Environment\n",
            "the environment: AWS_SESSION_TOKEN holds a line break",
        ),
    ],
)
def test_broken_keys(
    config: str, expected: str, configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Malformed keys are an error before anything is sent to STS."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKID")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "geheim")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "geheim\n")
    configure(config + STS)

    text = problem()

    assert expected in text
    assert "geheim" not in text


def test_empty_token(configure: Configure) -> None:
    """An empty session token counts as unset."""
    configure(f"[profile app]\n{KEYS}aws_session_token =\n")

    assert not isinstance(find_credentials("app", None), CredentialsError)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        (
            {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://vault.test/x"},
            "AWS_CONTAINER_CREDENTIALS_FULL_URI has to be https, a loopback address",
        ),
        (
            {
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:9/x",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": secret("container") + "\n",
            },
            "AWS_CONTAINER_AUTHORIZATION_TOKEN, holds a line break",
        ),
        (
            {
                "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/x",
                "AWS_WEB_IDENTITY_TOKEN_FILE": "/nowhere/token",
            },
            "No such file or directory: '/nowhere/token' (AWS_WEB_IDENTITY_TOKEN_FILE names it)",
        ),
        (
            {"AWS_METADATA_SERVICE_TIMEOUT": "soon"},
            "a number is expected in AWS_METADATA_SERVICE_TIMEOUT",
        ),
        ({"AWS_ACCESS_KEY_ID": "AKID"}, "set both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
        (
            {"AWS_SECRET_ACCESS_KEY": secret("half")},
            "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not",
        ),
    ],
)
def test_environments(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the variable that is wrong."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert expected in problem(None)
