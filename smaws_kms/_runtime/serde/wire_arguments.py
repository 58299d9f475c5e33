"""Checks of the arguments of `to_wire` and `from_wire`. Texts name types, never values."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, cast, get_origin

from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.results import Err, Ok
from smaws_kms._runtime.serde.fields import is_structure
from smaws_kms._runtime.serde.unknown_values import UnknownMember
from smaws_kms._runtime.support.type_names import name_of


def check_shape(shape: Any) -> None:
    """Raise `TypeError` if `to_wire` cannot convert an object, since it is no shape."""
    if is_shape_class(shape.__class__):
        return
    raise TypeError(
        "to_wire takes an instance of a structure, request or response, "
        f"not {name_of(shape)}{_advise(shape)}"
    )


def check_class(cls: Any, data: object) -> None:
    """Raise `TypeError` if `from_wire` cannot make what its first argument says."""
    if get_origin(cls) is not None:  # the alias of a union
        return
    given: object = cls
    if isinstance(given, type) and (issubclass(given, Enum) or is_shape_class(cls)):
        return
    advice = ""
    if isinstance(data, type):
        advice = ": the class is the first argument, the data the second"
    elif isinstance(given, OperationModel):
        advice = ": pass its `output` or `input`"
    elif is_shape_class(cls.__class__):
        advice = ": pass its class"
    raise TypeError(
        f"from_wire takes a structure, request, response or enum, not {name_of(cast('object', cls))}{advice}"
    )


@cache
def is_shape_class(cls: type[Any]) -> bool:
    """Return whether instances of a class have a JSON form, by the facts that the model gives."""
    return cls is UnknownMember or is_structure(cls)


def _advise(value: Any) -> str:
    if isinstance(value, Ok | Err):
        return ": pass its unwrap()"
    if isinstance(value, type):
        return ": pass an instance"
    if isinstance(value, SmawsError):
        return ": an error has members()"
    if isinstance(value, list | tuple):
        return ": convert each element"
    return ": it is a JSON object already" if isinstance(value, Mapping) else ""
