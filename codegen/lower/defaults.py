"""From default values of the model to Python source."""

import base64
from datetime import UTC, datetime
from math import isfinite

from codegen.ir.python_types import (
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    ScalarType,
)
from codegen.ir.smithy import EnumShape, Member
from codegen.lower.context import Context
from codegen.lower.names import enum_member_names
from codegen.lower.types import lower_type
from codegen.support.errors import ModelError, Unsupported
from codegen.support.grammar import show
from codegen.support.json_values import Json


def lower_default(context: Context, member: Member, value: Json) -> str:
    """Return the default of a member as Python source."""
    match lower_type(context, member), value:
        case ((ListType() | MapType() | ScalarType(name="Document")), ([] | {})):
            return "()" if isinstance(value, list) else "{}"
        case ((EnumType() | IntEnumType()), (str() | int())):
            return _enum_default(context, member, value)
        case ScalarType(name="bytes"), str():
            return repr(_decoded(member, value))
        case ScalarType(name="Decimal"), (int() | float()):
            return f'Decimal("{_finite(member, value)}")'
        case ScalarType(name="datetime" | "DateTimeText" | "HttpDate"), (int() | float() | str()):
            return _time_default(member, value)
        case ScalarType(name="bool" | "int" | "float" | "str" | "Document"), (
            bool() | int() | float() | str()
        ):
            return repr(_finite(member, value))
        case _:
            raise Unsupported(f"{member.id}: unsupported: default {value!r}")


def _finite(member: Member, value: str | float) -> str | float:
    # JSON has no infinity, but Python parses 1e999 as one and its repr is the name `inf`.
    if isinstance(value, float) and not isfinite(value):
        raise ModelError(f"{member.id}: expected a finite number as default, found {value!r}")
    return value


def _decoded(member: Member, value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except ValueError as error:
        raise ModelError(
            f"{member.id}: expected a default in base64, found {show(value)}"
        ) from error


def _enum_default(context: Context, member: Member, value: str | float) -> str:
    shape = context.model.expect(EnumShape, member.target, member.id)
    names = enum_member_names([candidate.name for candidate in shape.values])
    for candidate in shape.values:
        known = candidate.traits.enum_value
        if (candidate.name if known is None else known) == value:
            return f"{context.names.of(shape.id)}.{names[candidate.name]}"
    raise ModelError(f"{member.id}: expected a value of {shape.id} as default, found {value!r}")


def _time_default(member: Member, value: str | float) -> str:
    try:
        time = (
            datetime.fromisoformat(value)
            if isinstance(value, str)
            else datetime.fromtimestamp(value, UTC)
        ).astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ModelError(
            f"{member.id}: expected a timestamp as default, found {value!r}"
        ) from error
    parts = (time.year, time.month, time.day, time.hour, time.minute, time.second)
    return f"datetime({', '.join(map(str, (*parts, time.microsecond)))}, tzinfo=UTC)"
