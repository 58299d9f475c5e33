"""Renders constructors: functions that set the members of a request, or of a structure in it.

They handle exact types. Whatever else comes, the runtime's functions raise `Unusual`, and the constructor
that attrs wrote converts and checks the arguments.
"""

from collections.abc import Iterator

from codegen.ir.imports import imported
from codegen.ir.plan_shapes import Member, Optional, Structure
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.render.codecs.names import codec_stem
from codegen.render.source import Source, block, imported_name, joined, named, source

_DOCUMENT = ScalarType("Document")


def render_constructor(structure: Structure) -> Iterator[Source]:
    """Yield the constructor of a structure, if it has members, all of a type that can be checked."""
    members = structure.members
    if not members or any(_always_unusual(member) for member in members):
        return
    parameters = ", ".join(f"{member.name}: object = None" for member in members)
    lines = [_set(member) for member in members]
    body = joined(lines, "\n")
    start = f"def _construct_{codec_stem(structure.name)}(self: {structure.name}, *, {parameters})"
    decorator = imported_name("constructor")
    yield source(
        f"@{decorator}({structure.name})\n{start} -> None:\n{block(body.text)}", decorator, body
    )


def _always_unusual(member: Member) -> bool:
    """Return whether a member needs attrs' constructor even if it has the right type."""
    if isinstance(member.presence, Optional):
        return False
    is_absent = member.type == _DOCUMENT  # `None` is a value of a document
    return is_absent or _checked(member.type, member.name) is None


def _set(member: Member) -> Source:
    """Return the statement that checks and sets a member; the default of a parameter is `None`."""
    checked = _checked(member.type, member.name)
    set_ = imported_name("set_member")
    if checked is None:
        refuse = f"if {member.name} is not None:\n{block('raise Unusual')}\n"
        text = f'{refuse}{set_}(self, "{member.name}", None)'
        return source(text, imported("Unusual"), set_)
    value = source(f"None if {member.name} is None else {checked}", checked)
    if not isinstance(member.presence, Optional) or member.type == _DOCUMENT:
        value = checked
    return source(f'{set_}(self, "{member.name}", {value})', set_, value)


def _checked(type_: PyType, value: str) -> Source | None:
    """Return the expression that checks and converts a value; None if attrs must do that."""
    match type_:
        case ListType(item=item, sparse=False) if kind := _kind(item):
            return _call("tuple_of", kind, value=value)
        case MapType(key=key, value=item, sparse=False) if (kind := _kind(item)) and (
            name := _kind(key)
        ):
            return _call("dict_of", name, kind, value=value)
        case ScalarType(name="Document"):
            return Source(value)
        case _ if kind := _kind(type_):
            return _call("exactly", kind, value=value)
        case _:
            return None


def _kind(type_: PyType) -> Source | None:
    """Return the class of values that need no conversion; None for other types."""
    match type_:
        case ScalarType(name="Document") | ListType() | MapType() | ClassType(is_union=True):
            return None
        case ScalarType(name="datetime" | "DateTimeText" | "HttpDate"):
            return imported_name("datetime")
        case ScalarType(name="Decimal"):
            return imported_name("Decimal")
        case ScalarType(name=name):
            return Source(name)
        case ClassType(name=name):
            return named(name, ".structures")
        case (
            EnumType(name=name) | IntEnumType(name=name)
        ):  # pragma: no branch  # no other type is left
            return named(name, ".enums")


def _call(function: str, *kinds: Source, value: str) -> Source:
    listed = ", ".join(kind.text for kind in kinds)
    return source(f"{function}({listed}, {value})", imported(function), kinds)
