"""Renders types as annotations: of fields, and of parameters, which accept more."""

from collections.abc import Mapping
from typing import Final

from codegen.ir.imports import Import, imported
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.render.source import Source, named, source

_SCALAR_IMPORTS: Final[Mapping[str, Import]] = {
    "DateTimeText": imported("DateTimeText"),
    "Decimal": imported("Decimal"),
    "Document": imported("Document"),
    "HttpDate": imported("HttpDate"),
    "datetime": imported("datetime"),
}

_UNKNOWN_VALUE: Final = imported("UnknownValue")
_MAPPING: Final = imported("Mapping")
_SEQUENCE: Final = imported("Sequence")


def held(type_: PyType) -> Source:
    """Return the annotation of a field."""
    match type_:
        case ListType(item=item, sparse=sparse):
            inner = maybe_none(held(item), when=sparse)
            return source(f"tuple[{inner}, ...]", inner)
        case MapType(key=key, value=value, sparse=sparse):
            return _mapping(held(key), maybe_none(held(value), when=sparse))
        case _:
            return _single(type_)


def taken(type_: PyType) -> Source:
    """Return the annotation of a parameter."""
    match type_:
        case ScalarType(name="bytes"):
            return source("Blob", imported("Blob"))
        case ListType(item=item, sparse=sparse):
            inner = maybe_none(taken(item), when=sparse)
            return source(f"Sequence[{inner}]", inner, _SEQUENCE)
        case MapType(key=key, value=value, sparse=sparse):
            return _mapping(held(key), maybe_none(taken(value), when=sparse))
        case _:
            return _single(type_)


def maybe_none(type_: Source, *, when: bool) -> Source:
    """Return an annotation, with `| None` if the condition holds."""
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
