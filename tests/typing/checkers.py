"""Runs mypy, pyright, ty and pyrefly, each as strict as it can be, and returns their findings."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import field, frozen

ROOT: Final = Path(__file__).parents[2]

Checker: TypeAlias = Callable[[Path, Path], "list[Finding]"]
"""Checks the modules of a folder; may keep a cache in the second folder."""

_PYTHON: Final = "3.11"


@frozen(order=True)
class Finding:
    """An error that a type checker reports."""

    file: str
    line: int
    rule: str
    message: str = field(order=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: [{self.rule}] {self.message}"


def mypy(folder: Path, cache: Path) -> "list[Finding]":
    """Return what `mypy --strict` finds."""
    modules = [path.name for path in sorted(folder.glob("*.py"))]
    flags = ["--strict", "--warn-unreachable", "--config-file=", "--no-error-summary"]
    command = ["mypy", *flags, "--output=json", f"--cache-dir={cache}", *modules]
    output = run(command, folder, {"MYPYPATH": str(ROOT)})
    found: list[dict[str, Any]] = [json.loads(line) for line in output.splitlines()]
    return sorted(
        Finding(it["file"], it["line"], it["code"] or "", it["message"])
        for it in found
        if it["severity"] == "error"
    )


def pyright(folder: Path, _: Path) -> "list[Finding]":
    """Return what pyright finds in its strict mode."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": _PYTHON, "extraPaths": [str(ROOT)]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    report = json.loads(run(["pyright", "--outputjson"], folder))
    found: Iterable[dict[str, Any]] = report["generalDiagnostics"]
    return sorted(
        Finding(
            Path(it["file"]).name,
            it["range"]["start"]["line"] + 1,
            it.get("rule", "error"),
            it["message"],
        )
        for it in found
    )


def ty(folder: Path, _: Path) -> "list[Finding]":
    """Return what ty finds, warnings included."""
    flags = ["--no-progress", "--error-on-warning", "--output-format=gitlab", "--color=never"]
    paths = [f"--python={sys.prefix}", f"--extra-search-path={ROOT}"]
    command = ["ty", "check", *flags, *paths, f"--python-version={_PYTHON}", "."]
    found: list[dict[str, Any]] = json.loads(run(command, folder))
    return sorted(
        Finding(
            it["location"]["path"],
            it["location"]["positions"]["begin"]["line"],
            it["check_name"],
            it["description"].removeprefix(f"{it['check_name']}: "),
        )
        for it in found
    )


def pyrefly(folder: Path, _: Path) -> "list[Finding]":
    """Return what pyrefly finds with its strict preset."""
    flags = ["--preset=strict", "--output-format=json", "--summary=none", "--color=never"]
    paths = [f"--python-interpreter-path={sys.executable}", f"--search-path={ROOT}"]
    command = ["pyrefly", "check", *flags, *paths, f"--python-version={_PYTHON}", "."]
    # It warns of a PYTHONPATH that is set.
    found: list[dict[str, Any]] = json.loads(run(command, folder, {"PYTHONPATH": None}))["errors"]
    return sorted(
        Finding(it["path"], it["line"], it["name"], it["concise_description"]) for it in found
    )


CHECKERS: Final[Mapping[str, Checker]] = {
    "mypy": mypy,
    "pyright": pyright,
    "ty": ty,
    "pyrefly": pyrefly,
}


def verify_types(folder: Path) -> Any:
    """Return pyright's report on the type completeness of the public names."""
    command = ["pyright", "--outputjson", "--verifytypes", "smaws_kms", "--ignoreexternal"]
    report = json.loads(run(command, folder, {"PYTHONPATH": str(ROOT)}))
    return report["typeCompleteness"]


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
