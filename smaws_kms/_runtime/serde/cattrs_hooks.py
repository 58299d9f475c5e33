"""cattrs hook factories: a JSON reader and writer for each kind of annotation."""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, Final, TypeAlias, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from smaws_kms._runtime.serde import scalars
from smaws_kms._runtime.serde.absent import ABSENT
from smaws_kms._runtime.serde.absent_members import leave_out, members_that_may_be_absent
from smaws_kms._runtime.serde.annotations import (
    arms_of,
    element_type,
    enum_of,
    is_document,
    is_list,
    is_map,
    is_one_of,
    is_open_enum,
    is_open_int_enum,
    is_optional,
    is_timestamp,
    key_type,
    optional_part,
    timestamp_format,
)
from smaws_kms._runtime.serde.containers import FailedAt, list_reader, map_reader, union_reader
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.serde.unknown_values import UnknownMember

Reader: TypeAlias = Callable[[Any, Any], Any]
Writer: TypeAlias = Callable[[Any], Any]


def _structure_class(cls: Any, owner: Converter) -> Reader:
    build = _class_builder(cls, owner)
    known = members_that_may_be_absent(cls)
    always_sent = {it.wire_name: name for name, it in known.items() if it.always_sent}
    expected = always_sent.keys()
    withheld = _withheld_wire_names(cls)

    @cache
    def lenient_builder() -> Reader:
        return _class_builder(cls, owner, lenient=frozenset(always_sent.values()))

    def structure(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            raise scalars.WrongValue("an object", data)
        present = cast("dict[str, Any]", data)
        if None in present.values():
            present = {name: value for name, value in present.items() if value is not None}
        for name, replacement in withheld:
            if name not in present and replacement not in present:
                raise FailedAt(f".{name}", scalars.MissingValue(f"and so is {replacement}"))
        if expected <= present.keys():
            return build(present, cls)
        missing = expected - present.keys()
        shape = lenient_builder()(present | dict.fromkeys(missing, ABSENT), cls)
        leave_out(shape, [always_sent[name] for name in missing])
        return shape

    return structure


def _class_builder(cls: Any, owner: Converter, lenient: Collection[str] = ()) -> Reader:
    """Return a function that makes a shape of a JSON object, in which lenient members may be `ABSENT`."""
    overrides: dict[str, Any] = {}
    for field in attrs.fields(cls):
        hook = _or_absent(owner.get_structure_hook(field.type)) if field.name in lenient else None
        overrides[field.name] = override(rename=member_of(field).wire_name, struct_hook=hook)
    return make_dict_structure_fn(cls, owner, _cattrs_forbid_extra_keys=False, **overrides)


def _or_absent(hook: Reader) -> Reader:
    return lambda data, kind: data if data is ABSENT else hook(data, kind)


def _withheld_wire_names(cls: Any) -> list[tuple[str, str]]:
    """Return the members that others replace, and those that do, by the names in JSON."""
    known = {field.name: member_of(field) for field in attrs.fields(cls)}
    return [
        (it.wire_name, known[it.replaced_by].wire_name)
        for it in members_that_may_be_absent(cls).values()
        if it.replaced_by
    ]


def _unstructure_class(cls: Any, owner: Converter) -> Writer:
    overrides: dict[str, Any] = {
        field.name: override(
            rename=member_of(field).wire_name, omit_if_default=field.default is None
        )
        for field in attrs.fields(cls)
    }
    write = make_dict_unstructure_fn(cls, owner, **overrides)
    if not members_that_may_be_absent(cls):
        return write
    # A shape that lacks members has a class of its own, which the annotation of a field does not name.
    return lambda shape: write(shape) if shape.__class__ is cls else owner.unstructure(shape)


def _structure_optional(annotation: Any, owner: Converter) -> Reader:
    part = optional_part(annotation)
    hook = owner.get_structure_hook(part)
    return lambda data, _: None if data is None else hook(data, part)


def _unstructure_optional(annotation: Any, owner: Converter) -> Writer:
    hook = owner.get_unstructure_hook(optional_part(annotation))
    return lambda value: None if value is None else hook(value)


def _structure_list(annotation: Any, owner: Converter) -> Reader:
    item = element_type(annotation)
    hook = owner.get_structure_hook(item)
    read_list = list_reader(lambda data: hook(data, item), sparse=is_optional(item))
    return lambda data, _: read_list(data)


def _structure_map(annotation: Any, owner: Converter) -> Reader:
    item = element_type(annotation)
    hook = owner.get_structure_hook(item)
    name = key_type(annotation)
    name_hook = owner.get_structure_hook(name)
    read_map = map_reader(
        lambda key: name_hook(key, name), lambda data: hook(data, item), sparse=is_optional(item)
    )
    return lambda data, _: read_map(data)


def _unstructure_list(annotation: Any, owner: Converter) -> Writer:
    hook = owner.get_unstructure_hook(element_type(annotation))
    return lambda value: [hook(item) for item in value]


def _unstructure_map(annotation: Any, owner: Converter) -> Writer:
    hook = owner.get_unstructure_hook(element_type(annotation))
    return lambda value: {str.__str__(key): hook(item) for key, item in value.items()}


def _structure_union(annotation: Any, owner: Converter) -> Reader:
    def reader(arm: Any) -> Callable[[object], object]:
        # Resolved on use, because unions are often recursive.
        return lambda data: owner.get_structure_hook(arm)(data, arm)

    read_union = union_reader({_only_wire_name(arm): reader(arm) for arm in arms_of(annotation)})
    return lambda data, _: read_union(data)


def _unstructure_union(_: Any, owner: Converter) -> Writer:
    return owner.unstructure  # dispatches on the class of the value


def _only_wire_name(arm: Any) -> str:
    (field,) = attrs.fields(arm)
    return member_of(field).wire_name


def _unstructure_unknown_member(_: Any, __: Converter) -> Writer:
    return lambda value: {value.name: value.value}


def _is_unknown_member(annotation: Any) -> bool:
    return annotation is UnknownMember


def _structure_enum(annotation: Any, _: Converter) -> Reader:
    read_enum = scalars.enum_reader(enum_of(annotation))
    return lambda data, _: read_enum(data)


def _structure_int_enum(annotation: Any, _: Converter) -> Reader:
    read_enum = scalars.int_enum_reader(enum_of(annotation))
    return lambda data, _: read_enum(data)


def _structure_timestamp(_: Any, __: Converter) -> Reader:
    return lambda data, _: scalars.read_timestamp(data)


def _unstructure_timestamp(annotation: Any, _: Converter) -> Writer:
    return scalars.TIMESTAMP_WRITERS[timestamp_format(annotation)]


def _structure_document(_: Any, __: Converter) -> Reader:
    return lambda data, _: data


def _unstructure_document(_: Any, __: Converter) -> Writer:
    return lambda value: value


def _unstructure_enum(_: Any, __: Converter) -> Writer:
    return str


def _unstructure_int_enum(_: Any, __: Converter) -> Writer:
    return int


FACTORIES: Final[
    tuple[
        tuple[
            Callable[[Any], bool],
            Callable[[Any, Converter], Reader],
            Callable[[Any, Converter], Writer],
        ],
        ...,
    ]
] = (
    (attrs.has, _structure_class, _unstructure_class),
    (_is_unknown_member, _structure_document, _unstructure_unknown_member),
    (is_one_of, _structure_union, _unstructure_union),
    (is_document, _structure_document, _unstructure_document),
    (is_timestamp, _structure_timestamp, _unstructure_timestamp),
    (is_list, _structure_list, _unstructure_list),
    (is_map, _structure_map, _unstructure_map),
    (is_open_enum, _structure_enum, _unstructure_enum),
    (is_open_int_enum, _structure_int_enum, _unstructure_int_enum),
    (is_optional, _structure_optional, _unstructure_optional),
)
"""Test of an annotation, factory of its reader, factory of its writer."""
