"""Reads the texts of docstrings from the TOML files of a directory.

`codegen/descriptions` has a table per shape or operation, with a text per member.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from codegen.ir.texts import Descriptions, Section
from codegen.support.errors import DescriptionsError


def load_descriptions(directory: Path | None) -> Descriptions:
    """Read every TOML file below a directory; None gives plain one-line texts."""
    if directory is None:
        return Descriptions(None)
    sections: dict[str, Section] = {}
    for path in sorted(directory.rglob("*.toml")):
        for name, section in _read(path).items():
            if name in sections:
                raise DescriptionsError(
                    f"{path.name}: expected one table [{name}] in all files, found a second one;"
                    " join the two"
                )
            sections[name] = section
    return Descriptions(sections)


def _read(path: Path) -> Mapping[str, Section]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DescriptionsError(f"{path.name}: {error}") from error
    return {name: _section(table, f"{path.name}: {name}") for name, table in tables.items()}


def _section(table: object, where: str) -> Section:
    texts = cast("dict[str, object]", table) if isinstance(table, dict) else {}
    if not texts or not all(isinstance(text, str) for text in _values(texts)):
        raise DescriptionsError(f"{where}: expected a table of texts, found something else")
    return cast("Section", texts)


def _values(texts: Mapping[str, object]) -> Iterable[object]:
    return texts.values()
