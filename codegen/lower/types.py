"""From shapes to Python types, and to the limits on their values."""

import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Final

from codegen.ir.plan_shapes import Limits
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarName,
    ScalarType,
)
from codegen.ir.smithy import (
    EnumShape,
    ListShape,
    MapShape,
    Member,
    Model,
    ShapeId,
    SimpleKind,
    SimpleShape,
    StructureShape,
    UnionShape,
)
from codegen.ir.traits import Interval, TimestampFormat
from codegen.lower.context import Context
from codegen.support.errors import Unsupported

_SCALARS: Final[Mapping[SimpleKind, ScalarName]] = {
    "bigDecimal": "Decimal",
    "bigInteger": "int",
    "blob": "bytes",
    "boolean": "bool",
    "byte": "int",
    "document": "Document",
    "double": "float",
    "float": "float",
    "integer": "int",
    "long": "int",
    "short": "int",
    "string": "str",
}

_TIMESTAMPS: Final[Mapping[TimestampFormat, ScalarName]] = {
    "date-time": "DateTimeText",
    "epoch-seconds": "datetime",
    "http-date": "HttpDate",
}

_NO_LIMITS: Final = Limits()


def lower_type(context: Context, member: Member) -> PyType:
    """Return the Python type of a member: what it holds when it is there."""
    match context.model.shape(member.target):
        case SimpleShape() as scalar:
            return _scalar(member, scalar)
        case EnumShape(kind=kind, id=shape_id):
            return (EnumType if kind == "enum" else IntEnumType)(context.names.of(shape_id))
        case StructureShape(id=shape_id) | UnionShape(id=shape_id):
            return ClassType(context.names.of(shape_id))
        case ListShape(member=item, traits=traits):
            return ListType(lower_type(context, item), sparse=traits.sparse)
        case MapShape(key=key, value=value, traits=traits):
            key_type, value_type = lower_type(context, key), lower_type(context, value)
            return MapType(key_type, value_type, sparse=traits.sparse)
        case other:
            what = type(other).__name__.removesuffix("Shape").lower()
            raise Unsupported(f"{member.id}: unsupported: {what} shape {other.id}")


def _scalar(member: Member, shape: SimpleShape) -> ScalarType:
    if shape.kind != "timestamp":
        return ScalarType(_SCALARS[shape.kind])
    how = member.traits.timestamp_format or shape.traits.timestamp_format
    return ScalarType(_TIMESTAMPS[how or "epoch-seconds"])


def lower_limits(model: Model, member: Member) -> Limits | None:
    """Return which values a member accepts; what it says itself wins over what its target says."""
    target = model.shape(member.target)
    interval = _interval(member.traits.length, member.traits.range)
    interval = interval or _interval(target.traits.length, target.traits.range) or Interval()
    match target:
        case ListShape(member=item):
            parts = {"item": lower_limits(model, item)}
        case MapShape(key=key, value=value):
            parts = {"key": lower_limits(model, key), "value": lower_limits(model, value)}
        case _:
            parts = {}
    limits = Limits(
        min=interval.min,
        max=interval.max,
        pattern=_pattern(member.traits.pattern or target.traits.pattern),
        unique=member.traits.unique_items or target.traits.unique_items,
        **parts,
    )
    return None if limits == _NO_LIMITS else limits


def _pattern(pattern: str | None) -> str | None:
    """Return a pattern that Python reads; those of other dialects are left to the service."""
    with warnings.catch_warnings():
        # What only warns today, such as "[[", means something else tomorrow.
        warnings.simplefilter("error")
        try:
            re.compile(pattern or "")
        except (re.error, Warning):
            return None
    return pattern


def _interval(length: Interval | None, range_: Interval | None) -> Interval | None:
    """A shape has a length or a range, never both."""
    return length or range_


def is_sensitive(model: Model, member: Member) -> bool:
    """Tell whether a member, or anything in a list or map that it holds, must not be shown."""
    return any(
        part.traits.sensitive or model.shape(part.target).traits.sensitive
        for part in _parts(model, member)
    )


def holds_secrets(model: Model, member: Member) -> bool:
    """Return whether a sensitive value may be anywhere in a member, in structures too.

    An object of ours shows none of it. What somebody passes in its place by mistake, a dict say, does.
    """
    seen: set[ShapeId] = set()
    waiting = [member]
    while waiting:
        found = waiting.pop()
        if is_sensitive(model, found):
            return True
        for part in _parts(model, found):
            shape = model.shape(part.target)
            if isinstance(shape, StructureShape | UnionShape) and part.target not in seen:
                seen.add(part.target)
                waiting += shape.members
    return False


def _parts(model: Model, member: Member) -> Iterator[Member]:
    yield member
    match model.shape(member.target):
        case ListShape(member=item):
            yield from _parts(model, item)
        case MapShape(key=key, value=value):
            yield from _parts(model, key)
            yield from _parts(model, value)
        case _:
            return
