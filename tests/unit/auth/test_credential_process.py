"""Programs that print credentials: no stdin, and clear errors about what they print."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.unit.auth.chain_profiles import ROLE, STS, Configure, problem
from tests.unit.redaction.secret_markers import secret

READS_STDIN: Final = (
    "import json, sys\n"
    "print(json.dumps({'Version': 1, 'AccessKeyId': 'AKID' + sys.stdin.read(),"
    " 'SecretAccessKey': 'not a secret'}))\n"
)


@pytest.mark.parametrize(
    "config",
    [
        "[profile app]\ncredential_process = {process}\n",
        "[profile app]\n" + ROLE + "source_profile = source\n"
        "[profile source]\ncredential_process = {process}\n",
    ],
    ids=["profile", "source profile"],
)
def test_processes_have_no_stdin(config: str, configure: Configure, tmp_path: Path) -> None:
    """A credential process has an empty stdin, and does not read that of the program."""
    script = tmp_path / "give.py"
    script.write_text(READS_STDIN)
    path = configure(config.format(process=f"{sys.executable} {script}") + STS)
    program = (
        "import sys, smaws_kms as kms\n"
        "result = kms.KMSClient(profile='app', region='eu-west-1').check()\n"
        "print(result.ok and result.ok.access_key_id or result.err)\n"
        "print(repr(sys.stdin.read()))\n"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        input="mine\n",
        env={
            "AWS_CONFIG_FILE": str(path),
            "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
            "AWS_MAX_ATTEMPTS": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    found, rest = done.stdout.splitlines()
    assert "'mine\\n'" == rest
    assert "***" == found or "Could not connect to the endpoint URL" in found


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (f"import sys; sys.exit('{secret('stderr')} is refused')", "is refused"),
        ("import sys; sys.exit('aws_secret_access_key=geheim is refused')", "is refused"),
        (f"print('{secret('stdout')}')", "wrote to standard output what is not JSON"),
        ("print('[]')", "wrote JSON of type list; expected an object"),
        ("print('{\"Version\": 1}')", "wrote JSON in which AccessKeyId is empty or absent"),
        (
            "print({document!r})",
            "the expiry time of the credentials cannot be read",
        ),
    ],
)
def test_processes_that_fail(
    program: str, expected: str, configure: Configure, tmp_path: Path
) -> None:
    """The error gives the reason without anything that looks like a secret."""
    document = {"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": secret("key")}
    text = json.dumps({**document, "SessionToken": secret("token"), "Expiration": "soon"})
    script = tmp_path / "give.py"
    script.write_text(program.replace("{document!r}", repr(text)))
    configure(f"[profile app]\ncredential_process = {sys.executable} {script}\n")

    shown = problem()

    assert expected in shown
    assert "geheim" not in shown


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("", "the profile 'app': credential_process is empty"),
        ('"unbalanced', "the command of credential_process cannot be split into words"),
        ("/nowhere/give", "'/nowhere/give' cannot be started: No such file or directory"),
    ],
)
def test_invalid_commands(command: str, expected: str, configure: Configure) -> None:
    """The error says what is wrong with the command."""
    configure(f"[profile app]\ncredential_process = {command}\n")

    assert expected in problem()


@pytest.mark.parametrize("expiration", ["2030-01-01T00:00:00", "0001-01-01T00:00:00+23:59"])
def test_expiry_of_a_process(expiration: str, configure: Configure, tmp_path: Path) -> None:
    """An invalid or past expiry time is an error that says so."""
    document = {"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": secret("key")}
    script = tmp_path / "give.py"
    text = json.dumps({**document, "SessionToken": secret("token"), "Expiration": expiration})
    script.write_text(f"print({text!r})")
    configure(f"[profile app]\ncredential_process = {sys.executable} {script}\n")

    shown = problem()

    assert "no offset from UTC" in shown or "had expired when they were returned" in shown
