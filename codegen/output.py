"""Formats the files of a package, then writes them or compares them with those on disk."""

import difflib
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Final, TypeAlias

from codegen.support.errors import GeneratorError

ROOT: Final = Path(__file__).parents[1]
"""The project's directory; its ruff settings apply wherever the package is written."""

MARK: Final = "# Generated from "
"""First characters of generated files; files without it are never overwritten or deleted."""

Files: TypeAlias = Mapping[str, str]
"""Text by path below the package's directory."""


def format_files(files: Files, package: str) -> dict[str, str]:
    """Format all files of a package with one run of ruff, and return them."""
    _check_ruff_version()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        for path, text in files.items():
            _check_path(path)
            _write(directory / path, text)
        # Without this, ruff sorts imports by whether the modules exist already.
        own = f"lint.isort.known-first-party=['smaws_kms', '{package.partition('.')[0]}']"
        _ruff("check", "--fix", "--select", "I", "--config", own, directory)
        _ruff("format", directory)
        return {path: _read(directory / path) for path in files}


def _check_path(path: str) -> None:
    # Second line of defence: names of the model are checked when it is loaded.
    if not all(part.isidentifier() for part in path.removesuffix(".py").split("/")):
        raise GeneratorError(f"expected the path of a module inside its package, found {path!r}")


def write_files(files: Files, out: Path) -> list[str]:
    """Write the files, delete other generated ones, and return the paths that changed."""
    present = _present(out)
    for path in present.keys() - files.keys():
        (out / path).unlink()
    for path, text in files.items():
        if present.get(path) != text:
            _write(out / path, text)
    return _changed(present, files)


def difference(files: Files, out: Path) -> str:
    """Return a unified diff of what `write_files` would change; empty if nothing."""
    present = _present(out)
    return "".join(
        "".join(
            difflib.unified_diff(
                present.get(path, "").splitlines(keepends=True),
                files.get(path, "").splitlines(keepends=True),
                f"{out.name}/{path}" if path in present else "/dev/null",
                f"{out.name}/{path}" if path in files else "/dev/null",
            )
        )
        for path in _changed(present, files)
    )


def _changed(present: Files, files: Files) -> list[str]:
    paths = sorted({*present, *files})
    return [path for path in paths if present.get(path) != files.get(path)]


def _present(out: Path) -> dict[str, str]:
    """Return the files in a directory; raises if one was not generated, instead of deleting it."""
    files = {path.relative_to(out).as_posix(): _read(path) for path in out.rglob("*.py")}
    foreign = [path for path, text in files.items() if not text.startswith(MARK)]
    if foreign:
        raise GeneratorError(
            f"{out}: expected only generated files, found {', '.join(foreign)};"
            " move them elsewhere, or choose another --out"
        )
    return files


def _ruff(*arguments: str | Path) -> None:
    settings = ("--config", ROOT / "pyproject.toml", "--no-cache", "--quiet")
    run = subprocess.run(  # noqa: S603  # a fixed program, our own arguments
        [sys.executable, "-m", "ruff", arguments[0], *settings, *arguments[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise GeneratorError(f"ruff {arguments[0]} failed:\n{run.stdout}{run.stderr}")


def _check_ruff_version() -> None:
    """Raise if ruff has another version than the pinned one, which may format differently."""
    project = tomllib.loads(_read(ROOT / "pyproject.toml"))
    found = f"ruff=={metadata.version('ruff')}"
    pinned = [it for it in project["dependency-groups"]["codegen"] if it.startswith("ruff==")]
    if pinned != [found]:
        raise GeneratorError(
            f"expected {', '.join(pinned)} to format the package, found {found};"
            " install the dependency group codegen"
        )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
