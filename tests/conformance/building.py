"""Build instances of generated classes from the parameters of a case, without the converter under test."""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import attrs

from smaws_kms._runtime.serde import annotations as types
from smaws_kms._runtime.serde.fields import member_of

_FLOATS: Final = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def build(annotation: Any, data: Any) -> Any:
    """Return the value for parameters, where blobs are plain text and times are seconds."""
    if data is None:
        return None
    if attrs.has(annotation):
        return _structure(annotation, data)
    for fits, make in _CONTAINERS:
        if fits(annotation):
            return make(annotation, data)
    return _scalar(annotation, data)


def _structure(cls: Any, data: dict[str, Any]) -> Any:
    members = {
        field.name: build(field.type, data[member_of(field).wire_name])
        for field in attrs.fields(cls)
        if member_of(field).wire_name in data
    }
    return cls(**members)


def _union(annotation: Any, data: dict[str, Any]) -> Any:
    ((name, _),) = data.items()
    wire_names = {
        member_of(attrs.fields(arm)[0]).wire_name: arm for arm in types.arms_of(annotation)
    }
    return _structure(wire_names[name], data)


def _list(annotation: Any, data: list[Any]) -> Any:
    return tuple(build(types.element_type(annotation), item) for item in data)


def _map(annotation: Any, data: dict[str, Any]) -> Any:
    key, item = types.key_type(annotation), types.element_type(annotation)
    return {build(key, name): build(item, value) for name, value in data.items()}


def _enum(annotation: Any, data: Any) -> Any:
    return types.enum_of(annotation)(data)


def _scalar(annotation: Any, data: Any) -> Any:
    if annotation is bytes:
        return data.encode()
    if types.is_timestamp(annotation):
        return datetime.fromtimestamp(data, UTC)
    return _FLOATS[data] if annotation is float and isinstance(data, str) else data


_CONTAINERS: Final[tuple[tuple[Callable[[Any], bool], Callable[[Any, Any], Any]], ...]] = (
    (types.is_optional, lambda annotation, data: build(types.optional_part(annotation), data)),
    (types.is_one_of, _union),
    (types.is_open_enum, _enum),
    (types.is_open_int_enum, _enum),
    (types.is_list, _list),
    (types.is_map, _map),
)
