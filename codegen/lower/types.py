"""From shapes to Python types."""

from collections.abc import Mapping
from typing import Final

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
    SimpleKind,
    SimpleShape,
    StructureShape,
    UnionShape,
)
from codegen.ir.traits import TimestampFormat
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


def lower_type(context: Context, member: Member) -> PyType:
    """Return the Python type of a member's value when it is present."""
    match context.model.shape(member.target):
        case SimpleShape() as scalar:
            return _scalar(member, scalar)
        case EnumShape(kind=kind, id=shape_id):
            return (EnumType if kind == "enum" else IntEnumType)(context.names.of(shape_id))
        case StructureShape(id=shape_id):
            return ClassType(context.names.of(shape_id))
        case UnionShape(id=shape_id):
            return ClassType(context.names.of(shape_id), is_union=True)
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
