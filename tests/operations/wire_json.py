"""The wire JSON of an instance, made without the package's own `to_wire`.

With the model at hand its facts say how: names, types, nesting. Beside an installed wheel the types
of the values do, and the names stand in the classes' metadata.
"""

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Final, cast

import attrs

from smaws_kms._runtime.shapes import member_of
from tests.operations.facts import SHAPES, Shape, shape_id

_PRELUDE: Final[dict[str, Shape]] = {
    "smithy.api#String": {"type": "string"},
    "smithy.api#Boolean": {"type": "boolean"},
    "smithy.api#Integer": {"type": "integer"},
}


def wire_json(instance: Any) -> dict[str, Any]:
    """Return the JSON object that the service reads or writes for an instance."""
    written = _by_model(instance, shape_id(type(instance).__name__)) if SHAPES else _written(instance)
    return cast("dict[str, Any]", written)


def python_name(cls: type[Any], wire_name: str) -> str:
    """Return the attribute for a member: without underscores both are the same letters."""
    (name,) = (
        field.name
        for field in attrs.fields(cls)
        if field.name.replace("_", "") == wire_name.lower()
    )
    return name


def _by_model(value: Any, shape: str) -> Any:
    facts = SHAPES.get(shape) or _PRELUDE[shape]
    match facts["type"]:
        case "structure":
            return _structure(value, facts["members"])
        case "list":
            return [_by_model(item, facts["member"]["target"]) for item in value]
        case "map":
            item_shape = facts["value"]["target"]
            return {key: _by_model(item, item_shape) for key, item in value.items()}
        case "enum":
            return value.value if isinstance(value, Enum) else str(value)
        case "blob":
            return b64encode(value).decode()
        case "timestamp":
            return value.timestamp()
        case "string" | "boolean" | "integer":
            return value
        case other:
            raise NotImplementedError(other)


def _structure(value: Any, members: Mapping[str, Shape]) -> dict[str, Any]:
    cls = type(value)
    found = {name: getattr(value, python_name(cls, name)) for name in members}
    return {
        name: _by_model(item, members[name]["target"])
        for name, item in found.items()
        if item is not None
    }


def _written(value: Any) -> Any:
    if attrs.has(type(value)):
        fields = {member_of(field).wire_name: field.name for field in attrs.fields(type(value))}
        found = {name: getattr(value, attribute) for name, attribute in fields.items()}
        return {name: _written(item) for name, item in found.items() if item is not None}
    match value:
        case tuple():
            return [_written(item) for item in cast("tuple[Any, ...]", value)]
        case Mapping():
            entries = cast("Mapping[str, Any]", value)
            return {key: _written(item) for key, item in entries.items()}
        case Enum():
            return value.value
        case bytes():
            return b64encode(value).decode()
        case datetime():
            return value.timestamp()
        case _:
            return value
