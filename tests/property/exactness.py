"""Sameness of shapes to the last type, which `==` does not show."""

from collections.abc import Mapping
from typing import Any, cast

import attrs


def exactly_same(one: Any, other: Any) -> bool:
    """Return whether two values have the same types and values everywhere, NaN and order included."""
    cls: type[Any] = one.__class__
    if cls is not other.__class__:
        return False
    if attrs.has(cls):
        names = [field.name for field in attrs.fields(cls)]
        return all(exactly_same(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple | list):
        left, right = cast("list[object]", one), cast("list[object]", other)
        return len(left) == len(right) and all(map(exactly_same, left, right))
    if isinstance(one, Mapping):
        entries = cast("Mapping[str, object]", one).items()
        return exactly_same(list(entries), list(cast("Mapping[str, object]", other).items()))
    return bool(one == other) or (one != one and other != other)  # noqa: PLR0124 - NaN
