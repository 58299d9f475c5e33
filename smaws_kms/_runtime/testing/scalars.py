"""Example values of scalars, within the limits of the model."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from smaws_kms._runtime.serde import annotations as types
from smaws_kms._runtime.serde.fields import Limits
from smaws_kms._runtime.testing.patterns import text_for

TIME: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""First example of a timestamp."""

_BLOB: Final = b"example "


def scalar(annotation: Any, limits: Limits, number: int) -> object:
    """Return the example with this number, from 1; examples differ unless the limits forbid it."""
    if annotation is bool:
        return number % 2 == 1
    if annotation in {int, float, Decimal}:
        return annotation(_number(limits, number))
    if annotation is bytes:
        return _blob(limits, number)
    if types.is_timestamp(annotation):
        return TIME + timedelta(days=number - 1)
    return _text(limits, number)  # also for documents, which may be text


def _number(limits: Limits, number: int) -> float:
    least = limits.min if limits.min is not None else min(1, limits.max or 1)
    value = least + number - 1
    return value if limits.max is None else min(value, limits.max)


def _blob(limits: Limits, number: int) -> bytes:
    least = int(limits.min or 0)
    most = None if limits.max is None else int(limits.max)
    name = _BLOB.strip() if number == 1 else _BLOB + str(number).encode()
    return name.ljust(least, b"\0")[:most]


def _text(limits: Limits, number: int) -> str:
    least = int(limits.min or 0)
    most = None if limits.max is None else int(limits.max)
    text = text_for(limits.pattern, least, most)
    if number == 1:
        return text
    varied = text_for(limits.pattern, len(text) + number - 1, most)
    return varied if most is None or len(varied) <= most else text
