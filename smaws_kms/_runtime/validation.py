"""Checks a request's values against the limits of the model before anything is sent.

`basic` checks what the service can never accept: what is too short or too small, and timestamps
without a time zone. Its maxima and patterns change faster than packages are upgraded, and its own
message is the authority on them; `full` checks those too. What a check says never shows a value.
"""

import re
from collections.abc import Iterator, Mapping, Sized
from datetime import datetime
from functools import cache
from typing import Any, Final, Literal, TypeAlias, cast

import attrs

from smaws_kms._runtime.errors import RequestValidationError
from smaws_kms._runtime.shapes import Limits, member_of

Validate: TypeAlias = Literal["basic", "full", "off"]

_Problem: TypeAlias = tuple[str, str]
"""Where, from the member's name on, and what is wrong there."""

_NO_LIMITS: Final = Limits()


def validate(request: object, mode: Validate) -> RequestValidationError | None:
    """Return what is wrong with a request's values, or `None`."""
    if mode == "off":
        return None
    for path, problem in _structure(request, mode):
        name = path.removeprefix(".")
        return RequestValidationError(f"{name} {problem}", member=name)
    return None


def _structure(shape: Any, mode: Validate) -> Iterator[_Problem]:
    for name, limits in _checked_members(shape.__class__, mode):
        for path, problem in _value(getattr(shape, name), limits, mode):
            yield f".{name}{path}", problem


@cache
def _checked_members(cls: type[Any], mode: Validate) -> tuple[tuple[str, Limits], ...]:
    """Return the members that there is something to check of."""
    return tuple(
        (field.name, member_of(field).limits or _NO_LIMITS)
        for field in attrs.fields(cls)
        if _matters(member_of(field).limits, mode) or not _is_plain(field.type)
    )


def _matters(limits: Limits | None, mode: Validate) -> bool:
    if limits is None:
        return False
    parts = (limits.item, limits.key, limits.value)
    return mode == "full" or bool(limits.min) or any(_matters(part, mode) for part in parts)


def _is_plain(annotation: object) -> bool:
    """Tell whether there is nothing but limits to check: no timestamp and no structure within."""
    plain = ("str", "bytes", "bool", "int", "float", "UnknownValue", "None")
    return str(annotation).replace("<class '", "").replace("'>", "").split(" | ")[0] in plain


def _value(value: object, limits: Limits, mode: Validate) -> Iterator[_Problem]:
    if isinstance(value, str | bytes):
        yield from _length(
            value, limits, mode, "bytes" if isinstance(value, bytes) else "characters"
        )
        yield from _pattern(value, limits, mode)
    elif isinstance(value, tuple):
        yield from _items(cast("tuple[object, ...]", value), limits, mode)
    elif isinstance(value, Mapping):
        yield from _entries(cast("Mapping[str, object]", value), limits, mode)
    elif isinstance(value, int | float):
        yield from _range(value, limits, mode)
    elif isinstance(value, datetime):
        if value.utcoffset() is None:
            yield "", "must be a datetime with a time zone, got a naive one"
    elif attrs.has(type(value)):
        yield from _structure(value, mode)


def _length(value: Sized, limits: Limits, mode: Validate, unit: str) -> Iterator[_Problem]:
    maximum = limits.max if mode == "full" else None
    if _outside(len(value), limits.min, maximum):
        yield "", f"must have {_span(limits)} {unit}, got {len(value)}"


def _range(value: float, limits: Limits, mode: Validate) -> Iterator[_Problem]:
    maximum = limits.max if mode == "full" else None
    if _outside(value, limits.min, maximum):
        yield "", f"must be {_span(limits)}, got {value}"


def _outside(value: float, minimum: float | None, maximum: float | None) -> bool:
    return (minimum is not None and value < minimum) or (maximum is not None and value > maximum)


def _span(limits: Limits) -> str:
    if limits.min is None:
        return f"at most {limits.max}"
    return f"at least {limits.min}" if limits.max is None else f"{limits.min} to {limits.max}"


def _pattern(value: str | bytes, limits: Limits, mode: Validate) -> Iterator[_Problem]:
    if mode != "full" or limits.pattern is None or not isinstance(value, str):
        return
    if re.search(limits.pattern, value) is None:
        yield "", f"must match {limits.pattern!r}, and its {len(value)} characters do not"


def _items(value: tuple[object, ...], limits: Limits, mode: Validate) -> Iterator[_Problem]:
    yield from _length(value, limits, mode, "elements")
    if mode == "full" and limits.unique and any(item in value[:n] for n, item in enumerate(value)):
        yield "", "must have no two equal elements"
    for index, item in enumerate(value):
        for path, problem in _value(item, limits.item or _NO_LIMITS, mode):
            yield f"[{index}]{path}", problem


def _entries(value: Mapping[str, object], limits: Limits, mode: Validate) -> Iterator[_Problem]:
    yield from _length(value, limits, mode, "entries")
    for key, item in value.items():
        for _, problem in _value(key, limits.key or _NO_LIMITS, mode):
            yield "", f"has a key that {problem}"
        for path, problem in _value(item, limits.value or _NO_LIMITS, mode):
            yield f"[{key!r}]{path}", problem
