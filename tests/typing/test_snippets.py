"""Type checkers report exactly the marked lines of the snippets."""

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.typing import checkers

_SNIPPETS: Final = Path(__file__).parent / "snippets"
_MARK: Final = re.compile(r"# E:(?P<checkers>( \w+)+)$")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the snippets to a folder outside the project's settings."""
    copy = tmp_path / "snippets"
    shutil.copytree(_SNIPPETS, copy)
    return copy


def test_mypy(folder: Path, pytestconfig: pytest.Config) -> None:
    """`mypy --strict` reports the marked lines."""
    found = checkers.mypy(folder, pytestconfig.cache.mkdir("mypy-snippets"))

    assert [] == _surprises("mypy", found)


def test_pyright(folder: Path) -> None:
    """Pyright in strict mode reports the marked lines."""
    assert [] == _surprises("pyright", checkers.pyright(folder, folder))


def _surprises(checker: str, found: list[checkers.Finding]) -> list[str]:
    expected = _marked(checker)
    reported = {(each.file, each.line) for each in found}
    silent = [f"{file}:{line}: nothing reported" for file, line in expected - reported]
    wrong = [str(each) for each in found if (each.file, each.line) not in expected]
    return sorted(silent + wrong)


def _marked(checker: str) -> set[tuple[str, int]]:
    return {
        (path.name, number)
        for path in _SNIPPETS.glob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (mark := _MARK.search(line)) and checker in mark["checkers"].split()
    }
