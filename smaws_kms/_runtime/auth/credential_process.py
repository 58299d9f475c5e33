"""Runs the command of `credential_process`, and says what is wrong with its outcome.

botocore's own errors leave out the exit code, quote the whole error output, and of output that is no
credentials they say where the parser stopped. Standard output is never quoted: it may hold keys.
"""

import json
import signal
from collections.abc import Mapping
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any, Final, cast

from smaws_kms._runtime.auth.chosen_profile import UnusableProfileError
from smaws_kms._runtime.redaction.exception_text import redacted
from smaws_kms._runtime.redaction.external_text import quote_value

_LONGEST: Final = 200
"""Characters of the command's last line of errors that are shown."""
_VERSION: Final = 1
_KEYS: Final = ("AccessKeyId", "SecretAccessKey")
_RUN_IT: Final = "run the command in a shell to see why"


class CredentialProcess(Popen[bytes]):
    """A running command, whose outcome is checked before botocore reads it."""

    shown: str
    """The command's name for texts."""

    def communicate(
        self,
        input: bytes | None = None,  # noqa: A002  # the base class's name
        timeout: float | None = None,
    ) -> tuple[bytes, bytes]:
        """Return what the command wrote; raise `UnusableProfileError` unless it is credentials."""
        output, errors = super().communicate(input, timeout)
        if problem := problem_of_outcome(self.returncode, output, errors):
            raise UnusableProfileError(f"credential_process {self.shown} {problem}")
        return output, errors


def start_process(command: list[str], **options: Any) -> CredentialProcess:
    """Start the command with an empty stdin, in the place of `Popen`."""
    if not command:
        raise UnusableProfileError("credential_process is empty")
    # Only the program: arguments may be secrets.
    shown = quote_value(redacted(command[0]), _LONGEST)
    try:
        process = CredentialProcess(command, stdin=DEVNULL, **options)
    except OSError as error:
        problem = _problem_of_start(command[0], error)
    else:
        process.shown = shown
        return process
    raise UnusableProfileError(f"credential_process {shown} cannot be started: {problem}")


def _problem_of_start(program: str, error: OSError) -> str:
    if program.startswith("~"):
        return "~ is not replaced there: write the whole path"
    match error:
        case FileNotFoundError() if "/" not in program:
            return "no directory of PATH has such a program"
        case PermissionError() if Path(program).is_dir():
            return "it is a directory"
        case PermissionError():
            return "it may not be executed (permission denied)"
        case _:
            return error.strerror or type(error).__name__


def problem_of_outcome(code: int, output: bytes, errors: bytes) -> str | None:
    """Return what is wrong with a process that has ended; `None` if it wrote credentials."""
    if code:
        lines = errors.decode(errors="replace").split("\n")
        last = next((line for line in map(redacted, reversed(lines)) if line), "")[:_LONGEST]
        ended = f"exited with code {code}" if code > 0 else f"was ended by {_signal(-code)}"
        return f"{ended}; its last line of errors: {last}" if last else f"{ended} ({_RUN_IT})"
    if not output.strip():
        return f"exited with code 0, but wrote nothing to standard output ({_RUN_IT})"
    try:
        document = json.loads(output.decode())
    except (ValueError, RecursionError):
        return f"wrote to standard output what is not JSON ({_RUN_IT})"
    return _problem_of_document(document)


def _problem_of_document(document: object) -> str | None:
    if not isinstance(document, Mapping):
        return f"wrote JSON of type {type(document).__name__}; expected an object"
    found = cast("Mapping[str, object]", document)
    version = found.get("Version")
    if version is None:
        return f'wrote JSON without "Version": expected {_VERSION}'
    if version != _VERSION:
        return f'wrote "Version": {_short(version)}; expected {_VERSION}'
    for name in _KEYS:
        value = found.get(name)
        if not isinstance(value, str) or not value:
            kind = "empty or absent" if value in (None, "") else f"of type {type(value).__name__}"
            return f"wrote JSON in which {name} is {kind}; expected text"
    return None


def _short(version: object) -> str:
    return quote_value(redacted(str(version)), 40) if isinstance(version, str) else repr(version)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
