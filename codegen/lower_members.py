"""From a structure's members to fields: name, type, presence, limits, text."""

import base64
from typing import Final

from codegen.deprecation import deprecated_text
from codegen.descriptions import Descriptions
from codegen.errors import ModelError, Unsupported
from codegen.json_values import Json
from codegen.lower_types import is_sensitive, lower_limits, lower_type
from codegen.naming import class_name, enum_member_name, member_name
from codegen.plan import DefaultValue, Member, Optional, Presence, Required
from codegen.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.smithy import EnumShape, Member as ModelMember, Model, StructureShape

_KIND_WORDS: Final = {
    "DateTimeText": "a timestamp",
    "Decimal": "a decimal number",
    "Document": "any JSON value",
    "HttpDate": "a timestamp",
    "bool": "a flag",
    "bytes": "binary data",
    "datetime": "a timestamp",
    "float": "a number",
    "int": "an integer",
    "str": "a string",
}


def lower_members(
    model: Model, structure: StructureShape, texts: Descriptions, *, is_input: bool
) -> tuple[Member, ...]:
    """Return the fields of a structure's class, in the model's order."""
    siblings = {member.name: member_name(member.name) for member in structure.members}
    fields: list[Member] = []
    for member in structure.members:
        type_ = lower_type(model, member)
        text = texts.member(structure.name, member.name, _fallback(member, type_))
        others = {name: python for name, python in siblings.items() if name != member.name}
        field = Member(
            name=siblings[member.name],
            wire_name=member.name,
            type=type_,
            presence=_presence(model, member, type_, is_input=is_input),
            limits=lower_limits(model, member),
            sensitive=is_sensitive(model, member),
            doc=deprecated_text(member.traits.deprecated, text, others),
        )
        fields.append(field)
    return tuple(fields)


def _presence(model: Model, member: ModelMember, type_: PyType, *, is_input: bool) -> Presence:
    traits = member.traits
    if traits.always_present:
        if is_input:
            raise ModelError(f"{member.id}: alwaysPresent is for what answers hold")
        return _empty(type_) or Required()
    if traits.client_optional:
        return Optional()
    if traits.default and not is_input:
        return DefaultValue(_default(model, member, type_, traits.default.value))
    return Required() if traits.required else Optional()


def _empty(type_: PyType) -> DefaultValue | None:
    """Return the empty list or map: what the service means by leaving it out."""
    match type_:
        case ListType():
            return DefaultValue("()")
        case MapType():
            return DefaultValue("{}")
        case _:
            return None


def _default(model: Model, member: ModelMember, type_: PyType, value: Json) -> str:
    """Return the model's default as Python source."""
    match type_, value:
        case ((ListType() | MapType()), ([] | {})):
            return "()" if isinstance(type_, ListType) else "{}"
        case ((EnumType() | IntEnumType()), (str() | int())):
            return _enum_default(model, member, value)
        case ScalarType(name="bytes"), str():
            return repr(base64.b64decode(value))
        case ScalarType(name="Decimal"), (int() | float()):
            return f'Decimal("{value}")'
        case ScalarType(name="bool" | "int" | "float" | "str" | "Document"), (
            bool() | int() | float() | str()
        ):
            return repr(value)
        case _:
            raise Unsupported(f"{member.id}: unsupported: default {value!r}")


def _enum_default(model: Model, member: ModelMember, value: str | float) -> str:
    shape = model.expect(EnumShape, member.target, member.id)
    for candidate in shape.values:
        if candidate.traits.enum_value == value:
            return f"{class_name(shape.name)}.{enum_member_name(candidate.name)}"
    raise ModelError(f"{member.id}: default {value!r} is no value of {shape.id}")


def _fallback(member: ModelMember, type_: PyType) -> str:
    return f"`{member.name}`, {_kind(type_)}."


def _kind(type_: PyType) -> str:
    match type_:
        case ScalarType(name=name):
            return _KIND_WORDS[name]
        case EnumType(name=name) | IntEnumType(name=name) | ClassType(name=name):
            return f"of type `{name}`"
        case ListType():
            return "a list"
        case MapType():
            return "a map"
