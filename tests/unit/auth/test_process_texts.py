"""Texts of failing credential processes: the program, how it ended, and no output that may hold keys."""

import sys
from pathlib import Path

import pytest

from tests.unit.auth.chain_profiles import Text
from tests.unit.redaction.secret_markers import secret


def command(directory: Path, code: str) -> str:
    """Return a config whose credentials come from a program."""
    script = directory / "give.py"
    script.write_text(code)
    return f"[profile app]\ncredential_process = {sys.executable} {script} --pin 1234\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import sys; sys.exit(3)", "exited with code 3 (run the command in a shell to see why)"),
        (
            "import sys; sys.stderr.buffer.write(b'first\\nlog in\\xff first\\n\\n'); sys.exit(3)",
            "exited with code 3; its last line of errors: log in\ufffd first",
        ),
        (
            f"import sys; print('{secret('out')}'); sys.exit('token={secret('err')}')",
            "exited with code 1; its last line of errors: token=<redacted>",
        ),
        ("import os; os.kill(os.getpid(), 9)", "was ended by SIGKILL (run the command"),
        ("", "exited with code 0, but wrote nothing to standard output"),
        (f"print('{secret('out')}')", "wrote to standard output what is not JSON"),
        ("print('[' * 100000)", "wrote to standard output what is not JSON"),
        ("print('[]')", "wrote JSON of type list; expected an object"),
        ("print('{}')", 'wrote JSON without "Version": expected 1'),
        ("print('{\"Version\": 2}')", 'wrote "Version": 2; expected 1'),
        ("print('{\"Version\": \"1\"}')", "wrote \"Version\": '1'; expected 1"),
        (
            "print('{\"Version\": 1, \"AccessKeyId\": \"A\", \"SecretAccessKey\": 7}')",
            "wrote JSON in which SecretAccessKey is of type int; expected text",
        ),
        (
            "print('{\"Version\": 1, \"AccessKeyId\": \"\"}')",
            "wrote JSON in which AccessKeyId is empty or absent; expected text",
        ),
    ],
)  # fmt: skip
def test_process(code: str, expected: str, text: Text, tmp_path: Path) -> None:
    """The error names the program without its arguments, and says how it ended."""
    found = text(command(tmp_path, code))

    assert found.startswith(f"the profile 'app': credential_process {sys.executable!r} {expected}")
    assert "1234" not in found


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        ("no-such-program", "no directory of PATH has such a program"),
        ("~/give", "~ is not replaced there: write the whole path"),
        ("/", "it is a directory"),
        ("/etc/passwd", "it may not be executed (permission denied)"),
        ("/nowhere/give", "No such file or directory"),
    ],
)
def test_process_that_cannot_be_started(program: str, expected: str, text: Text) -> None:
    """The error names the program and the reason."""
    found = text(f"[profile app]\ncredential_process = {program} --pin 1234\n")

    assert (
        f"the profile 'app': credential_process '{program}' cannot be started: {expected}" == found
    )


def test_signal_without_a_name(text: Text, tmp_path: Path) -> None:
    """A signal that Python does not name is shown by its number."""
    code = "import os, signal; os.kill(os.getpid(), signal.SIGRTMIN + 1)"

    assert "was ended by signal " in text(command(tmp_path, code))
