"""Typed access to parsed JSON: return the value, or raise an error that names its place."""

import json
from math import isfinite
from pathlib import Path
from typing import TypeAlias

from codegen.support.errors import ModelError
from codegen.support.grammar import show

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""Any JSON value."""

JsonObject: TypeAlias = dict[str, Json]
"""A JSON object."""


def read_json(path: Path) -> JsonObject:
    """Parse a file that must hold a JSON object."""
    try:
        value: Json = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{show(path.name)}: {error}") from error
    return object_at(value, path.name)


def _no_number(name: str) -> Json:
    raise ValueError(f"expected a JSON value, found {name}")


def object_at(value: Json, where: str) -> JsonObject:
    """Check that a value is a JSON object, and return it."""
    if not isinstance(value, dict):
        raise _wrong("an object", value, where)
    return value


def list_at(value: Json, where: str) -> list[Json]:
    """Check that a value is a JSON array, and return it."""
    if not isinstance(value, list):
        raise _wrong("an array", value, where)
    return value


def text_at(value: Json, where: str) -> str:
    """Check that a value is a JSON string, and return it."""
    if not isinstance(value, str):
        raise _wrong("a string", value, where)
    return value


def optional_text_at(value: Json, where: str) -> str | None:
    """Check that a value is a JSON string or absent, and return it."""
    return None if value is None else text_at(value, where)


def number_at(value: Json, where: str) -> int | float:
    """Check that a value is a finite JSON number, and return it."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise _wrong("a number", value, where)
    return value


def optional_number_at(value: Json, where: str) -> int | float | None:
    """Check that a value is a finite JSON number or absent, and return it."""
    return None if value is None else number_at(value, where)


def _wrong(expected: str, value: Json, where: str) -> ModelError:
    found = "nothing" if value is None else json.dumps(value)[:60]
    return ModelError(f"{where}: expected {expected}, found {found}")
