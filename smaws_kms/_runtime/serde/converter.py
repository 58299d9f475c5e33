"""Convert shapes to and from the JSON objects of the awsJson protocols, with cattrs.

Only this module and `cattrs_hooks` import cattrs. JSON has Amazon's member names, base64 text for blobs
and epoch seconds for timestamps. Reading is strict about JSON types: a value of the wrong type is an
error with a path. Unknown members are ignored, unknown enum values are kept, and `null` means absent.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum, StrEnum
from functools import wraps
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError

from smaws_kms._runtime.errors import ErrorMember, ResponseParseError
from smaws_kms._runtime.serde import scalars
from smaws_kms._runtime.serde.cattrs_hooks import FACTORIES, Reader
from smaws_kms._runtime.serde.containers import FailedAt
from smaws_kms._runtime.serde.custom_hooks import CUSTOM_HOOKS
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.serde.wire_arguments import check_class, check_shape, is_shape_class
from smaws_kms._runtime.support.frames import discard_locals, forget_frames, raise_if_from_handler
from smaws_kms._runtime.support.lazy_imports import publish

T = TypeVar("T")

_TOO_DEEP: Final = "nested too deeply"
_JSON_TEXT: Final = "expected an object, got JSON text or other text: call json.loads first"


def to_wire(shape: object) -> dict[str, object]:
    """Return a shape as its JSON object, with Amazon's member names and without unset members.

    Args:
        shape: An instance of a structure, request or response.

    Raises:
        TypeError: The object is no shape.
        ValueError: A timestamp has no time zone.
    """
    outer = sys.exception()
    try:
        check_shape(shape)
        wire: dict[str, object] = converter.unstructure(shape)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    finally:
        del shape
    return wire


def from_wire(cls: type[T], data: object) -> T:
    """Return an instance of a generated class from its JSON object.

    Args:
        cls: A structure, request, response or enum.
        data: The JSON object, as `json.loads` returns it.

    Raises:
        TypeError: The first argument is no such class.
        ResponseParseError: A value does not fit; the error has its JSON path.
    """
    outer = sys.exception()
    try:
        check_class(cls, data)
        is_text = isinstance(data, str | bytes) and is_shape_class(cast("Any", cls))
        value = ResponseParseError(_JSON_TEXT) if is_text else read(cls, data)
    except BaseException as error:
        discard_locals(error, outer)
        raise
    finally:
        del data
    if isinstance(value, ResponseParseError):
        raise value
    return value


def read(cls: type[T], data: object) -> T | ResponseParseError:
    """Do what `from_wire` does, but return the error, since a raised one would hold the data."""
    try:
        return converter.structure(data, cls)
    except (scalars.WrongValue, FailedAt, ClassValidationError, RecursionError) as error:
        for part in _with_nested(error):
            raise_if_from_handler(part)
        parse_error = _to_parse_error(error)
        forget_frames(error)
        return parse_error


def read_members(members: Mapping[str, ErrorMember], data: Mapping[str, object]) -> dict[str, Any]:
    """Return the members of a service error by Python name, without those whose value does not fit.

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
    return cast("type[object]", annotation)  # cattrs accepts any annotation


def _with_nested(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those nested in it, which cattrs collects from readers of members."""
    yield error
    nested: Iterable[BaseException] = ()
    if isinstance(error, FailedAt):
        nested = (error.reason,)
    elif isinstance(error, ClassValidationError):
        nested = error.exceptions
    for part in nested:
        yield from _with_nested(part)


def _to_parse_error(error: BaseException) -> ResponseParseError:
    """Return an error with the path of the first failure, and without values."""
    path = "$"
    while True:
        if isinstance(error, FailedAt):
            path, error = f"{path}{error.step}", error.reason
        elif isinstance(error, ClassValidationError) and (noted := error.group_exceptions()[0]):
            field = attrs.fields_dict(error.cl)[noted[0][1].name]
            path, error = f"{path}.{member_of(field).wire_name}", noted[0][0]
        else:
            return _at_path(error, path)


def _at_path(error: BaseException, path: str) -> ResponseParseError:
    if isinstance(error, RecursionError):
        return ResponseParseError(_TOO_DEEP)  # its path would be too long
    if isinstance(error, KeyError):
        return ResponseParseError("missing, though the service always sends it", path=path)
    # Only the text of `WrongValue` is known to contain no values.
    text = str(error) if isinstance(error, scalars.WrongValue) else type(error).__name__
    return ResponseParseError(text, path=path)


def _ignoring_type(reader: Callable[[Any], object]) -> Reader:
    return lambda data, _: reader(data)


class _PublicConverter(Converter):
    """A converter that records that users have registered hooks, once `_PUBLIC` contains it."""

    __slots__ = ()


def _record(name: str) -> None:
    """Have a method that registers hooks record it in `CUSTOM_HOOKS`."""
    register: Callable[..., object] = getattr(Converter, name)

    @wraps(register)
    def record(self: Converter, *hooks: object, **named_hooks: object) -> object:
        CUSTOM_HOOKS.registered |= any(it is self for it in _PUBLIC)  # but not for a copy of it
        return register(self, *hooks, **named_hooks)

    setattr(_PublicConverter, name, record)


def _new_converter() -> Converter:
    converter = _PublicConverter(detailed_validation=True)
    for kind, reader, writer in scalars.PRIMITIVES:
        converter.register_structure_hook(kind, _ignoring_type(reader))
        converter.register_unstructure_hook(kind, writer)
    for base in (StrEnum, IntEnum):
        converter.register_structure_hook(base, scalars.read_enum)
    for predicate, structure, unstructure in FACTORIES:
        converter.register_structure_hook_factory(predicate, structure)
        converter.register_unstructure_hook_factory(predicate, unstructure)
    return converter


_PUBLIC: Final[list[Converter]] = []
for _name in [name for name in dir(Converter) if name.startswith("register_")]:
    _record(_name)

converter: Final[Converter] = _new_converter()
"""The converter of `to_wire` and `from_wire`; public, so that you can register hooks."""

_PUBLIC.append(converter)

publish(globals(), names=("from_wire", "to_wire"))
