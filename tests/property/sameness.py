"""Equality of shapes in which not-a-number equals itself."""

import math
from collections.abc import Mapping
from typing import Any, cast

import attrs


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, member by member."""
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    if attrs.has(type(one)) and type(one) is type(other):
        names = [field.name for field in attrs.fields(type(one))]
        return all(same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _same_items(cast("tuple[Any, ...]", one), cast("tuple[Any, ...]", other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        left, right = cast("Mapping[str, Any]", one), cast("Mapping[str, Any]", other)
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return bool(one == other)


def _same_items(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return len(one) == len(other) and all(map(same, one, other))
