"""Read parsed JSON values in generated decoders.

Each function takes the usual form of a value only. For any other form it raises an exception, and the
response is read again by cattrs, which accepts more forms and names the member that is wrong.
"""

from binascii import a2b_base64
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.fork_guard import import_whole

if TYPE_CHECKING:
    from decimal import Decimal

    from smaws_kms._runtime.serde.fields import Document

E = TypeVar("E", bound=Enum)

bytes_value: Final[Callable[[Any], bytes]] = partial(a2b_base64, strict_mode=True)
"""Decodes base64 text."""


def str_value(data: object) -> str:
    """Return a string."""
    if type(data) is not str:
        raise Unusual
    return data


def bool_value(data: object) -> bool:
    """Return a boolean."""
    if type(data) is not bool:
        raise Unusual
    return data


def int_value(data: object) -> int:
    """Return an integer, but not a boolean."""
    if type(data) is not int:
        raise Unusual
    return data


def float_value(data: object) -> float:
    """Return a number as a float."""
    if type(data) is float:
        return data
    return float(int_value(data))


def datetime_value(data: object) -> datetime:
    """Return the UTC time of epoch seconds, or of text."""
    if type(data) is float or type(data) is int:
        return datetime.fromtimestamp(data, UTC)
    import_whole(f"{__package__}.scalars")  # a fork waits for it
    from smaws_kms._runtime.serde.scalars import read_timestamp  # noqa: PLC0415 - imports much

    return read_timestamp(data)


def decimal_value(data: object) -> "Decimal":
    """Return a number of any precision."""
    import_whole(f"{__package__}.scalars")  # a fork waits for it
    from smaws_kms._runtime.serde.scalars import read_decimal  # noqa: PLC0415 - imports much

    return read_decimal(data)


def document_value(data: object) -> "Document":
    """Return any JSON value except `null`, which means absent."""
    if data is None:
        raise Unusual
    return cast("Document", data)


def enum_value(enum: type[E], data: object) -> E | UnknownValue:
    """Return a member of a string enum, or its text if the enum does not know it."""
    known: E | None = _MEMBERS[enum].get(data)
    return UnknownValue(str_value(data)) if known is None else known


def int_enum_value(enum: type[E], data: object) -> E | int:
    """Return a member of an integer enum, or its number if the enum does not know it."""
    number = int_value(data)
    known: E | int = _MEMBERS[enum].get(number, number)
    return known


def list_value(data: object) -> list[object]:
    """Return an array."""
    if type(data) is not list:
        raise Unusual
    return cast("list[object]", data)


def entries_value(data: object) -> "Iterator[tuple[str, object]]":
    """Return the names and values of an object."""
    if type(data) is not dict:
        raise Unusual
    return iter(cast("dict[str, object]", data).items())


def only_entry(data: object) -> tuple[str, object]:
    """Return the name and the value of the only member, which is how JSON shows a union."""
    ((name, value),) = entries_value(data)
    if value is None or name == "__type":
        raise Unusual
    return name, value


class _Members(dict[type[Enum], dict[object, Any]]):
    """Members of enums by their values, which are collected when an enum is read first."""

    def __missing__(self, enum: type[Enum]) -> dict[object, Any]:
        members: dict[object, Any] = {cast("object", item.value): item for item in enum}
        return self.setdefault(enum, members)


_MEMBERS: Final = _Members()
