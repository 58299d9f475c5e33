"""Two builds of the same sources are byte-identical, so that anyone can check a published build."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("hatchling", reason="the build backend is only a development tool")

ROOT: Final = Path(__file__).parents[1]
_NAMES: Final = ("smaws_kms", "codegen", "docs", "tests")
_FILES: Final = (
    *("pyproject.toml", "README.md", "LICENSE", "NOTICE", "Makefile"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", ".gitignore"),
)


def _build(folder: Path, *, mtime: int, mode: int, epoch: str | None) -> dict[str, str]:
    """Build sdist and wheel from a copy of the sources, and return their hashes."""
    sources, built = folder / "sources", folder / "built"
    for name in _NAMES:
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(ROOT / name, sources / name, ignore=ignored)
    for name in _FILES:
        shutil.copy(ROOT / name, sources / name)
    for path in sources.rglob("*"):
        if path.is_file():
            path.chmod(mode)
        os.utime(path, (mtime, mtime))
    environment = {it: text for it, text in os.environ.items() if it != "SOURCE_DATE_EPOCH"}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    for kind in ("sdist", "wheel"):
        subprocess.run(  # noqa: S603  # all of it is written here
            [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(built)],
            cwd=sources,
            env=environment,
            check=True,
            capture_output=True,
        )
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(built.iterdir())
    }


def test_same_bytes(tmp_path: Path) -> None:
    """An archive does not depend on the folder, the times or the permissions of the checkout."""
    one = _build(tmp_path / "one", mtime=1_600_000_000, mode=0o644, epoch=None)
    other = _build(tmp_path / "a" / "b", mtime=1_700_000_000, mode=0o664, epoch=None)

    assert 2 == len(one)
    assert one == other


def test_source_date_epoch(tmp_path: Path) -> None:
    """`SOURCE_DATE_EPOCH` sets the date of the files in the archives."""
    one = _build(tmp_path / "one", mtime=1_600_000_000, mode=0o644, epoch="1700000000")
    other = _build(tmp_path / "other", mtime=1_600_000_001, mode=0o644, epoch="1700000000")
    later = _build(tmp_path / "later", mtime=1_600_000_000, mode=0o644, epoch="1800000000")

    assert one == other
    assert not set(one.values()) & set(later.values())
