"""What an annotation of a generated class means on the wire."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from smaws_kms._runtime.serde.fields import UnknownValue
from smaws_kms._runtime.serde.unions import UnknownMember


def is_union(annotation: Any) -> bool:
    """Tell whether it is `X | Y`."""
    return get_origin(annotation) in (Union, UnionType)


def is_optional(annotation: Any) -> bool:
    """Tell whether it is `X | None`."""
    return is_union(annotation) and NoneType in get_args(annotation)


def optional_part(annotation: Any) -> Any:
    """Return `X` of `X | None`."""
    parts = tuple(part for part in get_args(annotation) if part is not NoneType)
    return Union[parts]  # noqa: UP007  # made at run time


def is_list(annotation: Any) -> bool:
    """Tell whether it is `tuple[X, ...]`."""
    return get_origin(annotation) is tuple


def is_map(annotation: Any) -> bool:
    """Tell whether it is `Mapping[str, X]`."""
    return get_origin(annotation) is Mapping


def element_type(annotation: Any) -> Any:
    """Return the type of a list's items or of a map's values."""
    return next(part for part in reversed(get_args(annotation)) if part is not Ellipsis)


def key_type(annotation: Any) -> Any:
    """Return the type of a map's keys."""
    return get_args(annotation)[0]


def is_one_of(annotation: Any) -> bool:
    """Tell whether it is a union of the model: classes of which a value is one."""
    return (
        is_union(annotation)
        and not is_optional(annotation)
        and UnknownMember in get_args(annotation)
    )


def arms_of(annotation: Any) -> list[type]:
    """Return the classes of a union of the model, without the one for unknown members."""
    return [part for part in get_args(annotation) if part is not UnknownMember]


def is_open_enum(annotation: Any) -> bool:
    """Tell whether it is an enum that also takes values this version does not know."""
    return (
        is_union(annotation)
        and not is_optional(annotation)
        and UnknownValue in get_args(annotation)
    )


def is_open_int_enum(annotation: Any) -> bool:
    """Tell whether it is an integer enum that also takes other integers."""
    return is_union(annotation) and not is_optional(annotation) and int in get_args(annotation)


def enum_of(annotation: Any) -> type[Enum]:
    """Return the enum of an open enum."""
    return next(
        part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, Enum)
    )


def is_timestamp(annotation: Any) -> bool:
    """Tell whether it is a `datetime`, in whichever format."""
    return annotation is datetime or (
        get_origin(annotation) is Annotated and get_args(annotation)[0] is datetime
    )


def timestamp_format(annotation: Any) -> str:
    """Return how a timestamp travels."""
    return "epoch-seconds" if annotation is datetime else str(get_args(annotation)[1])


def is_document(annotation: Any) -> bool:
    """Tell whether it is any JSON value."""
    return annotation is object
