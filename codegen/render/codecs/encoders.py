"""Renders encoders: functions that write a request, or a structure in it, as JSON text.

They handle exact types and the lower bounds that a client checks by default. Whatever else comes, the
runtime's writers raise `Unusual`, and cattrs and the checks of the runtime take over.
"""

from typing import Final

from codegen.ir.imports import imported
from codegen.ir.plan_shapes import Limits, Member, Optional, Structure, Union
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.render.codecs.names import encoder_name
from codegen.render.source import Source, block, imported_name, named, source
from codegen.support.literals import string

_SCALARS: Final = {
    "Decimal": "decimal_json",
    "Document": "encode_json",
    "bool": "bool_json",
    "bytes": "bytes_json",
    "datetime": "epoch_json",
    "float": "float_json",
    "int": "int_json",
    "str": "str_json",
}
_DATES: Final = {"DateTimeText": "date-time", "HttpDate": "http-date"}
_OF_NUMBERS: Final = frozenset({"decimal_json", "float_json", "int_enum_json", "int_json"})
"""Writers of values that may be below 0, as no length is."""
_WITHOUT_MINIMUM: Final = frozenset({"Document", "bool", "datetime"})


def render_encoder(shape: Structure | Union, *, private: bool = False) -> Source:
    """Return the encoder of a structure or a union, beside its class."""
    name = encoder_name(shape.name, private=private)
    body = _of_union(shape) if isinstance(shape, Union) else _of_structure(shape)
    doc = f'"""Write a usual `{shape.name}` as JSON text."""'
    return source(f"def {name}(it: {shape.name}) -> str:\n{block(doc, body.text)}", body)


def _of_structure(structure: Structure) -> Source:
    check = _refuse_unless(f"type(it) is not {structure.name}")
    if not structure.members:
        return source(f'{check}\nreturn "{{}}"', check)
    # cattrs writes the members that may be absent last.
    members = sorted(structure.members, key=_may_be_absent)
    first, *others = members
    if _may_be_absent(first):
        start, end, others = Source('json = ""'), 'return "{" + json[1:] + "}"', members
    else:
        start, end = _append(first, "json = ", "{"), 'return json + "}"'
    written = [_append_if_present(member) for member in others]
    lines = (check.text, start.text, *(it.text for it in written), end)
    return source("\n".join(lines), check, start, written)


def _refuse_unless(condition: str) -> Source:
    return source(f"if {condition}:\n{block('raise Unusual')}", imported("Unusual"))


def _may_be_absent(member: Member) -> bool:
    return isinstance(member.presence, Optional)


def _append(member: Member, assign: str, before: str) -> Source:
    json = _expression(member.type, f"it.{member.name}", member.limits, 0)
    return source(f"{assign}'{before}\"{member.wire_name}\":' + {json}", json)


def _append_if_present(member: Member) -> Source:
    append = _append(member, "json += ", ",")
    if not _may_be_absent(member):
        return append
    return source(f"if it.{member.name} is not None:\n{block(append.text)}", append)


def _of_union(union: Union) -> Source:
    arms = [_write_arm(arm.name, arm.member) for arm in union.arms]
    rest = imported_name("unknown_member_json")
    lines = [*(arm.text for arm in arms), f"return {rest}(it)"]
    return source("\n".join(lines), arms, rest)


def _write_arm(name: str, member: Member) -> Source:
    json = _expression(member.type, f"it.{member.name}", member.limits, 0)
    result = f"return '{{\"{member.wire_name}\":' + {json} + '}}'"
    return source(f"if type(it) is {name}:\n{block(result)}", json)


def _expression(type_: PyType, value: str, limits: Limits | None, level: int) -> Source:
    """Return the expression that writes a value as JSON text."""
    match type_:
        case ListType() | MapType():
            return _container(type_, value, limits or Limits(), level)
        case ClassType(name=name):
            encode = named(encoder_name(name, private=False), ".structures")
            return source(f"{encode}({value})", encode)
        case EnumType(name=name):
            return _call("enum_json", [name, value], limits, named(name, ".enums"))
        case IntEnumType(name=name):
            return _call("int_enum_json", [name, value], limits, named(name, ".enums"))
        case ScalarType(name="DateTimeText" | "HttpDate" as name):
            return _call("date_json", [value, string(_DATES[name])], None)
        case ScalarType(name=name):
            minimum = None if name in _WITHOUT_MINIMUM else limits
            return _call(_SCALARS[name], [value], minimum)


def _call(function: str, arguments: list[str], limits: Limits | None, *needs: Source) -> Source:
    minimum = limits.min if limits else None
    if minimum is not None and (minimum or function in _OF_NUMBERS):
        arguments = [*arguments, repr(minimum)]
    return source(f"{function}({', '.join(arguments)})", imported(function), *needs)


def _container(type_: ListType | MapType, value: str, limits: Limits, level: int) -> Source:
    suffix = f"_{level}" if level else ""
    item = f"item{suffix}"
    if isinstance(type_, ListType):
        inner = _or_null(type_, item, _expression(type_.item, item, limits.item, level + 1))
        elements = _call("elements_of", [value], limits)
        listed = f"list_json([{inner} for {item} in {elements}])"
        return source(listed, imported("list_json"), inner, elements)
    key = f"key{suffix}"
    name = _expression(type_.key, key, limits.key, level + 1)
    inner = _or_null(type_, item, _expression(type_.value, item, limits.value, level + 1))
    entries = _call("entries_of", [value], limits)
    mapped = f"map_json({{{name}: {inner} for {key}, {item} in {entries}}})"
    return source(mapped, imported("map_json"), name, inner, entries)


def _or_null(type_: ListType | MapType, item: str, json: Source) -> Source:
    return source(f"'null' if {item} is None else {json}", json) if type_.sparse else json
