"""Read and write scalars: text, numbers, blobs, timestamps and enums."""

import binascii
import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import format_datetime, parsedate_to_datetime
from enum import Enum
from types import NoneType
from typing import Any, Final, TypeVar, cast

from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.type_names import name_of

E = TypeVar("E", bound=Enum)

_FLOAT_NAMES: Final = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


class WrongValue(Exception):
    """A JSON value has another type than the shape expects. The text never shows the value."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, got {_what_came(value)}")


class MissingValue(WrongValue):
    """A member that must be there, or its replacement, is missing."""

    def __init__(self, detail: str) -> None:
        Exception.__init__(self, f"missing, {detail}")


def _what_came(value: object) -> str:
    """Return the JSON type of a value, or the name of its type with advice if JSON has no such type."""
    names: dict[type, str] = {
        NoneType: "null",
        bool: "a boolean",
        str: "a string",
        int: "a number",
        float: "a number",
        Decimal: "a number",
        dict: "an object",
        list: "an array",
    }
    kind = type(value)
    if kind in names:
        return names[kind]
    advice = next((text for kinds, text in _ADVICE if isinstance(value, kinds)), "")
    return f"{name_of(value)}, which JSON does not have{advice}"


_ADVICE: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    ((bytes, bytearray, memoryview), ": base64 text stands for bytes"),
    (datetime, ": epoch seconds stand for a time"),
    ((tuple, set, frozenset), ": pass a list"),
    (Mapping, ": pass a dict"),
    (Enum, ": pass its value"),
)


def read_string(data: object) -> str:
    if not isinstance(data, str):
        raise WrongValue("a string", data)
    return data


def read_boolean(data: object) -> bool:
    if not isinstance(data, bool):
        raise WrongValue("a boolean", data)
    return data


def read_integer(data: object) -> int:
    """Read an integer; `5.0` counts as one."""
    if isinstance(data, float) and data.is_integer():
        return int(data)
    if not isinstance(data, int) or isinstance(data, bool):
        raise WrongValue("an integer", data)
    return data


def read_float(data: object) -> float:
    """Read a number, or the text `NaN`, `Infinity` or `-Infinity`."""
    if isinstance(data, str) and data in _FLOAT_NAMES:
        return _FLOAT_NAMES[data]
    if not isinstance(data, int | float) or isinstance(data, bool):
        raise WrongValue("a number", data)
    try:
        return float(data)
    except OverflowError:
        reason = WrongValue("a number that a double can hold", data)
    raise reason


def read_decimal(data: object) -> Decimal:
    """Read a number of any precision from a number or text."""
    if isinstance(data, str | int | float) and not isinstance(data, bool):
        try:
            return Decimal(str(data))
        except ArithmeticError:
            pass
    raise WrongValue("a number", data)


def read_blob(data: object) -> bytes:
    """Decode base64 text."""
    if isinstance(data, str):
        try:
            return binascii.a2b_base64(data, strict_mode=True)
        except ValueError as error:
            raise_if_from_handler(error)
    raise WrongValue("base64 text", data)


def read_timestamp(data: object) -> datetime:
    """Read a time in any of the three Smithy formats as an aware UTC datetime."""
    try:
        if isinstance(data, int | float) and not isinstance(data, bool):
            return datetime.fromtimestamp(data, UTC)
        if isinstance(data, str):
            return _read_date(data).astimezone(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise_if_from_handler(error)
    raise WrongValue("a timestamp", data)


def _read_date(text: str) -> datetime:
    date = parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def write_blob(value: bytes) -> str:
    """Encode bytes as base64 text."""
    return binascii.b2a_base64(value, newline=False).decode("ascii")


def write_float(value: float) -> float | str:
    """Return a finite number unchanged, others as `NaN`, `Infinity` or `-Infinity`."""
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _write_epoch(value: datetime) -> float:
    seconds = _aware(value).timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def _write_date_time(value: datetime) -> str:
    return _aware(value).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _write_http_date(value: datetime) -> str:
    return format_datetime(_aware(value).astimezone(UTC), usegmt=True)


def _aware(value: datetime) -> datetime:
    if value.utcoffset() is None:
        raise ValueError("a timestamp needs a time zone, got a naive datetime")
    return value


TIMESTAMP_WRITERS: Final[Mapping[str, Callable[[datetime], object]]] = {
    "epoch-seconds": _write_epoch,
    "date-time": _write_date_time,
    "http-date": _write_http_date,
}

PRIMITIVES: Final[tuple[tuple[type, Callable[[Any], object], Callable[[Any], object]], ...]] = (
    (str, read_string, str.__str__),  # the text itself, also for `class Keys(str, Enum)`
    (bool, read_boolean, bool),
    (int, read_integer, int),
    (float, read_float, write_float),
    (Decimal, read_decimal, float),
    (bytes, read_blob, write_blob),
)
"""Type, reader and writer."""


def read_enum(data: object, enum: type[E]) -> E:
    """Read an enum value. Raises `WrongValue` for an unknown one, since the caller asked for `enum`."""
    known = isinstance(data, str | int) and data in {item.value for item in enum}
    if not known:
        raise WrongValue(f"a value of {enum.__name__} that this version knows", data)
    return enum(data)


def enum_reader(enum: type[Enum]) -> Callable[[object], object]:
    """Return a reader that converts values unknown to the enum to `UnknownValue`."""
    known: dict[object, Enum] = {cast("object", item.value): item for item in enum}

    def read(data: object) -> object:
        text = read_string(data)
        return known[text] if text in known else UnknownValue(text)

    return read


def int_enum_reader(enum: type[Enum]) -> Callable[[object], object]:
    """Return a reader that keeps numbers unknown to the enum as `int`."""
    known: dict[object, Enum] = {cast("object", item.value): item for item in enum}

    def read(data: object) -> object:
        number = read_integer(data)
        return known.get(number, number)

    return read
