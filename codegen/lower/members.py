"""From members of structures to fields: name, type, presence, limits, text."""

import re
from collections.abc import Mapping
from typing import Final

from codegen.ir.plan_shapes import (
    AlwaysSent,
    DefaultValue,
    Member,
    Optional,
    Presence,
    Required,
    Withheld,
)
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.ir.smithy import Member as ModelMember, StructureShape, UnionShape
from codegen.ir.traits import Deprecated
from codegen.lower.constraints import holds_secrets, is_sensitive, lower_limits
from codegen.lower.context import Context, python_name
from codegen.lower.defaults import lower_default
from codegen.lower.names import member_names
from codegen.lower.types import lower_type
from codegen.support.errors import ModelError

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
    context: Context, structure: StructureShape, *, is_input: bool
) -> tuple[Member, ...]:
    """Return the fields of a structure's class, in the model's order."""
    names = member_names([member.name for member in structure.members])
    return tuple(
        lower_member(
            context,
            structure,
            member,
            names=names,
            presence=_presence(context, structure, member, is_input=is_input),
        )
        for member in structure.members
    )


def lower_member(
    context: Context,
    owner: StructureShape | UnionShape,
    member: ModelMember,
    *,
    names: Mapping[str, str],
    presence: Presence,
) -> Member:
    """Return one field.

    Args:
        context: Model, names and texts.
        owner: The structure or union that has the member.
        member: The member.
        names: Python names of all members of the owner.
        presence: Whether the member may be absent.
    """
    type_ = lower_type(context, member)
    text = context.texts.member(owner.name, member.name, fallback_text(member, type_))
    others = {name: python for name, python in names.items() if name != member.name}
    return Member(
        name=names[member.name],
        wire_name=member.name,
        type=type_,
        presence=presence,
        limits=lower_limits(context.model, member),
        sensitive=is_sensitive(context.model, member),
        holds_secrets=holds_secrets(context.model, member),
        doc=deprecated_text(member.traits.deprecated, text, others),
    )


def _presence(
    context: Context, owner: StructureShape, member: ModelMember, *, is_input: bool
) -> Presence:
    traits = member.traits
    if traits.always_present or traits.always_sent or traits.withheld:
        return _presence_in_responses(context, owner, member)
    if traits.client_optional or (is_input and traits.idempotency_token):
        return Optional()
    if traits.default and not is_input:
        return DefaultValue(lower_default(context, member, traits.default.value))
    return Required() if traits.required else Optional()


def _presence_in_responses(
    context: Context, owner: StructureShape, member: ModelMember
) -> Presence:
    if owner.id in context.reach.sent:
        raise ModelError(
            f"{member.id}: alwaysPresent, alwaysSent and withheld are for members of outputs,"
            " found one on an input; use smithy.api#required"
        )
    if member.traits.always_present:
        return _empty(lower_type(context, member)) or Required()
    if member.traits.withheld is None:
        return AlwaysSent()
    replacement = next((it for it in owner.members if it.name == member.traits.withheld), None)
    if replacement is None or replacement.traits.required:
        raise ModelError(
            f"{member.id}: withheld needs another member of the structure that is optional,"
            f" found {member.traits.withheld}"
        )
    return Withheld(python_name(context, replacement))


def _empty(type_: PyType) -> DefaultValue | None:
    """Return an empty list or map, which the service means when it omits the member."""
    match type_:
        case ListType():
            return DefaultValue("()")
        case MapType():
            return DefaultValue("{}")
        case _:
            return None


def fallback_text(member: ModelMember, type_: PyType) -> str:
    """Return the text of a member without a description."""
    return f"`{member.name}`, {_kind(type_)}."


def _kind(type_: PyType) -> str:
    match type_:
        case ScalarType(name=name):
            return _KIND_WORDS[name]
        case EnumType(name=name) | IntEnumType(name=name) | ClassType(name=name):
            return f"of type `{name}`"
        case ListType():
            return "a list"
        case MapType():  # pragma: no branch  # no other type is left
            return "a map"


def deprecated_text(trait: Deprecated | None, text: str, names: Mapping[str, str]) -> str:
    """Return a text with a notice of deprecation in front, if there is one.

    Args:
        trait: The trait, or None if the member is not deprecated.
        text: The member's text.
        names: Python names by model name, of possible replacements.
    """
    notice = deprecation_notice(trait, text, names)
    return f"{notice} {text}" if notice else text


def deprecation_notice(trait: Deprecated | None, text: str, names: Mapping[str, str]) -> str:
    """Return the notice as a sentence, with the replacement unless the text names it already."""
    if trait is None:
        return ""
    since = f" since {trait.since}" if trait.since else ""
    named = (names[word] for word in re.findall(r"\w+", trait.message or "") if word in names)
    successor = next(named, None)
    use = f": use `{successor}`" if successor and f"`{successor}`" not in text else ""
    return f"Deprecated{since}{use}."
