"""Writers of JSON text, for the encoders that the generator writes.

Each takes the exact type that a constructor keeps, and a minimum of the model. Anything else is
`Unusual`. Results are those of cattrs and of `json`, character by character.
"""

import json
from binascii import b2a_base64
from collections.abc import ItemsView, Mapping, Sequence
from datetime import datetime
from enum import Enum
from json.encoder import encode_basestring_ascii as _quote
from math import isfinite
from typing import Any, Final, cast

from smaws_kms._runtime.serde.unknown_values import UnknownMember, UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.fork_guard import import_whole

encode_json: Final = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
"""Encodes any JSON value."""

_EXACT: Final = 2**53
"""Integers up to here are numbers of JSON that a double can hold, so cattrs accepts them too."""


def str_json(value: object, shortest: float = 0) -> str:
    """Write text of at least so many characters."""
    if type(value) is not str or len(value) < shortest:
        raise Unusual
    return _quote(value)


def enum_json(enum: type[Enum], value: object, shortest: float = 0) -> str:
    """Write a member of a string enum, or an unknown value."""
    kind = type(value)
    if kind is not enum and kind is not UnknownValue:
        raise Unusual
    text = cast("str", value)
    if len(text) < shortest:
        raise Unusual
    return _quote(text)


def bytes_json(value: object, shortest: float = 0) -> str:
    """Write bytes as base64 text."""
    if type(value) is not bytes or len(value) < shortest:
        raise Unusual
    return f'"{b2a_base64(value, newline=False).decode("ascii")}"'


def bool_json(value: object) -> str:
    """Write a boolean."""
    if type(value) is not bool:
        raise Unusual
    return "true" if value else "false"


def int_json(value: object, smallest: float | None = None) -> str:
    """Write an integer."""
    if type(value) is not int or (smallest is not None and value < smallest):
        raise Unusual
    return int.__repr__(value)


def int_enum_json(enum: type[Enum], value: object, smallest: float | None = None) -> str:
    """Write a member of an integer enum, or another integer."""
    return int_json(int(cast("int", value)) if type(value) is enum else value, smallest)


def float_json(value: object, smallest: float | None = None) -> str:
    """Write a finite number."""
    if type(value) is float:
        if not isfinite(value) or (smallest is not None and value < smallest):
            raise Unusual
        return float.__repr__(value)
    text = int_json(value, smallest)
    if not -_EXACT <= cast("int", value) <= _EXACT:
        raise Unusual
    return text


def decimal_json(value: object, smallest: float | None = None) -> str:
    """Write a decimal number with the precision of a double."""
    # Not imported above, which takes 1 ms: few models have decimals, and they import it.
    from decimal import Decimal  # noqa: PLC0415  # see above

    if type(value) is not Decimal or not value.is_finite():
        raise Unusual
    if smallest is not None and value < smallest:
        raise Unusual
    return float_json(float(value))


def epoch_json(value: object) -> str:
    """Write a time as seconds since 1970."""
    seconds = _aware(value).timestamp()
    return int.__repr__(int(seconds)) if seconds.is_integer() else float.__repr__(seconds)


def date_json(value: object, style: str) -> str:
    """Write a time as text.

    Args:
        value: The time.
        style: The Smithy timestamp format, `date-time` or `http-date`.
    """
    # It imports `email`, which calls of most services do not need.
    import_whole(f"{__package__}.scalars")  # a fork waits for it
    from smaws_kms._runtime.serde.scalars import TIMESTAMP_WRITERS  # noqa: PLC0415  # see above

    return _quote(cast("str", TIMESTAMP_WRITERS[style](_aware(value))))


def _aware(value: object) -> datetime:
    if type(value) is not datetime or value.utcoffset() is None:
        raise Unusual
    return value


def unknown_member_json(value: object) -> str:
    """Write a union member that this version does not know."""
    if type(value) is not UnknownMember:
        raise Unusual
    return f"{{{str_json(value.name)}:{encode_json(value.value)}}}"


def elements_of(value: object, shortest: float = 0) -> tuple[Any, ...]:
    """Return the elements of a list with at least so many."""
    if type(value) is not tuple:
        raise Unusual
    elements = cast("tuple[object, ...]", value)
    if len(elements) < shortest:
        raise Unusual
    return elements


def entries_of(value: object, shortest: float = 0) -> ItemsView[Any, Any]:
    """Return the entries of a map with at least so many."""
    if type(value) is not dict:
        raise Unusual
    entries = cast("dict[object, object]", value)
    if len(entries) < shortest:
        raise Unusual
    return entries.items()


def list_json(elements: Sequence[str]) -> str:
    """Write a list from its elements as JSON text."""
    return f"[{','.join(elements)}]"


def map_json(entries: Mapping[str, str]) -> str:
    """Write a map from its keys and values as JSON text."""
    return f"{{{','.join([f'{key}:{value}' for key, value in entries.items()])}}}"
