"""Runs mypy and pyright in strict mode over a folder and returns their findings."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

ROOT: Final = Path(__file__).parents[2]

Reports: TypeAlias = Mapping[tuple[str, int], str]
"""Messages by file name and line; the last message of a line counts."""

_MYPY_LINE: Final = re.compile(r"(?P<path>[^:]+):(?P<line>\d+): error: (?P<message>.*)")


def mypy(folder: Path, cache: Path) -> Reports:
    """Return the errors that `mypy --strict` finds in the modules of a folder."""
    modules = [path.name for path in sorted(folder.glob("*.py"))]
    flags = ["--strict", "--warn-unreachable", "--config-file=", "--no-error-summary"]
    command = ["mypy", *flags, f"--cache-dir={cache}", *modules]
    output = run(command, folder, {"MYPYPATH": str(ROOT)})
    found = [match for line in output.splitlines() if (match := _MYPY_LINE.match(line))]
    if output and not found:
        raise AssertionError(output)
    return {(match["path"], int(match["line"])): match["message"] for match in found}


def pyright(folder: Path) -> Reports:
    """Return the errors that pyright, in its strict mode, finds in the modules of a folder."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": [str(ROOT)]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    report = json.loads(run(["pyright", "--outputjson"], folder))
    return {_place(found): found["message"] for found in report["generalDiagnostics"]}


def verify_types(folder: Path) -> Any:
    """Return pyright's report on the type completeness of the public names."""
    command = ["pyright", "--outputjson", "--verifytypes", "smaws_kms", "--ignoreexternal"]
    report = json.loads(run(command, folder, {"PYTHONPATH": str(ROOT)}))
    return report["typeCompleteness"]


def _place(diagnostic: Any) -> tuple[str, int]:
    return Path(diagnostic["file"]).name, diagnostic["range"]["start"]["line"] + 1


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str | None] | None = None
) -> str:
    """Run a module and return its output; exit code 1 means that it has findings.

    Args:
        command: The module and its arguments.
        folder: Where to run it.
        environment: Variables to set, or to unset by `None`.
    """
    # pyright looks for other packages where the first Python on the path keeps them.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    variables = {**os.environ, "PATH": path, **(environment or {})}
    done = subprocess.run(  # noqa: S603  # our own tools
        [sys.executable, "-m", *command],
        cwd=folder,
        env={name: value for name, value in variables.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in {0, 1} or done.stderr:
        raise AssertionError(done.stderr + done.stdout)
    return done.stdout
