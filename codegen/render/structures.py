"""attrs classes of structures and unions."""

from collections.abc import Collection, Iterable, Iterator

from codegen.ir.imports import imported
from codegen.ir.plan_shapes import (
    AlwaysSent,
    Arm,
    DefaultValue,
    Limits,
    Member,
    Optional,
    Structure,
    Union,
    Withheld,
)
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    MapType,
    PyType,
    ScalarType,
    class_in,
)
from codegen.render.converters import converter_name
from codegen.render.source import Source, block, imported_name, joined, source
from codegen.render.types import held, maybe_none
from codegen.support.docstrings import class_docstring, docstring
from codegen.support.literals import string


def render_structure(structure: Structure, *, later: Collection[str] = ()) -> Source:
    """Return the class of a structure.

    Args:
        structure: The structure.
        later: Classes that are defined further down, whose names must be quoted.
    """
    fields = [render_field(member, later=later) for member in structure.members]
    doc = class_docstring(structure.doc.summary, structure.doc.details)
    check = list(_check_of_withheld(structure.members))
    body = block(f"{doc}\n", *(field.text for field in fields), *(it.text for it in check))
    decorators = render_decorators(structure.members, "kw_only=True, ")
    return source(
        f"{decorators}\nclass {structure.name}(BaseShape):\n{body}",
        fields,
        check,
        decorators,
        imported("BaseShape"),
    )


def _check_of_withheld(members: Iterable[Member]) -> Iterator[Source]:
    """Yield the method that attrs calls at the end of the constructor, if members are withheld."""
    if any(isinstance(member.presence, Withheld) for member in members):
        call = source("leave_out_withheld(self)", imported("leave_out_withheld"))
        yield source(f"\ndef __attrs_post_init__(self) -> None:\n{block(call.text)}", call)


def render_decorators(members: Iterable[Member], options: str = "") -> Source:
    """Return the decorators of an attrs class with these members.

    Args:
        members: The fields.
        options: Arguments for attrs, each followed by a comma.
    """
    frozen = source(
        f"@frozen({options}eq=False, repr=False, field_transformer=members)",
        imported("frozen"),
        imported("members"),
    )
    if not any(member.holds_secrets for member in members):
        return frozen
    return source(f"@secretive\n{frozen}", frozen, imported("secretive"))


def render_field(member: Member, *, later: Collection[str] = ()) -> Source:
    """Return a field with its docstring."""
    field = render_bare_field(member, later=later)
    return source(f"{field}\n{docstring(member.doc, depth=1)}", field)


def render_bare_field(member: Member, *, later: Collection[str] = ()) -> Source:
    """Return a field without a docstring."""
    annotation = maybe_none(held(member.type), when=isinstance(member.presence, Optional))
    quote = '"' if class_in(member.type) in later else ""
    arguments = joined(_arguments(member), ", ")
    return source(
        f"{member.name}: {quote}{annotation}{quote} = field({arguments})",
        annotation,
        arguments,
        imported("field"),
    )


def _arguments(member: Member) -> Iterator[Source]:
    match member.presence:
        case Optional():
            yield Source("default=None")
        case Withheld():
            yield source("default=WITHHELD", imported("WITHHELD"))
        case DefaultValue(source="{}") if isinstance(member.type, MapType):
            empty = held(member.type)
            yield source(f"factory={empty.text.replace('Mapping', 'dict', 1)}", empty)
        case DefaultValue(source="{}"):
            yield source("factory=dict[str, Document]", held(member.type))
        case DefaultValue(source=value):
            yield source(f"default={value}", imports_of_default(member.type))
        case _:
            pass
    converter = converter_name(member)
    if converter:
        yield source(f"converter={converter}", converter)
    metadata = joined(_metadata(member), ", ")
    yield source(f"metadata=member({metadata})", metadata, imported("member"))


def imports_of_default(type_: PyType) -> Iterable[Source]:
    """Return what the default value of a member needs."""
    match type_:
        case EnumType() | IntEnumType() | ClassType():
            return [held(type_)]
        case ScalarType(name="datetime" | "DateTimeText" | "HttpDate"):
            return [imported_name("datetime"), imported_name("UTC")]
        case _:
            return []


def _metadata(member: Member) -> Iterator[Source]:
    yield Source(string(member.wire_name))
    if member.limits:
        yield source(render_limits(member.limits), imported("Limits"))
    if member.sensitive:
        yield Source("sensitive=True")
    match member.presence:
        case AlwaysSent():
            yield Source("always_sent=True")
        case Withheld(replaced_by=name):
            yield Source(f"replaced_by={string(name)}")
        case _:
            pass


def render_limits(limits: Limits) -> str:
    """Return the limits of a member as source, without those that are not set."""
    parts = {
        "min": None if limits.min is None else repr(limits.min),
        "max": None if limits.max is None else repr(limits.max),
        "pattern": None if limits.pattern is None else string(limits.pattern),
        "unique": "True" if limits.unique else None,
        "item": render_limits(limits.item) if limits.item else None,
        "key": render_limits(limits.key) if limits.key else None,
        "value": render_limits(limits.value) if limits.value else None,
    }
    return f"Limits({', '.join(f'{name}={part}' for name, part in parts.items() if part)})"


def render_union(union: Union, *, later: Collection[str] = ()) -> Source:
    """Return the classes of a union, one per member, and the alias for all of them.

    Args:
        union: The union.
        later: Classes that are defined further down, whose names must be quoted.
    """
    arms = [_render_arm(arm, later) for arm in union.arms]
    return joined([*arms, _render_alias(union)], "\n\n\n")


def _render_arm(arm: Arm, later: Collection[str]) -> Source:
    field = render_bare_field(arm.member, later=later)
    doc = docstring(arm.doc, depth=1)
    decorators = render_decorators([arm.member])
    body = block(doc, "", field.text)
    return source(
        f"{decorators}\nclass {arm.name}(BaseShape):\n{body}",
        field,
        decorators,
        imported("BaseShape"),
    )


def _render_alias(union: Union) -> Source:
    names = " | ".join([*(arm.name for arm in union.arms), "UnknownMember"])
    doc = class_docstring(union.doc.summary, union.doc.details)
    return source(
        f"{union.name}: TypeAlias = {names}\n{doc}",
        imported("TypeAlias"),
        imported("UnknownMember"),
    )
