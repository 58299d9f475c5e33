"""Python types of members, as a tree; `render.types` writes them as annotations."""

from typing import Literal, TypeAlias

from attrs import frozen

ScalarName: TypeAlias = Literal[
    "DateTimeText",
    "Decimal",
    "Document",
    "HttpDate",
    "bool",
    "bytes",
    "datetime",
    "float",
    "int",
    "str",
]


@frozen
class ScalarType:
    """A builtin type, a class of the standard library, or an alias of one in the runtime."""

    name: ScalarName


@frozen
class EnumType:
    """A generated string enum, open to unknown values."""

    name: str


@frozen
class IntEnumType:
    """A generated integer enum, open to unknown values."""

    name: str


@frozen
class ClassType:
    """A generated attrs class of `structures.py`, or the alias of a union."""

    name: str
    is_union: bool = False


@frozen
class ListType:
    """A list: taken as a sequence, held as a tuple."""

    item: "PyType"
    sparse: bool = False
    """Whether items may be None."""


@frozen
class MapType:
    """A map."""

    key: "PyType"
    value: "PyType"
    sparse: bool = False
    """Whether values may be None."""


PyType: TypeAlias = ScalarType | EnumType | IntEnumType | ClassType | ListType | MapType


def class_in(type_: PyType) -> str | None:
    """Return the generated class that a type, list or map finally holds, if any."""
    match type_:
        case ListType(item=inner) | MapType(value=inner):
            return class_in(inner)
        case ClassType(name=name):
            return name
        case _:
            return None
