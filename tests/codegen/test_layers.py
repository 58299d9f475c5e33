"""The generator's folders import downwards only."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

CODEGEN: Final = Path(__file__).parents[2] / "codegen"

ALLOWED: Final = {
    "support": set[str](),
    "ir": {"support"},
    "load": {"ir", "support"},
    "lower": {"ir", "support"},
    "endpoint_rules": {"support"},
    "botocore_import": {"support"},
    "render": {"endpoint_rules", "ir", "lower", "support"},
    "upgrade": {"endpoint_rules", "ir", "load", "lower", "render", "support"},
    "output": {"support"},
    "generate": {"ir", "load", "lower", "render", "support"},
    "evidence": {"ir", "render", "support"},
    "reference": {"evidence", "generate", "ir", "load", "lower", "output", "support"},
    "__main__": {"botocore_import", "generate", "output", "support", "upgrade"},
}
"""Imports allowed for each folder and top-level module; `codegen/__init__.py` draws the layers."""


def _rooms() -> dict[str, list[Path]]:
    """Return the files of each folder and of each top-level module."""
    rooms: dict[str, list[Path]] = {}
    for path in sorted(CODEGEN.rglob("*.py")):
        first = path.relative_to(CODEGEN).parts[0].removesuffix(".py")
        rooms.setdefault(first, []).append(path)
    del rooms["__init__"]
    return rooms


def _imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("codegen."))


def test_every_room_has_its_layer() -> None:
    """A new folder or top-level module needs a line in the table."""
    assert ALLOWED.keys() == _rooms().keys()


def test_layers_have_no_circle() -> None:
    """Each room of the table comes after those that it may import."""
    placed: set[str] = set()
    while left := ALLOWED.keys() - placed:
        free = {room for room in left if ALLOWED[room] <= placed}

        assert free, f"a circle among {sorted(left)}"
        placed |= free


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_room_imports_only_what_is_below(room: str) -> None:
    """No file imports a folder above its own, not even inside a function."""
    found = {
        f"{path.relative_to(CODEGEN)} imports codegen.{other}"
        for path in _rooms()[room]
        for other in _imported_rooms(path)
        if other != room and other not in ALLOWED[room]
    }

    assert set[str]() == found
