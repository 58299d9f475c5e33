"""What a generated attrs class is made of: members, their facts, and what they accept.

A field says its wire name and limits through `member(...)`; `members` reads that when the class is
made and adds the check of Python types, so that a wrong argument is a `TypeError` where it is passed.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    TypeAlias,
    TypeVar,
    cast,
    final,
    get_type_hints,
)

from attrs import Attribute, fields, frozen, resolve_types

from smaws_kms._runtime.serde.type_checks import Check, checker
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob

K = TypeVar("K")
S = TypeVar("S")
T = TypeVar("T")

if TYPE_CHECKING:
    Document: TypeAlias = (
        bool | int | float | str | Sequence["Document"] | Mapping[str, "Document"] | None
    )
else:
    Document = object  # a recursive alias is no object that annotations could be read from
"""Any JSON value."""

DateTimeText: TypeAlias = Annotated[datetime, "date-time"]
"""A timestamp that travels as RFC 3339 text."""

HttpDate: TypeAlias = Annotated[datetime, "http-date"]
"""A timestamp that travels as an HTTP date."""


@final
class UnknownValue(str):
    """A value of an enum that this version of the package does not know.

    Answers keep such values instead of failing, and one may be sent as well.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"UnknownValue({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, __: object) -> object:
        """Let models of pydantic have fields such as `KeySpec | UnknownValue`."""
        from smaws_kms._runtime.serde.pydantic_schema import schema_of_text  # noqa: PLC0415 - needs pydantic

        return schema_of_text(cls)


@frozen(kw_only=True)
class Limits:
    """What the model allows: lengths of text, bytes and lists, ranges of numbers."""

    min: float | None = None
    max: float | None = None
    pattern: str | None = None
    unique: bool = False
    item: "Limits | None" = None
    """For each element of a list."""
    key: "Limits | None" = None
    """For each key of a map."""
    value: "Limits | None" = None
    """For each value of a map."""


@frozen
class Member:
    """The model's facts about one member."""

    wire_name: str
    limits: Limits | None
    sensitive: bool


MEMBER: Final = __name__.partition(".")[0]
"""Key of the `Member` in a field's metadata."""


def member(
    wire_name: str, limits: Limits | None = None, *, sensitive: bool = False
) -> Mapping[str, Member]:
    """Return a field's metadata.

    Args:
        wire_name: The member's name in JSON.
        limits: What the model allows.
        sensitive: Whether its value must never be shown.
    """
    return {MEMBER: Member(wire_name, limits, sensitive)}


def member_of(attribute: "Attribute[Any]") -> Member:
    """Return the model's facts about a field of a generated class."""
    return cast("Member", attribute.metadata[MEMBER])


def members(cls: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Add to each field the check of its type and, where sensitive, a repr that shows nothing."""
    return [_complete(cls, attribute) for attribute in attributes]


def _complete(cls: type, attribute: "Attribute[Any]") -> "Attribute[Any]":
    changes: dict[str, object] = {"validator": _TypeValidator(cls.__name__)}
    if member_of(attribute).sensitive:
        changes["repr"] = _redacted
    if not _has_converter(attribute) and "Mapping[" in str(attribute.type):
        changes["converter"] = _to_dict
    return attribute.evolve(**changes)


def _has_converter(attribute: Any) -> bool:
    return attribute.converter is not None


class _TypeValidator:
    """Checks one field; the check is built on first use, when forward references are resolved."""

    __slots__ = ("_check", "_owner")

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._check: Check | None = None

    def __call__(self, _: object, attribute: "Attribute[Any]", value: object) -> None:
        check = self._check
        if check is None:
            check = self._check = checker(attribute.type)
        problem = check(value)
        if problem is not None:
            raise TypeError(f"{self._owner}.{attribute.name}{problem}")


def resolve(namespace: dict[str, Any], *quoted: Callable[..., object]) -> None:
    """Resolve annotations that name what is defined later, for us and for `typing.get_type_hints`.

    Args:
        namespace: The module's `globals()`.
        quoted: Converters and classes that were defined before what they refer to.
    """
    for it in quoted:
        if isinstance(it, type):
            cls = resolve_types(it, namespace)
            cls.__annotations__ = {field.name: field.type for field in fields(cls)}
            init: Any = vars(cls)["__init__"]
            hints = get_type_hints(inspect.unwrap(init), namespace)
            init.__annotations__ = inspect.unwrap(init).__annotations__ = hints
        else:
            it.__annotations__ = get_type_hints(it, namespace)


def _redacted(value: object) -> str:
    return "None" if value is None else "<redacted>"


def _to_dict(value: object) -> object:
    """Keep a copy, so that the caller's mapping can change later without changing the shape."""
    return dict(cast("Mapping[str, object]", value)) if isinstance(value, Mapping) else value


def _is_plain_sequence(value: object) -> bool:
    """Text and bytes are sequences to Python, and never what a list member means."""
    return isinstance(value, Sequence) and not isinstance(
        value, str | bytes | bytearray | memoryview
    )


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def to_bytes(value: Blob) -> bytes:
    """Hold any bytes-like value as `bytes`; anything else is left to the type check."""
    return bytes(value) if isinstance(value, bytearray | memoryview) else value


def to_optional_bytes(value: Blob | None) -> bytes | None:
    """Hold any bytes-like value as `bytes`, and `None` as it is."""
    return bytes(value) if isinstance(value, bytearray | memoryview) else value


def to_tuple(value: Sequence[T]) -> tuple[T, ...]:
    """Hold any sequence but text and bytes as a tuple; anything else is left to the type check."""
    return tuple(value) if _is_plain_sequence(value) else cast("tuple[T, ...]", value)


def to_tuple_of(value: Sequence[S], convert: Callable[[S], T]) -> tuple[T, ...]:
    """Hold a sequence as a tuple of converted items; anything else is left to the type check."""
    if not _is_plain_sequence(value):
        return cast("tuple[T, ...]", value)
    return tuple(convert(item) for item in value)


def map_values(value: Mapping[K, S], convert: Callable[[S], T]) -> Mapping[K, T]:
    """Hold a mapping as a dict of converted values; anything else is left to the type check."""
    if not _is_mapping(value):
        return cast("Mapping[K, T]", value)
    return {key: convert(item) for key, item in value.items()}


def to_strings(value: Sequence[str]) -> tuple[str, ...]:
    """Hold a sequence of strings as a tuple."""
    return to_tuple(value)


def to_optional_strings(value: Sequence[str] | None) -> tuple[str, ...] | None:
    """Hold a sequence of strings as a tuple, and `None` as it is."""
    return None if value is None else to_tuple(value)


publish(globals(), names=("UnknownValue",))
