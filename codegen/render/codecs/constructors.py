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


def creator_of(structure: Structure) -> str | None:
    """Return the name of the function that creates a structure from its members, by position.

    There is none if a required member has a type that only attrs' constructor can check.
    """
    members = structure.members
    if not members or any(_always_unusual(member) for member in members):
        return None
    return f"_new_{codec_stem(structure.name)}"


def render_constructor(structure: Structure) -> Iterator[Source]:
    """Yield the constructor of a structure, if there is one."""
    name = creator_of(structure)
    if name is None:
        return
    members = structure.members
    parameters = ", ".join(f"{member.name}: object = None" for member in members)
    body = joined([_set(member) for member in members], "\n")
    decorator, unfrozen = imported_name("constructor"), imported_name("UnfrozenShape")
    head = f"def {name}(self: {unfrozen}, {parameters}) -> None:"
    yield source(
        f"@{decorator}({structure.name})\n{head}\n{block(body.text)}", decorator, unfrozen, body
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
    attribute = f"self.{member.name}"
    if checked is None:
        refuse = f"if {member.name} is not None:\n{block('raise Unusual')}"
        return source(f"{refuse}\n{attribute} = None", imported("Unusual"))
    if not isinstance(member.presence, Optional) or member.type == _DOCUMENT:
        return source(f"{attribute} = {checked}", checked)
    return source(f"{attribute} = None if {member.name} is None else {checked}", checked)


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
