"""The wire JSON of an instance, without using the package's `to_wire`.

If the model is available, it defines names, types and nesting. Against a wheel, which has no model, the
types are those of the values, and the names come from the metadata of the classes.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final, cast

import attrs

from smaws_kms._runtime.serde.fields import member_of
from tests.operations.facts import SHAPES, Shape, shape_id

_PRELUDE: Final[dict[str, Shape]] = {
    "smithy.api#String": {"type": "string"},
    "smithy.api#Boolean": {"type": "boolean"},
    "smithy.api#Integer": {"type": "integer"},
}


def wire_json(instance: Any) -> dict[str, Any]:
    """Return the JSON object that the service reads or writes for an instance."""
    if not SHAPES:
        return _members_by_metadata(instance)
    shape = SHAPES[shape_id(instance.__class__.__name__)]
    return _members_by_model(instance, shape["members"])


def python_name(cls: type[Any], wire_name: str) -> str:
    """Return the attribute for a wire name; they differ in case and underscores only."""
    letters = wire_name.lower()
    names: list[str] = [field.name for field in attrs.fields(cls)]
    (name,) = (name for name in names if name.replace("_", "") == letters)
    return name


def _same(value: Any, _: Shape) -> Any:
    return value


def _structure(value: Any, facts: Shape) -> Any:
    return _members_by_model(value, facts["members"])


def _list(value: Any, facts: Shape) -> Any:
    return [_by_model(item, facts["member"]["target"]) for item in value]


def _map(value: Any, facts: Shape) -> Any:
    return {key: _by_model(item, facts["value"]["target"]) for key, item in value.items()}


def _enum(value: Any, _: Shape) -> Any:
    return value.value if isinstance(value, Enum) else str(value)


def _blob(value: Any, _: Shape) -> Any:
    return b64encode(value).decode()


def _timestamp(value: Any, _: Shape) -> Any:
    return value.timestamp()


_BY_TYPE: Final[dict[str, Callable[[Any, Shape], Any]]] = {
    "blob": _blob,
    "boolean": _same,
    "enum": _enum,
    "integer": _same,
    "list": _list,
    "map": _map,
    "string": _same,
    "structure": _structure,
    "timestamp": _timestamp,
}
"""Functions that convert a value to JSON, by the type in the model."""


def _by_model(value: Any, shape: str) -> Any:
    facts = SHAPES.get(shape) or _PRELUDE[shape]
    return _BY_TYPE[facts["type"]](value, facts)


def _members_by_model(value: Any, members: Mapping[str, Shape]) -> dict[str, Any]:
    found = {name: getattr(value, python_name(value.__class__, name)) for name in members}
    return {
        name: _by_model(item, members[name]["target"])
        for name, item in found.items()
        if item is not None
    }


def _members_by_metadata(value: Any) -> dict[str, Any]:
    fields = {member_of(field).wire_name: field.name for field in attrs.fields(value.__class__)}
    found = {name: getattr(value, attribute) for name, attribute in fields.items()}
    return {name: _by_value(item) for name, item in found.items() if item is not None}


def _by_value(value: Any) -> Any:
    if isinstance(value, bytes):
        return _blob(value, {})
    if isinstance(value, datetime):
        return _timestamp(value, {})
    if isinstance(value, Enum):
        return _enum(value, {})
    return _nested(value)


def _nested(value: Any) -> Any:
    if attrs.has(value.__class__):
        return _members_by_metadata(value)
    if isinstance(value, Mapping):
        entries = cast("Mapping[str, Any]", value)
        return {key: _by_value(item) for key, item in entries.items()}
    if isinstance(value, tuple):
        return [_by_value(item) for item in cast("Sequence[Any]", value)]
    return value
