"""Equality of shapes where NaN equals itself."""

import math
from collections.abc import Mapping
from typing import Any, cast

import attrs


def same(one: Any, other: Any) -> bool:
    """Return whether two values are equal, member by member."""
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    cls: type[Any] = one.__class__
    if attrs.has(cls) and isinstance(other, cls):
        names = [field.name for field in attrs.fields(cls)]
        return all(same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return _same_items(cast("tuple[object, ...]", one), cast("tuple[object, ...]", other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        left, right = cast("Mapping[str, object]", one), cast("Mapping[str, object]", other)
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return bool(one == other)


def _same_items(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(same, one, other))
