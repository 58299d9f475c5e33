"""botocore's chain never prompts, and logs no secret."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from tests.unit.auth.chain_profiles import KEYS, ROLE, STS, Configure, problem
from tests.unit.redaction.secret_markers import holds_secret, leaks_in_log, secret

SERIAL: Final = "arn:aws:iam::123456789012:mfa/ann"


MFA: Final = f"mfa_serial = {SERIAL}\n"


@pytest.mark.parametrize(
    "config",
    [
        f"[profile app]\n{ROLE}{MFA}source_profile = keys\n[profile keys]\n{KEYS}",
        f"[profile app]\n{ROLE}{MFA}source_profile = app\n{KEYS}",
        (
            f"[profile app]\n{ROLE}source_profile = step\n"
            f"[profile step]\n{ROLE}{MFA}source_profile = keys\n[profile keys]\n{KEYS}"
        ),
    ],
    ids=["role", "role of its own keys", "role of a role"],
)
def test_no_prompt(config: str, configure: Configure) -> None:
    """A role that needs an MFA code is an error with advice, without a prompt."""
    path = configure(config + STS)
    program = (
        "import sys, smaws_kms as kms\n"
        "print(kms.KMSClient(profile='app', region='eu-west-1').check().err)\n"
        "print(repr(sys.stdin.read()))\n"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        input="123456\n",
        env={"AWS_CONFIG_FILE": str(path), "AWS_SHARED_CREDENTIALS_FILE": "/dev/null"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    error, rest = done.stdout.splitlines()
    assert f"the role needs a code of the MFA device {SERIAL}" in error
    assert f"aws sts get-session-token --serial-number {SERIAL}" in error
    assert "'123456\\n'" == rest
    assert "" == done.stderr


def test_advice_for_roles_with_mfa(configure: Configure) -> None:
    """The error names the device, and two ways to get credentials."""
    configure(f"[profile app]\n{ROLE}{MFA}source_profile = keys\n[profile keys]\n{KEYS}{STS}")

    assert (
        f"the profile 'app': the role needs a code of the MFA device {SERIAL}, and this client "
        "never prompts. Get temporary credentials first, for example with "
        f"`aws sts get-session-token --serial-number {SERIAL} --token-code CODE` or `aws configure "
        "export-credentials`, and put them into the environment, or pass `credentials`, a function "
        "that asks for the code"
    ) == problem()


def test_signing_in(configure: Configure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error says how to sign in, and nothing opens a browser."""
    monkeypatch.setenv("HOME", str(tmp_path))
    configure(
        "[profile app]\nsso_start_url = https://orders.awsapps.com/start\nsso_region = eu-west-1\n"
        "sso_account_id = 123456789012\nsso_role_name = reader\n"
    )

    assert "(run: aws sso login --profile app)" in problem()


@pytest.mark.parametrize("source", ["app", "nowhere"])
def test_roles_without_source_credentials(source: str, configure: Configure) -> None:
    """A role without source credentials is an error that names the profiles."""
    configure(f"[profile app]\n{ROLE}source_profile = {source}\n{STS}")

    text = problem()

    assert "does not exist" in text or "Infinite loop" in text
    assert source in text


def test_no_secret_in_the_log(
    configure: Configure, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A role that cannot be assumed logs no traceback and, at level DEBUG, none of its keys."""
    caplog.set_level(logging.DEBUG)
    script = tmp_path / "give.py"
    keys = {
        "AccessKeyId": "AKID",
        "SecretAccessKey": secret("key"),
        "SessionToken": secret("token"),
    }
    script.write_text(f"print({json.dumps({'Version': 1, **keys})!r})")
    configure(
        f"[profile app]\n{ROLE}source_profile = source\n"
        f"[profile source]\ncredential_process = {sys.executable} {script}\n{STS}"
    )

    text = problem()

    assert "Could not connect to the endpoint URL" in text
    assert [] == leaks_in_log(caplog.records)
    assert [] == [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert any(record.name == "botocore.credentials" for record in caplog.records)


def test_other_threads_keep_their_log(
    configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    """Logging of a program's own use of botocore does not change."""
    configure(f"[profile app]\n{KEYS}")
    find_credentials("app", None)

    logging.getLogger("botocore.parsers").warning("mine")

    assert ["mine"] == [record.message for record in caplog.records]


def test_marker() -> None:
    """The check of these tests finds secrets that are shown."""
    assert holds_secret(f"x {secret('stderr')}")
