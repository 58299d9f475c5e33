"""Tests and parts of the annotations that generated classes use."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from smaws_kms._runtime.serde.unknown_values import UnknownMember, UnknownValue


def is_union(annotation: Any) -> bool:
    """Return whether the annotation is `X | Y`."""
    return get_origin(annotation) in (Union, UnionType)


def is_optional(annotation: Any) -> bool:
    """Return whether the annotation is `X | None`."""
    return is_union(annotation) and NoneType in get_args(annotation)


def optional_part(annotation: Any) -> Any:
    """Return `X` of `X | None`."""
    parts = tuple(part for part in get_args(annotation) if part is not NoneType)
    return Union[parts]  # noqa: UP007  # made at run time


def is_list(annotation: Any) -> bool:
    """Return whether the annotation is `tuple[X, ...]`."""
    return get_origin(annotation) is tuple


def is_map(annotation: Any) -> bool:
    """Return whether the annotation is `Mapping[str, X]`."""
    return get_origin(annotation) is Mapping


def element_type(annotation: Any) -> Any:
    """Return the type of a list's elements or of a map's values."""
    return next(part for part in reversed(get_args(annotation)) if part is not Ellipsis)


def key_type(annotation: Any) -> Any:
    """Return the type of a map's keys."""
    return get_args(annotation)[0]


def is_one_of(annotation: Any) -> bool:
    """Return whether the annotation is a Smithy union: a class for each member, and `UnknownMember`."""
    return (
        is_union(annotation)
        and not is_optional(annotation)
        and UnknownMember in get_args(annotation)
    )


def arms_of(annotation: Any) -> list[type]:
    """Return the classes of a Smithy union without `UnknownMember`."""
    return [part for part in get_args(annotation) if part is not UnknownMember]


def is_open_enum(annotation: Any) -> bool:
    """Return whether the annotation is `SomeEnum | UnknownValue`."""
    return (
        is_union(annotation)
        and not is_optional(annotation)
        and UnknownValue in get_args(annotation)
    )


def is_open_int_enum(annotation: Any) -> bool:
    """Return whether the annotation is `SomeIntEnum | int`."""
    return is_union(annotation) and not is_optional(annotation) and int in get_args(annotation)


def enum_of(annotation: Any) -> type[Enum]:
    """Return `SomeEnum` of `SomeEnum | UnknownValue` or `SomeEnum | int`."""
    return next(
        part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, Enum)
    )


def is_timestamp(annotation: Any) -> bool:
    """Return whether the annotation is a `datetime`, in any timestamp format."""
    return annotation is datetime or (
        get_origin(annotation) is Annotated and get_args(annotation)[0] is datetime
    )


def timestamp_format(annotation: Any) -> str:
    """Return the Smithy timestamp format, for example `epoch-seconds`."""
    return "epoch-seconds" if annotation is datetime else str(get_args(annotation)[1])


def is_document(annotation: Any) -> bool:
    """Return whether the annotation allows any JSON value."""
    return annotation is object
