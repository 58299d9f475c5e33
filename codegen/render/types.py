"""What the types of members are called, where they are held and where they are taken."""

from collections.abc import Mapping
from typing import Final

from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.render.source import Import, Source, named, runtime, source

_SCALAR_IMPORTS: Final[Mapping[str, Import]] = {
    "DateTimeText": runtime("serde.fields", "DateTimeText"),
    "Decimal": Import("decimal", "Decimal"),
    "Document": runtime("serde.fields", "Document"),
    "HttpDate": runtime("serde.fields", "HttpDate"),
    "datetime": Import("datetime", "datetime"),
}

_UNKNOWN_VALUE: Final = runtime("serde.unknown_values", "UnknownValue")
_MAPPING: Final = Import("collections.abc", "Mapping")
_SEQUENCE: Final = Import("collections.abc", "Sequence")


def held(type_: PyType) -> Source:
    """Return the annotation of a field: what it holds."""
    match type_:
        case ListType(item=item, sparse=sparse):
            inner = maybe_none(held(item), when=sparse)
            return source(f"tuple[{inner}, ...]", inner)
        case MapType(key=key, value=value, sparse=sparse):
            return _mapping(held(key), maybe_none(held(value), when=sparse))
        case _:
            return _single(type_)


def taken(type_: PyType) -> Source:
    """Return the annotation of a parameter: what it accepts."""
    match type_:
        case ScalarType(name="bytes"):
            return source("Blob", runtime("values", "Blob"))
        case ListType(item=item, sparse=sparse):
            inner = maybe_none(taken(item), when=sparse)
            return source(f"Sequence[{inner}]", inner, _SEQUENCE)
        case MapType(key=key, value=value, sparse=sparse):
            return _mapping(held(key), maybe_none(taken(value), when=sparse))
        case _:
            return _single(type_)


def maybe_none(type_: Source, *, when: bool) -> Source:
    """Return the annotation of what may be None."""
    return source(f"{type_} | None", type_) if when else type_


def _mapping(key: Source, value: Source) -> Source:
    return source(f"Mapping[{key}, {value}]", key, value, _MAPPING)


def _single(type_: ScalarType | EnumType | IntEnumType | ClassType) -> Source:
    match type_:
        case ScalarType(name=name):
            needs = [_SCALAR_IMPORTS[name]] if name in _SCALAR_IMPORTS else []
            return source(name, *needs)
        case EnumType(name=name):
            return source(f"{name} | UnknownValue", Import(".enums", name), _UNKNOWN_VALUE)
        case IntEnumType(name=name):
            return source(f"{name} | int", Import(".enums", name))
        case ClassType(name=name):  # pragma: no branch  # no other type is left
            return named(name, ".structures")
