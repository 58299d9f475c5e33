"""Fields of generated attrs classes: metadata from the model, type checks, redaction, converters.

`member(...)` declares the wire name and the limits of a field. The field transformer `members` adds the
type check to each field, so that a wrong argument raises `TypeError` in the constructor. Limits are
checked later, by `validation`, when a call sends the request.
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
    TypeGuard,
    TypeVar,
    cast,
    get_type_hints,
)

from attrs import Attribute, fields, has, resolve_types

from smaws_kms._runtime.serde.absent import ABSENT
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.values import Blob

K = TypeVar("K")
S = TypeVar("S")
T = TypeVar("T")

# For constructors of attrs, which usual requests and responses do without.
if TYPE_CHECKING:
    from smaws_kms._runtime.serde import type_checks
else:
    type_checks = runtime_module("serde.type_checks")

if TYPE_CHECKING:
    Document: TypeAlias = (
        bool | int | float | str | Sequence["Document"] | Mapping[str, "Document"] | None
    )
else:
    Document = object  # `get_type_hints` cannot resolve a recursive alias
"""Any JSON value."""

DateTimeText: TypeAlias = Annotated[datetime, "date-time"]
"""A timestamp that JSON holds as RFC 3339 text."""

HttpDate: TypeAlias = Annotated[datetime, "http-date"]
"""A timestamp that JSON holds as an HTTP date."""


class Limits(Frozen):
    """Constraints of the model: lengths of text, bytes, lists and maps, ranges of numbers, patterns."""

    __slots__ = ("min", "max", "pattern", "unique", "item", "key", "value")  # noqa: RUF023  # the order of `repr`

    min: float | None
    max: float | None
    pattern: str | None
    unique: bool
    item: "Limits | None"
    """Constraints of each element of a list."""
    key: "Limits | None"
    """Constraints of each key of a map."""
    value: "Limits | None"
    """Constraints of each value of a map."""

    def __init__(
        self,
        *,
        min: float | None = None,  # noqa: A002  # the trait's word
        max: float | None = None,  # noqa: A002  # the trait's word
        pattern: str | None = None,
        unique: bool = False,
        item: "Limits | None" = None,
        key: "Limits | None" = None,
        value: "Limits | None" = None,
    ) -> None:
        self._set(min=min, max=max, pattern=pattern, unique=unique, item=item, key=key, value=value)


class Member(Frozen):
    """The model's facts about one member."""

    __slots__ = ("wire_name", "limits", "sensitive", "always_sent", "replaced_by")  # noqa: RUF023  # the order of `repr`

    wire_name: str
    limits: Limits | None
    sensitive: bool
    always_sent: bool
    """Whether the service always sends it, though other implementations of the service may not."""
    replaced_by: str | None
    """Python name of the member that a response has instead if it withholds this one."""

    def __init__(
        self,
        wire_name: str,
        limits: Limits | None,
        sensitive: bool,  # noqa: FBT001  # `member` takes it by keyword
        always_sent: bool = False,  # noqa: FBT001, FBT002  # see above
        replaced_by: str | None = None,
    ) -> None:
        self._set(
            wire_name=wire_name,
            limits=limits,
            sensitive=sensitive,
            always_sent=always_sent,
            replaced_by=replaced_by,
        )


MEMBER: Final = __name__.partition(".")[0]
"""Key of the `Member` in the metadata of a field."""


def member(
    wire_name: str,
    limits: Limits | None = None,
    *,
    sensitive: bool = False,
    always_sent: bool = False,
    replaced_by: str | None = None,
) -> Mapping[str, Member]:
    """Return the metadata of a field.

    Args:
        wire_name: The member's name in JSON.
        limits: Constraints of the model.
        sensitive: Whether `repr` hides the value.
        always_sent: Whether only another implementation of the service may leave it out.
        replaced_by: Member that a response has instead if it withholds this one.
    """
    return {MEMBER: Member(wire_name, limits, sensitive, always_sent, replaced_by)}


