"""The rooms of the runtime: imports between them go downwards only."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from smaws_kms import _runtime

RUNTIME: Final = Path(_runtime.__file__).parent
PACKAGE: Final = _runtime.__name__

FLOORS: Final = (
    ("client",),
    ("call",),
    ("config",),
    ("retry", "serde"),
    ("http", "auth", "model"),
    ("http11",),
    ("core",),
    ("redaction",),
    ("endpoints",),
    ("support",),
)
"""From top to bottom. `core` is the modules beside the rooms: errors, results, values."""

FLOOR_OF: Final = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
MODULES: Final = sorted(RUNTIME.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the dotted name of a module."""
    parts = path.relative_to(RUNTIME).with_suffix("").parts
    return ".".join((PACKAGE, *(part for part in parts if part != "__init__")))


def room_of(module: str) -> str:
    """Return the room that a module is in."""
    first = module.removeprefix(f"{PACKAGE}.").partition(".")[0]
    return first if (RUNTIME / first).is_dir() else "core"


def imports_of(path: Path) -> Iterator[str]:
    """Yield the modules of the runtime that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (it if is_module(it) else str(node.module) for it in names)
        elif isinstance(node, ast.Import):
            yield from (it.name for it in node.names if it.name.startswith(PACKAGE))


def is_module(name: str) -> bool:
    """Return whether a dotted name is a module or a package of the runtime."""
    path = RUNTIME.joinpath(*name.removeprefix(PACKAGE).strip(".").split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def test_every_room_has_a_floor() -> None:
    """A new folder needs a floor in the table."""
    rooms = {path.name for path in RUNTIME.iterdir() if (path / "__init__.py").is_file()}

    assert {*FLOOR_OF} - {"core"} == rooms


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path: Path) -> None:
    """No module imports from a floor above its own, or from another room on its floor."""
    here = room_of(name_of(path))
    others = {room_of(module) for module in imports_of(path) if module != PACKAGE} - {here}

    assert [] == sorted(room for room in others if FLOOR_OF[room] <= FLOOR_OF[here])


def test_generated_code_is_above() -> None:
    """The runtime imports nothing that was generated."""
    sources = {path: path.read_text(encoding="utf-8") for path in MODULES}

    assert [] == [path for path, text in sources.items() if "_generated" in text]
