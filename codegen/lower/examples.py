"""Example values of members: from `smaws_kms.traits#example` on the member or on its target."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from codegen.ir.plan import Examples
from codegen.ir.plan_shapes import DefaultValue, ErrorClass, Member, Optional, Structure, Union
from codegen.ir.python_types import ListType, MapType
from codegen.ir.smithy import ListShape, MapShape, Member as ModelMember, SimpleShape, members_of
from codegen.lower.context import Context
from codegen.support.errors import ModelError
from codegen.support.json_values import Json

_REFERENCE: Final = re.compile(r"\{(\w+)\}")
_KEY: Final = "example"


def lower_examples(context: Context, classes: Iterable[Structure | Union | ErrorClass]) -> Examples:
    """Return the examples of all members that have one, by class and Python name."""
    found = {
        name: {member.name: value for member, value in _examples(context, shape, members)}
        for shape, name, members in _fields(classes)
    }
    return {name: values for name, values in found.items() if values}


def _fields(
    classes: Iterable[Structure | Union | ErrorClass],
) -> Iterator[tuple[str, str, Sequence[Member]]]:
    """Yield shape, name and fields of each class; a union has one class for each member."""
    for cls in classes:
        if isinstance(cls, Union):
            yield from ((cls.shape, arm.name, (arm.member,)) for arm in cls.arms)
        else:
            yield cls.shape, cls.name, cls.members


def _examples(
    context: Context, shape: str, fields: Sequence[Member]
) -> Iterator[tuple[Member, Json]]:
    if not fields:
        return  # also a request of an operation without input, which has no shape
    models = {it.name: it for it in members_of(context.model.shape(shape))}
    names = {field.wire_name: field.name for field in fields}
    for field in fields:
        model = models[field.wire_name]
        value = model.traits.example.value if model.traits.example else None
        if value is None and _is_needed(field):
            value = _of_target(context, model)
        if value is not None:
            yield field, _with_python_names(value, names, model.id)


def _is_needed(member: Member) -> bool:
    """Return whether an instance has the member though no example of its own says so."""
    match member.presence:
        case Optional():
            return False
        case DefaultValue():
            return isinstance(member.type, ListType | MapType)
        case _:
            return True


def _of_target(context: Context, member: ModelMember) -> Json:
    """Return the example of a member's target; of a list or map, one with a single entry."""
    shape = context.model.shape(member.target)
    if shape.traits.example:
        return shape.traits.example.value
    match shape:
        case ListShape(member=item):
            value = _of_part(context, item)
            return None if value is None else [value]
        case MapShape(key=key, value=item):
            return _of_map(_of_part(context, key), _of_part(context, item), context, item)
        case _:
            return None


def _of_map(key: Json, value: Json, context: Context, item: ModelMember) -> Json:
    match context.model.shape(item.target):
        case SimpleShape(kind="string") if key is not None or value is not None:
            return {_text(key): value if value is not None else _KEY}
        case _:
            return None if value is None else {_text(key): value}


def _of_part(context: Context, member: ModelMember) -> Json:
    return member.traits.example.value if member.traits.example else _of_target(context, member)


def _text(key: Json) -> str:
    return key if isinstance(key, str) else _KEY


def _with_python_names(value: Json, names: Mapping[str, str], where: str) -> Json:
    """Replace the members that text refers to in braces by their Python names."""
    if not isinstance(value, str):
        return value

    def python_name(reference: re.Match[str]) -> str:
        if reference[1] not in names:
            raise ModelError(f"{where}: its example refers to {reference[1]}, which is no member")
        return f"{{{names[reference[1]]}}}"

    return _REFERENCE.sub(python_name, value)