def member_of(attribute: "Attribute[Any]") -> Member:
    """Return the model's facts about a field."""
    return cast("Member", attribute.metadata[MEMBER])


def is_structure(cls: object) -> TypeGuard[type[Any]]:
    """Return whether a class is one of a structure, request, response, or member of a union."""
    return (
        isinstance(cls, type)
        and has(cls)
        and all(MEMBER in field.metadata for field in fields(cls))
    )


def members(cls: type, attributes: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """Add a type check to each field, and a redacting repr to sensitive ones (attrs transformer)."""
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
    """attrs validator of a field. Builds its check on first use, after `resolve` has run."""

    __slots__ = ("_check", "_owner")

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._check: type_checks.Check | None = None

    def __call__(self, _: object, attribute: "Attribute[Any]", value: object) -> None:
        check = self._check
        if check is None:
            sensitive = member_of(attribute).sensitive
            check = self._check = type_checks.checker(attribute.type, sensitive=sensitive)
        if value is not ABSENT and (problem := check(value)) is not None:
            raise TypeError(f"{self._owner}.{attribute.name}{problem}")


def resolve(namespace: dict[str, Any], *quoted: Callable[..., object]) -> None:
    """Resolve forward references in annotations, for type checks and `typing.get_type_hints`.

    Args:
        namespace: The module's `globals()`.
        quoted: Converters and classes with forward references.
    """
    for definition in quoted:
        if isinstance(definition, type):
            cls = resolve_types(definition, namespace)
            cls.__annotations__ = {field.name: field.type for field in fields(cls)}
            init: Any = vars(cls)["__init__"]
            hints = get_type_hints(inspect.unwrap(init), namespace)
            init.__annotations__ = inspect.unwrap(init).__annotations__ = hints
        else:
            definition.__annotations__ = get_type_hints(definition, namespace)


def _redacted(value: object) -> str:
    return "None" if value is None else "<redacted>"


def _to_dict(value: object) -> object:
    """Copy a mapping, so that later changes by the caller do not change the shape."""
    return dict(cast("Mapping[str, object]", value)) if isinstance(value, Mapping) else value


def _is_plain_sequence(value: object) -> bool:
    """Return whether a list member accepts the value: any sequence except text and bytes."""
    return isinstance(value, Sequence) and not isinstance(
        value, str | bytes | bytearray | memoryview
    )


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def to_bytes(value: Blob) -> bytes:
    """Convert bytes-like values to `bytes`, and leave others to the type check."""
    return bytes(value) if isinstance(value, bytearray | memoryview) else value


def to_optional_bytes(value: Blob | None) -> bytes | None:
    """Convert bytes-like values to `bytes`, and leave `None` and others unchanged."""
    return bytes(value) if isinstance(value, bytearray | memoryview) else value


def to_tuple(value: Sequence[T]) -> tuple[T, ...]:
    """Convert sequences to tuples, and leave text, bytes and others to the type check."""
    return tuple(value) if _is_plain_sequence(value) else cast("tuple[T, ...]", value)


def to_tuple_of(value: Sequence[S], convert: Callable[[S], T]) -> tuple[T, ...]:
    """Convert a sequence and its items to a tuple, and leave others to the type check."""
    if not _is_plain_sequence(value):
        return cast("tuple[T, ...]", value)
    return tuple(convert(item) for item in value)


def map_values(value: Mapping[K, S], convert: Callable[[S], T]) -> Mapping[K, T]:
    """Convert a mapping and its values to a dict, and leave others to the type check."""
    if not _is_mapping(value):
        return cast("Mapping[K, T]", value)
    return {key: convert(item) for key, item in value.items()}


def to_strings(value: Sequence[str]) -> tuple[str, ...]:
    """Convert a sequence of strings to a tuple."""
    return to_tuple(value)


def to_optional_strings(value: Sequence[str] | None) -> tuple[str, ...] | None:
    """Convert a sequence of strings to a tuple, and leave `None` unchanged."""
    return None if value is None else to_tuple(value)
