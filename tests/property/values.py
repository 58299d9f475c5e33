"""Strategies for instances of generated classes, from their annotations and limits."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from smaws_kms import UnknownMember, UnknownValue
from smaws_kms._runtime.serde.fields import Limits, member_of
from smaws_kms._runtime.serde.validation import expression

Strategy: TypeAlias = st.SearchStrategy[Any]

NO_LIMITS: Final = Limits()
_MORE: Final = 20
"""Largest difference between the size of a value and its minimum size."""

_ZONES: Final = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(timedelta(hours=-12))]
)
_TIMES: Final = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=_ZONES)  # noqa: DTZ001  # bounds are naive by Hypothesis' contract

JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=_MORE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
"""Any JSON value."""


_instances: dict[type[Any], Strategy] = {}


def instances(cls: type[Any]) -> Strategy:
    """Return a strategy for instances of a class within its limits."""
    if cls not in _instances:  # one strategy per class, so that recursion ends
        members = {field.name: _member(field) for field in attrs.fields(cls)}
        _instances[cls] = st.deferred(lambda: st.builds(cls, **members))
    return _instances[cls]


def _member(field: "attrs.Attribute[Any]") -> Strategy:
    return st.deferred(lambda: values(field.type, member_of(field).limits or NO_LIMITS))


def values(annotation: Any, limits: Limits) -> Strategy:
    """Return a strategy for values of an annotation within limits."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _union(parts, limits)
    if origin is Annotated:  # a timestamp and its format; HTTP dates have no fractions of seconds
        whole = _TIMES.map(lambda time: time.replace(microsecond=0))
        return whole if parts[1] == "http-date" else _TIMES
    if origin is tuple:
        return _tuples(values(parts[0], limits.item or NO_LIMITS), limits)
    if origin is Mapping:
        key = values(parts[0], limits.key or NO_LIMITS)
        return _maps(key, values(parts[1], limits.value or NO_LIMITS), limits)
    if annotation is UnknownMember:
        return st.builds(UnknownMember, st.text(max_size=5), JSON)
    return instances(annotation) if attrs.has(annotation) else _plain(annotation, limits)


def _union(parts: tuple[Any, ...], limits: Limits) -> Strategy:
    nothing = [st.none()] if NoneType in parts else []
    return st.one_of(*nothing, *(values(part, limits) for part in parts if part is not NoneType))


def _tuples(item: Strategy, limits: Limits) -> Strategy:
    lower, upper = sizes(limits, more=3)
    return st.lists(item, min_size=lower, max_size=upper, unique=limits.unique).map(tuple)


def _maps(key: Strategy, value: Strategy, limits: Limits) -> Strategy:
    lower, upper = sizes(limits, more=3)
    return st.dictionaries(key, value, min_size=lower, max_size=upper)


def sizes(limits: Limits, more: int = _MORE) -> tuple[int, int]:
    """Return the minimum size, and a maximum that is slightly larger."""
    lower = int(limits.min or 0)
    return lower, min(lower + more, lower + more if limits.max is None else int(limits.max))


def _plain(kind: type[Any], limits: Limits) -> Strategy:
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    return _PLAIN[kind](limits)


def _text(limits: Limits) -> Strategy:
    lower, upper = sizes(limits)
    if limits.pattern is None:
        return st.text(min_size=lower, max_size=upper)
    # A repeated character class is drawn in the right length; other patterns are filtered by length.
    kind = re.fullmatch(r"(\^\[[^]]+\])([+*])\$", limits.pattern)
    if kind is None:
        upper = max(upper, int(limits.max or 0))
        return st.from_regex(expression(limits.pattern)).filter(
            lambda text: lower <= len(text) <= upper
        )
    lower = max(lower, 1 if kind[2] == "+" else 0)
    return st.from_regex(expression(f"{kind[1]}{{{lower},{upper}}}$"))


def _integers(limits: Limits) -> Strategy:
    lower = -(2**63) if limits.min is None else int(limits.min)
    return st.integers(lower, 2**63 - 1 if limits.max is None else int(limits.max))


def _bytes(limits: Limits) -> Strategy:
    lower, upper = sizes(limits)
    return st.binary(min_size=lower, max_size=upper)


_PLAIN: Final[Mapping[type[Any], Callable[[Limits], Strategy]]] = {
    bool: lambda _: st.booleans(),
    int: _integers,
    float: lambda limits: st.floats(limits.min, limits.max),
    Decimal: lambda _: st.integers(-(10**15), 10**15).map(lambda number: Decimal(number) / 1000),
    str: _text,
    UnknownValue: lambda _: st.text(max_size=_MORE).map(UnknownValue),
    bytes: _bytes,
    datetime: lambda _: _TIMES,
    object: lambda _: JSON,
}
