"""Shapes to and from the JSON objects of the awsJson protocols. The only file that knows cattrs.

Names are Amazon's, blobs are base64 text, timestamps are epoch seconds. Reading is strict about JSON
types, so that a wrong answer is an error with a path and never a value that surprises later; unknown
members are ignored, unknown enum values kept, and `null` means absent.
"""

from collections.abc import Callable
from enum import IntEnum, StrEnum
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from smaws_kms._runtime import wire_values as values
from smaws_kms._runtime.errors import ResponseParseError
from smaws_kms._runtime.lazy import publish
from smaws_kms._runtime.shapes import member_of
from smaws_kms._runtime.wire_types import (
    element_type,
    enum_of,
    is_document,
    is_list,
    is_map,
    is_open_enum,
    is_open_int_enum,
    is_optional,
    is_timestamp,
    optional_part,
    timestamp_format,
)

T = TypeVar("T")

Reader = Callable[[Any, Any], Any]
Writer = Callable[[Any], Any]

_TOO_DEEP: Final = "nested too deeply"


def to_wire(shape: object) -> dict[str, object]:
    """Return any shape as its wire JSON object: members under Amazon's names, unset ones left out.

    Args:
        shape: An instance of a structure, request or response.

    Raises:
        ValueError: a timestamp has no time zone.
    """
    wire: dict[str, object] = converter.unstructure(shape)
    return wire


def from_wire(cls: type[T], data: object) -> T:
    """Return an instance of any generated class from its wire JSON object.

    Args:
        cls: A structure, request, response or enum.
        data: What `json.loads` made of the wire.

    Raises:
        ResponseParseError: with the JSON path of what does not fit.
    """
    value = read(cls, data)
    if isinstance(value, ResponseParseError):
        raise value
    return value


def read(cls: type[T], data: object) -> T | ResponseParseError:
    """Do what `from_wire` does, and return the error: one that was raised would hold the data."""
    try:
        return converter.structure(data, cls)
    except (values.WrongValue, values.At, ClassValidationError, RecursionError) as error:
        return _explain(error)


def _explain(error: BaseException) -> ResponseParseError:
    """Follow the first failure down to its place. Values never stand in the text."""
    path = "$"
    while True:
        if isinstance(error, values.At):
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


def _structure_class(cls: Any, owner: Converter) -> Reader:
    names: dict[str, Any] = {
        field.name: override(rename=member_of(field).wire_name) for field in attrs.fields(cls)
    }
    build = make_dict_structure_fn(cls, owner, _cattrs_forbid_extra_keys=False, **names)

    def structure(data: Any, _: Any) -> Any:
        if not isinstance(data, dict):
            raise values.WrongValue("an object", data)
        present = {k: v for k, v in cast("dict[str, object]", data).items() if v is not None}
        return build(present, cls)

    return structure


def _unstructure_class(cls: Any, owner: Converter) -> Writer:
    overrides: dict[str, Any] = {
        field.name: override(
            rename=member_of(field).wire_name, omit_if_default=field.default is None
        )
        for field in attrs.fields(cls)
    }
    return make_dict_unstructure_fn(cls, owner, **overrides)


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
    read_list = values.list_reader(lambda data: hook(data, item), sparse=is_optional(item))
    return lambda data, _: read_list(data)


def _structure_map(annotation: Any, owner: Converter) -> Reader:
    item = element_type(annotation)
    hook = owner.get_structure_hook(item)
    read_map = values.map_reader(lambda data: hook(data, item), sparse=is_optional(item))
    return lambda data, _: read_map(data)


def _unstructure_list(annotation: Any, owner: Converter) -> Writer:
    hook = owner.get_unstructure_hook(element_type(annotation))
    return lambda value: [hook(item) for item in value]


def _unstructure_map(annotation: Any, owner: Converter) -> Writer:
    hook = owner.get_unstructure_hook(element_type(annotation))
    return lambda value: {str.__str__(key): hook(item) for key, item in value.items()}


def _structure_enum(annotation: Any, _: Converter) -> Reader:
    read_enum = values.enum_reader(enum_of(annotation))
    return lambda data, _: read_enum(data)


def _structure_int_enum(annotation: Any, _: Converter) -> Reader:
    read_enum = values.int_enum_reader(enum_of(annotation))
    return lambda data, _: read_enum(data)


def _structure_timestamp(_: Any, __: Converter) -> Reader:
    return lambda data, _: values.read_timestamp(data)


def _unstructure_timestamp(annotation: Any, _: Converter) -> Writer:
    return values.TIMESTAMP_WRITERS[timestamp_format(annotation)]


def _structure_document(_: Any, __: Converter) -> Reader:
    return lambda data, _: data


def _unstructure_document(_: Any, __: Converter) -> Writer:
    return lambda value: value


def _unstructure_enum(_: Any, __: Converter) -> Writer:
    return str


def _unstructure_int_enum(_: Any, __: Converter) -> Writer:
    return int


_FACTORIES: Final[
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
    (is_document, _structure_document, _unstructure_document),
    (is_timestamp, _structure_timestamp, _unstructure_timestamp),
    (is_list, _structure_list, _unstructure_list),
    (is_map, _structure_map, _unstructure_map),
    (is_open_enum, _structure_enum, _unstructure_enum),
    (is_open_int_enum, _structure_int_enum, _unstructure_int_enum),
    (is_optional, _structure_optional, _unstructure_optional),
)
"""For each kind of annotation what makes its reader and its writer."""


def _ignoring_type(reader: Callable[[Any], object]) -> Reader:
    return lambda data, _: reader(data)


def _make() -> Converter:
    made = Converter(detailed_validation=True)
    for kind, reader, writer in values.PRIMITIVES:
        made.register_structure_hook(kind, _ignoring_type(reader))
        made.register_unstructure_hook(kind, writer)
    for base in (StrEnum, IntEnum):
        made.register_structure_hook(base, values.read_enum)
    for predicate, structure, unstructure in _FACTORIES:
        made.register_structure_hook_factory(predicate, structure)
        made.register_unstructure_hook_factory(predicate, unstructure)
    return made


converter: Final = _make()
"""The converter behind `to_wire` and `from_wire`; public, for hooks of your own."""


publish(globals(), "smaws_kms", ("from_wire", "to_wire"))
