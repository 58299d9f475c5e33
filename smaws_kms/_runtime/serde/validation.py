"""Check the values of a request against the limits of the model, before a call sends it.

Types are not checked here: `type_checks` does that in the constructors. The modes:

- `basic` checks lower bounds and that timestamps have a time zone, but no upper bound, not even the
  size of a plaintext. Services raise maxima and extend patterns, and a request that the service
  accepts by now must not fail here until users upgrade. Lower bounds exclude what is empty.
- `full` checks all limits of the model.
- `off` checks timestamps only, which could not be written without a time zone.

Problems may show numbers and lengths, never text or bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sized
from datetime import datetime
from functools import cache
from typing import Any, Final, TypeAlias, cast, get_args

import attrs

from smaws_kms._runtime.errors import RequestValidationError
from smaws_kms._runtime.serde.fields import Limits, member_of
from smaws_kms._runtime.serde.unknown_values import UnknownMember
from smaws_kms._runtime.values import Validate

_Problem: TypeAlias = tuple[str, str]
"""Path below the member, and the problem in words."""

_NO_LIMITS: Final = Limits()

_NAIVE: Final = (
    "must be a datetime with a time zone, got a naive one: "
    "write value.replace(tzinfo=UTC) if it is in UTC, else value.astimezone()"
)


def validate(request: object, mode: Validate) -> RequestValidationError | None:
    """Return an error for the first value that violates a limit, or `None`."""
    try:
        found = next(_structure(request, mode), None)
    except RecursionError:
        return RequestValidationError("the request is nested too deeply")
    if found is None:
        return None
    name = found[0].removeprefix(".")
    return RequestValidationError(f"{name} {found[1]}", member=name)


def _structure(shape: Any, mode: Validate) -> Iterator[_Problem]:
    for name, limits in _checked_members(shape.__class__, mode):
        value = getattr(shape, name)
        if value is not None:
            for path, problem in _value(value, limits, mode):
                yield f".{name}{path}", problem


@cache
def _checked_members(cls: type[Any], mode: Validate) -> tuple[tuple[str, Limits], ...]:
    """Return the members to check in this mode, with their limits."""
    found: list[tuple[str, Limits]] = []
    for field in attrs.fields(cls):
        limits = member_of(field).limits
        is_limited = _has_checks(limits, mode)
        if is_limited or _has_nested_checks(field.type):
            found.append((field.name, limits if limits and is_limited else _NO_LIMITS))
    return tuple(found)


def _has_checks(limits: Limits | None, mode: Validate) -> bool:
    if limits is None or mode == "off":
        return False
    parts = (limits.item, limits.key, limits.value)
    if mode == "full" or limits.min is not None:
        return True
    return any(_has_checks(part, mode) for part in parts)


def _has_nested_checks(annotation: Any) -> bool:
    """Return whether the annotation contains a timestamp or a structure, which have own checks."""
    parts = get_args(annotation)
    if parts:
        return any(_has_nested_checks(part) for part in parts)
    return annotation is datetime or attrs.has(annotation)


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
            yield "", _NAIVE
    elif attrs.has(type(value)) and not isinstance(value, UnknownMember):
        yield from _structure(value, mode)


def _length(value: Sized, limits: Limits, mode: Validate, unit: str) -> Iterable[_Problem]:
    maximum = limits.max if mode == "full" else None
    if not _outside(len(value), limits.min, maximum):
        return ()
    return [("", f"must have {_span(limits)} {unit}, got {len(value)}")]


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


def _pattern(value: str | bytes, limits: Limits, mode: Validate) -> Iterable[_Problem]:
    if mode != "full" or limits.pattern is None or not isinstance(value, str):
        return ()
    if expression(limits.pattern).search(value) is not None:
        return ()
    return [("", f"must match {limits.pattern!r}, and its {len(value)} characters do not")]


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with the semantics of ECMA 262: ASCII classes, and `$` only at the end."""
    ends = pattern.endswith("$") and not pattern.endswith("\\$")
    return re.compile(pattern[:-1] + r"\Z" if ends else pattern, re.ASCII)


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
            where = f" whose {path.removeprefix('.')}" if path else " that"
            yield "", f"has a value{where} {problem}"
