"""Renders decoders: functions that make a response, or a structure in it, of parsed JSON.

They take the usual form of each value. For any other, the runtime's readers raise an exception, and
cattrs reads the response.
"""

from typing import Final

from codegen.ir.imports import imported
from codegen.ir.plan_shapes import Arm, DefaultValue, Member, Optional, Structure, Union, Withheld
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.render.codecs.names import decoder_name
from codegen.render.source import Source, block, imported_name, joined, named, source
from codegen.render.structures import imports_of_default
from codegen.render.types import held
from codegen.support.literals import string

_SCALARS: Final = {
    "DateTimeText": "datetime_value",
    "Decimal": "decimal_value",
    "Document": "document_value",
    "HttpDate": "datetime_value",
    "bool": "bool_value",
    "bytes": "bytes_value",
    "datetime": "datetime_value",
    "float": "float_value",
    "int": "int_value",
    "str": "str_value",
}


def render_decoder(shape: Structure | Union, *, private: bool = False) -> Source:
    """Return the decoder of a structure or a union, beside its class."""
    name = decoder_name(shape.name, private=private)
    if isinstance(shape, Union):
        return _of_union(shape, name)
    members = joined(map(_set_member, shape.members), "\n")
    doc = f'"""Set the members of a usual `{shape.name}` from its JSON object."""'
    return source(
        f"@decoder({shape.name})\n"
        f"def {name}(shape: UnfrozenShape, data: ParsedObject) -> None:\n{block(doc, members.text)}",
        members,
        *map(imported, ("UnfrozenShape", "ParsedObject", "decoder")),
    )


def _set_member(member: Member) -> Source:
    target, key = f"shape.{member.name}", string(member.wire_name)
    default = _default(member)
    kind = _exact_type(member.type)
    if kind and (default is None or default.text == "None"):
        read = f"data[{key}]" if default is None else f"data.get({key})"
        present = "" if default is None else "value is not None and "
        refuse = f"if {present}type(value) is not {kind}:\n{block('raise Unusual')}"
        return source(f"{target} = value = {read}\n{refuse}", imported("Unusual"))
    if default is None:
        value = _expression(member.type, f"data[{key}]", 0)
        return source(f"{target} = {value}", value)
    value = _expression(member.type, "value", 0)
    return source(
        f"value = data.get({key})\n{target} = {default} if value is None else {value}",
        default,
        value,
    )


def _exact_type(type_: PyType) -> str | None:
    """Return the class that `json.loads` makes of a value's usual form, if it needs no conversion."""
    match type_:
        case ScalarType(name="bool" | "int" | "str" as name):
            return name
        case _:
            return None


def _default(member: Member) -> Source | None:
    """Return what an absent member becomes, or None if cattrs decides about its absence."""
    match member.presence:
        case Optional():
            return Source("None")
        case Withheld():
            return imported_name("WITHHELD")
        case DefaultValue(source=value):
            return source(value, imports_of_default(member.type), held(member.type))
        case _:
            return None


def _of_union(union: Union, name: str) -> Source:
    arms = [_case(arm) for arm in union.arms]
    rest = block("case name, value:", block("return UnknownMember(name, value)"))
    doc = f'"""Return a usual `{union.name}` from its JSON object."""'
    body = block(doc, "match only_entry(data):", *(arm.text for arm in arms), rest)
    return source(
        f"def {name}(data: object) -> {union.name}:\n{body}",
        arms,
        *map(imported, ("UnknownMember", "only_entry")),
    )


def _case(arm: Arm) -> Source:
    value = _expression(arm.member.type, "value", 0)
    result = block(f"return {arm.name}({value})")
    text = block(f"case {string(arm.member.wire_name)}, value:", result)
    return source(text, value)


def _expression(type_: PyType, value: str, level: int) -> Source:
    """Return the expression that reads a value of parsed JSON."""
    match type_:
        case ListType():
            return _list(type_, value, level)
        case MapType():
            return _map(type_, value, level)
        case ClassType(name=name):
            decode = named(decoder_name(name, private=False), ".structures")
            return source(f"{decode}({value})", decode)
        case EnumType(name=name):
            return _call("enum_value", f"{name}, {value}", named(name, ".enums"))
        case IntEnumType(name=name):
            return _call("int_enum_value", f"{name}, {value}", named(name, ".enums"))
        case ScalarType(name=name):  # pragma: no branch  # no other type is left
            return _call(_SCALARS[name], value)


def _list(type_: ListType, value: str, level: int) -> Source:
    item = f"item_{level}" if level else "item"
    inner = _element(type_, type_.item, item, level)
    elements = _call("list_value", value)
    return source(f"tuple([{inner} for {item} in {elements}])", inner, elements)


def _map(type_: MapType, value: str, level: int) -> Source:
    key, item = (f"{it}_{level}" if level else it for it in ("key", "item"))
    # JSON has only text as names.
    name = Source(key) if type_.key == ScalarType("str") else _expression(type_.key, key, level)
    inner = _element(type_, type_.value, item, level)
    entries = _call("entries_value", value)
    return source(f"{{{name}: {inner} for {key}, {item} in {entries}}}", name, inner, entries)


def _element(container: ListType | MapType, type_: PyType, item: str, level: int) -> Source:
    read = _expression(type_, item, level + 1)
    return source(f"None if {item} is None else {read}", read) if container.sparse else read


def _call(function: str, arguments: str, *needs: Source) -> Source:
    return source(f"{function}({arguments})", imported(function), *needs)
