"""Programs of users pass four type checkers, and a few that must not are refused by them."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.typing.checkers import CHECKERS

PROGRAMS: Final = Path(__file__).parent / "programs"
REFUSED: Final = Path(__file__).parent / "refused"

_EXCUSES: Final = re.compile(
    r"\bcast\(|\bassert\b|type: *ignore|(pyright|mypy|ty|pyrefly): *(ignore|basic|disable)|\bAny\b|noqa"
)
_MARK: Final = re.compile(r" *# next line: (?P<marks>.+)")
_RULES: Final = re.compile(r"(?P<checker>\w+)\[(?P<rules>[\w,-]+)\]")

each_checker = pytest.mark.parametrize("checker", CHECKERS)


@pytest.fixture
def cache(pytestconfig: pytest.Config) -> Path:
    """Return a folder for what checkers remember."""
    return pytestconfig.cache.mkdir("mypy-programs")


@each_checker
def test_accepted(checker: str, tmp_path: Path, cache: Path) -> None:
    """No checker has anything to say about the programs."""
    found = CHECKERS[checker](_copy(PROGRAMS, tmp_path), cache)

    assert not found, f"{checker} reports {len(found)} errors:\n" + "\n".join(map(str, found))


def test_without_excuses() -> None:
    """The programs have no cast, no assert, and no comment that silences a checker."""
    excuses = [
        f"{path.name}:{number}: {line.strip()}"
        for path in _modules(PROGRAMS)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if _EXCUSES.search(line)
    ]

    assert [] == excuses
    assert len(_modules(PROGRAMS)) >= 20


def test_each_is_run() -> None:
    """Tests run each program, against moto or with prepared responses."""
    tests = Path(__file__).parents[1]
    users = [*tests.glob("integration/test_programs_*.py"), tests / "operations/test_programs.py"]
    run = {name for path in users for name in _imported(path)}

    assert {path.stem for path in _modules(PROGRAMS)} == run


@each_checker
def test_refused(checker: str, tmp_path: Path, cache: Path) -> None:
    """Each checker reports the lines below marks, by the marked rules, and no other lines."""
    found = CHECKERS[checker](_copy(REFUSED, tmp_path), cache)

    expected = set(_marked(checker))
    rules = {(it.file, it.line, it.rule) for it in found}
    lines = {(file, line) for file, line, _ in expected}
    missed = [f"{file}:{line}: no {rule}" for file, line, rule in sorted(expected - rules)]
    surprising = [str(it) for it in found if (it.file, it.line) not in lines]
    assert not missed + surprising, "\n".join([f"{checker}:", *missed, *surprising])


def _copy(folder: Path, to: Path) -> Path:
    """Copy programs to where no settings of the project apply."""
    return Path(
        shutil.copytree(folder, to / folder.name, ignore=shutil.ignore_patterns("__pycache__"))
    )


def _modules(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.py"))


def _imported(path: Path) -> Iterator[str]:
    """Yield the programs that a test imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "tests.typing.programs":
            yield from (alias.name for alias in node.names)


def _marked(checker: str) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and rule of what the checker must report."""
    for path in _modules(REFUSED):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            marks = _MARK.match(line)
            for found in _RULES.finditer(marks["marks"] if marks else ""):
                if found["checker"] == checker:
                    yield from ((path.name, number + 1, it) for it in found["rules"].split(","))
