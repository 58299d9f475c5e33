"""Readers of the generated decoders: values of exact types, and an exception for all else."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

import pytest

from smaws_kms import UnknownValue
from smaws_kms._runtime.serde import json_values
from smaws_kms._runtime.serde.scalars import WrongValue
from smaws_kms._runtime.serde.unusual import Unusual

_TIME = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class _Color(StrEnum):
    RED = "dark-red"


class _Level(IntEnum):
    LOW = 1


def read_color(data: object) -> _Color | UnknownValue:
    """Read a string enum."""
    return json_values.enum_value(_Color, data)


def read_level(data: object) -> _Level | int:
    """Read an integer enum."""
    return json_values.int_enum_value(_Level, data)


def read_entries(data: object) -> list[tuple[str, object]]:
    """Read an object."""
    return list(json_values.entries_value(data))


@pytest.mark.parametrize(
    ("read", "data", "expected"),
    [
        (json_values.str_value, "", ""),
        (json_values.bool_value, False, False),
        (json_values.int_value, 10**400, 10**400),
        (json_values.float_value, 0.5, 0.5),
        (json_values.float_value, 3, 3.0),
        (json_values.bytes_value, "AAE=", b"\0\1"),
        (json_values.datetime_value, 1767323045, _TIME),
        (json_values.datetime_value, 1767323045.0, _TIME),
        (json_values.datetime_value, "2026-01-02T03:04:05Z", _TIME),
        (json_values.decimal_value, "0.10", Decimal("0.10")),
        (json_values.document_value, False, False),
        (read_color, "dark-red", _Color.RED),
        (read_color, "RED", UnknownValue("RED")),
        (read_level, 1, _Level.LOW),
        (read_level, 7, 7),
        (json_values.list_value, [1, None], [1, None]),
        (read_entries, {"a": 1, "b": None}, [("a", 1), ("b", None)]),
        (json_values.only_entry, {"a": 1}, ("a", 1)),
    ],
)
def test_usual(read: Callable[[object], Any], data: object, expected: object) -> None:
    """A value of the usual type is read."""
    # Twice, because members of enums are collected when an enum is read first.
    for found in (read(data), read(data)):
        assert (type(expected), expected) == (type(found), found)
        assert getattr(expected, "tzinfo", None) is getattr(found, "tzinfo", None)


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (json_values.str_value, 1),
        (json_values.str_value, None),
        (json_values.bool_value, 1),
        (json_values.int_value, True),
        (json_values.int_value, 1.0),
        (json_values.float_value, True),
        (json_values.float_value, "0.5"),
        (json_values.bytes_value, 1),
        (json_values.document_value, None),
        (read_color, 1),
        (read_color, None),
        (read_level, True),
        (read_level, "1"),
        (json_values.list_value, ()),
        (json_values.list_value, None),
        (read_entries, []),
        (read_entries, None),
        (json_values.only_entry, {"a": None}),
        (json_values.only_entry, {"__type": "a"}),
    ],
)
def test_unusual(read: Callable[[object], object], data: object) -> None:
    """Other types are left to cattrs, even if they are equal to the usual one."""
    with pytest.raises(Unusual):
        read(data)


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (json_values.bytes_value, "AAE"),
        (json_values.bytes_value, "AA E="),
        (json_values.datetime_value, 1e300),
        (json_values.datetime_value, float("nan")),
        (json_values.only_entry, {}),
        (json_values.only_entry, {"a": 1, "b": 2}),
    ],
)
def test_invalid(read: Callable[[object], object], data: object) -> None:
    """Values that Python refuses raise an exception too."""
    with pytest.raises((ValueError, OverflowError)):
        read(data)


@pytest.mark.parametrize(
    ("read", "data"),
    [(json_values.datetime_value, True), (json_values.decimal_value, True)],
)
def test_wrong(read: Callable[[object], object], data: object) -> None:
    """A boolean is neither a time nor a number."""
    with pytest.raises(WrongValue):
        read(data)
