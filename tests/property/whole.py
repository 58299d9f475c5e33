"""Shapes with all of their members, each with the smallest value that the model allows."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin

import attrs

from smaws_kms._runtime.serde.annotations import is_union
from smaws_kms._runtime.serde.fields import Limits, member_of

_TIME: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
_NO_LIMITS: Final = Limits()
_SCALARS: Final[dict[type, Callable[[int], object]]] = {
    str: lambda size: "a" * size,
    bytes: lambda size: b"a" * size,
    int: int,
    float: float,
    Decimal: Decimal,
    bool: bool,
    datetime: lambda _: _TIME,
}


def whole(cls: type[Any], inside: tuple[type[Any], ...] = ()) -> Any:
    """Return a shape with all members, but without shapes in it that contain its own class.

    Args:
        cls: The class of the shape.
        inside: The classes of the shapes that it is in.
    """
    inside = (*inside, cls)
    members = {
        field.name: _value(field.type, _limits(field), _size(_limits(field)), inside)
        for field in attrs.fields(cls)
    }
    return cls(**members)


def below_minimum(field: "attrs.Attribute[Any]") -> object:
    """Return a value just below the minimum of a member, or `None` if that is not above zero."""
    limits = _limits(field)
    return _value(field.type, limits, int(limits.min) - 1, ()) if limits.min else None


def _limits(field: "attrs.Attribute[Any]") -> Limits:
    return member_of(field).limits or _NO_LIMITS


def _size(limits: Limits) -> int:
    return int(limits.min or 1)


def _value(annotation: Any, limits: Limits, size: int, inside: tuple[type[Any], ...]) -> Any:
    origin, parts = get_origin(annotation), get_args(annotation)
    if is_union(annotation):
        arms = [part for part in parts if part is not NoneType and part not in inside]
        return _value(arms[0], limits, size, inside) if arms else None
    if origin is Annotated:
        return _value(parts[0], limits, size, inside)
    if origin is tuple:
        count = size if parts[0] not in inside else 0
        return tuple(_part(parts[0], limits.item, inside) for _ in range(count))
    if origin is Mapping:
        count = size if parts[1] not in inside else 0
        entries = [
            (_part(parts[0], limits.key, inside), _part(parts[1], limits.value, inside))
            for _ in range(count)
        ]
        return dict(entries)
    return whole(annotation, inside) if attrs.has(annotation) else _scalar(annotation, size)


def _part(annotation: Any, limits: Limits | None, inside: tuple[type[Any], ...]) -> Any:
    limits = limits or _NO_LIMITS
    return _value(annotation, limits, _size(limits), inside)


def _scalar(kind: Any, size: int) -> Any:
    if kind in _SCALARS:
        return _SCALARS[kind](size)
    members: list[object] = list(kind) if _is_enum(kind) else [{"any": [1, None]}]  # a document
    return members[0]


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)
