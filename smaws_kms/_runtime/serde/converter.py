"""Shapes to and from the JSON objects of the awsJson protocols. This and `wire_hooks` know cattrs.

Names are Amazon's, blobs are base64 text, timestamps are epoch seconds. Reading is strict about JSON
types, so that a wrong answer is an error with a path and never a value that surprises later; unknown
members are ignored, unknown enum values kept, and `null` means absent.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum, StrEnum
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError

from smaws_kms._runtime.errors import ErrorMember, ResponseParseError
from smaws_kms._runtime.serde import scalars as values
from smaws_kms._runtime.serde.cattrs_hooks import FACTORIES, Reader
from smaws_kms._runtime.serde.containers import At
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.support.frames import discard_locals, forget_frames, raise_if_from_handler
from smaws_kms._runtime.support.lazy_imports import publish

T = TypeVar("T")

_TOO_DEEP: Final = "nested too deeply"


def to_wire(shape: object) -> dict[str, object]:
    """Return any shape as its wire JSON object: members under Amazon's names, unset ones left out.

    Args:
        shape: An instance of a structure, request or response.

    Raises:
        ValueError: a timestamp has no time zone.
    """
    outer = sys.exception()
    try:
        wire: dict[str, object] = converter.unstructure(shape)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    return wire


def from_wire(cls: type[T], data: object) -> T:
    """Return an instance of any generated class from its wire JSON object.

    Args:
        cls: A structure, request, response or enum.
        data: What `json.loads` made of the wire.

    Raises:
        ResponseParseError: with the JSON path of what does not fit.
    """
    outer = sys.exception()
    try:
        value = read(cls, data)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    finally:
        del data
    if isinstance(value, ResponseParseError):
        raise value
    return value


def read(cls: type[T], data: object) -> T | ResponseParseError:
    """Do what `from_wire` does, and return the error: one that was raised would hold the data."""
    try:
        return converter.structure(data, cls)
    except (values.WrongValue, At, ClassValidationError, RecursionError) as error:
        for part in _parts(error):
            raise_if_from_handler(part)
        explained = _explain(error)
        forget_frames(error)
        return explained


def read_members(members: Mapping[str, ErrorMember], data: Mapping[str, object]) -> dict[str, Any]:
    """Return what an error carries, by Python name: what does not fit is left out, as it is no news.

    Args:
        members: The error's members.
        data: The error as a JSON object.
    """
    found: dict[str, Any] = {}
    for name, member in members.items():
        value = data.get(member.wire_name)
        read_value = None if value is None else read(_as_class(member.type), value)
        if not isinstance(read_value, ResponseParseError):
            found[name] = read_value
    return found


def _as_class(annotation: object) -> type[object]:
    return cast("type[object]", annotation)  # to cattrs an annotation is as good as a class


def _parts(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and all that it stands for: cattrs collects what the members' readers raise."""
    yield error
    within: Iterable[BaseException] = ()
    if isinstance(error, At):
        within = (error.reason,)
    elif isinstance(error, ClassValidationError):
        within = error.exceptions
    for part in within:
        yield from _parts(part)


def _explain(error: BaseException) -> ResponseParseError:
    """Follow the first failure down to its place. Values never stand in the text."""
    path = "$"
    while True:
        if isinstance(error, At):
            path, error = f"{path}{error.step}", error.reason
        elif isinstance(error, ClassValidationError) and (noted := error.group_exceptions()[0]):
            field = attrs.fields_dict(error.cl)[noted[0][1].name]
            path, error = f"{path}.{member_of(field).wire_name}", noted[0][0]
        else:
            return _described(error, path)


def _described(error: BaseException, path: str) -> ResponseParseError:
    if isinstance(error, RecursionError):
        return ResponseParseError(_TOO_DEEP)  # the path would be as long as it is deep
    if isinstance(error, KeyError):
        return ResponseParseError("missing, though the service always sends it", path=path)
    # Only our own texts are known to be free of values.
    text = str(error) if isinstance(error, values.WrongValue) else type(error).__name__
    return ResponseParseError(text, path=path)


def _ignoring_type(reader: Callable[[Any], object]) -> Reader:
    return lambda data, _: reader(data)


def _make() -> Converter:
    made = Converter(detailed_validation=True)
    for kind, reader, writer in values.PRIMITIVES:
        made.register_structure_hook(kind, _ignoring_type(reader))
        made.register_unstructure_hook(kind, writer)
    for base in (StrEnum, IntEnum):
        made.register_structure_hook(base, values.read_enum)
    for predicate, structure, unstructure in FACTORIES:
        made.register_structure_hook_factory(predicate, structure)
        made.register_unstructure_hook_factory(predicate, unstructure)
    return made


converter: Final[Converter] = _make()
"""The converter behind `to_wire` and `from_wire`; public, for hooks of your own."""


publish(globals(), names=("from_wire", "to_wire"))
