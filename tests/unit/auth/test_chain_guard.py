"""botocore's chain never prompts, reads no stdin, sends no malformed key, and logs no secret."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.redaction.secret_markers import holds_secret, leaks, leaks_in_log, secret

SERIAL: Final = "arn:aws:iam::123456789012:mfa/ann"
STS: Final = "[services local]\nsts =\n  endpoint_url = http://127.0.0.1:9\n"
ROLE: Final = "role_arn = arn:aws:iam::123456789012:role/orders\nservices = local\n"
KEYS: Final = "aws_access_key_id = AKID\naws_secret_access_key = not a secret\n"

Configure = Callable[[str], Path]


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


def problem(profile: str | None = "app") -> str:
    """Return the text of an error, and check that it holds no exception and no secret."""
    error = find_credentials(profile, "eu-west-1")

    assert isinstance(error, CredentialsError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    assert not leaks(error)
    return error.message


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
    ("config", "expected"),
    [
        (
            "[profile app]\naws_access_key_id = AKID ; old\naws_secret_access_key = geheim\n",
            "the profile 'app': the profile 'app': aws_access_key_id ends in a comment",
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
def test_commands_that_are_none(command: str, expected: str, configure: Configure) -> None:
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


def test_signing_in(configure: Configure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The error says how to sign in, and nothing opens a browser."""
    monkeypatch.setenv("HOME", str(tmp_path))
    configure(
        "[profile app]\nsso_start_url = https://orders.awsapps.com/start\nsso_region = eu-west-1\n"
        "sso_account_id = 123456789012\nsso_role_name = reader\n"
    )

    assert "(run: aws sso login --profile app)" in problem()


@pytest.mark.parametrize("source", ["app", "nowhere"])
def test_roles_that_lead_nowhere(source: str, configure: Configure) -> None:
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
