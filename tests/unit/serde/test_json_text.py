"""Writers of the generated encoders: JSON text for exact types, and `Unusual` for all else."""

import json
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from typing import Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde import json_text
from smaws_kms._runtime.serde.unusual import Unusual


class _Level(IntEnum):
    LOW = 1


class _Text(str):
    __slots__ = ()


_TIME: Final = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1)))

_USUAL: Final[list[tuple[str, Callable[[], str]]]] = [
    ('""', lambda: json_text.str_json("")),
    ('""', lambda: json_text.bytes_json(b"")),
    ('""', lambda: json_text.enum_json(kms.KeySpec, kms.UnknownValue(""))),
    (r'"a\"\ud83d\udd11\ud800"', lambda: json_text.str_json('a"\U0001f511\ud800', 4)),
    ('"RSA_2048"', lambda: json_text.enum_json(kms.KeySpec, kms.KeySpec.RSA_2048, 8)),
    ('"NEW"', lambda: json_text.enum_json(kms.KeySpec, kms.UnknownValue("NEW"))),
    ('"AAE="', lambda: json_text.bytes_json(b"\0\1", 2)),
    ("true", lambda: json_text.bool_json(value=True)),
    ("false", lambda: json_text.bool_json(value=False)),
    ("-1", lambda: json_text.int_json(-1)),
    ("3", lambda: json_text.int_json(3, 3)),
    ("1", lambda: json_text.int_enum_json(_Level, _Level.LOW)),
    ("7", lambda: json_text.int_enum_json(_Level, 7, 7)),
    ("0.1", lambda: json_text.float_json(0.1, 0)),
    ("-0.0", lambda: json_text.float_json(-0.0)),
    ("0.5", lambda: json_text.float_json(0.5, 0.5)),
    ("3", lambda: json_text.float_json(3, 3)),
    (str(2**53), lambda: json_text.float_json(2**53)),
    (str(-(2**53)), lambda: json_text.float_json(-(2**53))),
    ("0.5", lambda: json_text.decimal_json(Decimal("0.5"), 0.5)),
    ("0.1", lambda: json_text.decimal_json(Decimal("0.1"), 0)),
    ("1767319445", lambda: json_text.epoch_json(_TIME)),
    ("1767319445.5", lambda: json_text.epoch_json(_TIME.replace(microsecond=500_000))),
    ('"2026-01-02T02:04:05Z"', lambda: json_text.date_json(_TIME, "date-time")),
    ('"Fri, 02 Jan 2026 02:04:05 GMT"', lambda: json_text.date_json(_TIME, "http-date")),
    (
        '{"new":[1,null]}',
        lambda: json_text.unknown_member_json(kms.UnknownMember("new", [1, None])),
    ),
    ('["a","b"]', lambda: json_text.list_json(['"a"', '"b"'])),
    ('{"a":1,"b":2}', lambda: json_text.map_json({'"a"': "1", '"b"': "2"})),
    ("[]", lambda: json_text.list_json([])),
    ("{}", lambda: json_text.map_json({})),
]

_UNUSUAL: Final[list[Callable[[], object]]] = [
    lambda: json_text.str_json(_Text("a")),
    lambda: json_text.str_json("", 1),
    lambda: json_text.str_json(None),
    lambda: json_text.enum_json(kms.KeySpec, "RSA_2048"),
    lambda: json_text.enum_json(kms.KeySpec, kms.OriginType.AWS_KMS),
    lambda: json_text.enum_json(kms.KeySpec, kms.UnknownValue(""), 1),
    lambda: json_text.bytes_json(bytearray(b"a")),
    lambda: json_text.bytes_json(b"", 1),
    lambda: json_text.bool_json(1),
    lambda: json_text.int_json(value=True),
    lambda: json_text.int_json(_Level.LOW),
    lambda: json_text.int_json(2, 3),
    lambda: json_text.int_enum_json(_Level, value=True),
    lambda: json_text.int_enum_json(_Level, _Level.LOW, 2),
    lambda: json_text.float_json(math.nan),
    lambda: json_text.float_json(-math.inf),
    lambda: json_text.float_json(0.5, 1),
    lambda: json_text.float_json(2, 3),
    lambda: json_text.float_json(2**53 + 1),
    lambda: json_text.float_json(-(2**53) - 1),
    lambda: json_text.float_json(Decimal(1)),
    lambda: json_text.decimal_json(1.5),
    lambda: json_text.decimal_json(Decimal("NaN")),
    lambda: json_text.decimal_json(Decimal("0.5"), 1),
    lambda: json_text.decimal_json(Decimal("1e400")),
    lambda: json_text.epoch_json(_TIME.replace(tzinfo=None)),
    lambda: json_text.date_json(1767319445, "date-time"),
    lambda: json_text.unknown_member_json({"new": 1}),
    lambda: json_text.unknown_member_json(kms.UnknownMember(_Text("new"), 1)),
    lambda: json_text.elements_of(["a"]),
    lambda: json_text.elements_of((), 1),
    lambda: json_text.entries_of([("a", "b")]),
    lambda: json_text.entries_of({}, 1),
]


@pytest.mark.parametrize(("expected", "write"), _USUAL)
def test_usual_values(expected: str, write: Callable[[], str]) -> None:
    """A writer returns compact JSON in ASCII."""
    text = write()

    assert expected == text
    assert text.isascii()
    json.loads(text)


@pytest.mark.parametrize("write", _UNUSUAL)
def test_unusual_values(write: Callable[[], object]) -> None:
    """A value of another type, or below the minimum, is left to cattrs."""
    with pytest.raises(Unusual):
        write()


def test_containers() -> None:
    """Elements and entries of exact tuples and dicts are returned unchanged."""
    assert () == json_text.elements_of(())
    assert [] == [*json_text.entries_of({})]
    assert ("a", 1) == json_text.elements_of(("a", 1), 2)
    assert [("a", 1)] == [*json_text.entries_of({"a": 1}, 1)]


def test_integers_of_too_many_digits() -> None:
    """Python refuses to write them, so that cattrs reports the error."""
    with pytest.raises(ValueError, match="digits"):
        json_text.int_json(10**5000)


def test_epoch_of_utc() -> None:
    """A time in UTC needs no conversion."""
    assert "0" == json_text.epoch_json(datetime(1970, 1, 1, tzinfo=UTC))
