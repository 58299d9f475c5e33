"""Strategies for values that violate exactly one limit."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from smaws_kms._runtime.serde.fields import Limits, member_of
from tests.property.values import NO_LIMITS, Strategy, instances, sizes, values


def broken(annotation: Any, limits: Limits) -> Iterator[Strategy]:
    """Yield a strategy for each limit, whose values violate that limit."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        for part in parts:
            if part is not NoneType:
                yield from broken(part, limits)
    elif origin is Annotated or annotation is datetime:
        yield st.datetimes()  # naive
    elif origin is tuple:
        yield from _broken_tuples(parts[0], limits)
    elif origin is Mapping:
        yield from _broken_maps(parts[0], parts[1], limits)
    elif attrs.has(annotation):
        yield from _broken_instances(annotation)
    elif annotation is int:
        yield from _beyond(limits)
    else:
        yield from _broken_texts(annotation, limits)


def _broken_tuples(item: Any, limits: Limits) -> Iterator[Strategy]:
    good = values(item, limits.item or NO_LIMITS)
    yield from _wrong_sizes(good.map(lambda value: (value,)), limits)
    if limits.unique:
        yield good.map(lambda value: (value, value))
    for strategy in broken(item, limits.item or NO_LIMITS):
        yield strategy.map(lambda value: (value,))


def _broken_maps(key: Any, item: Any, limits: Limits) -> Iterator[Strategy]:
    keys = values(key, limits.key or NO_LIMITS)
    items = values(item, limits.value or NO_LIMITS)
    for strategy in broken(key, limits.key or NO_LIMITS):
        yield st.dictionaries(strategy, items, min_size=1, max_size=1)
    for strategy in broken(item, limits.value or NO_LIMITS):
        yield st.dictionaries(keys, strategy, min_size=1, max_size=1)


def _broken_instances(cls: type[Any]) -> Iterator[Strategy]:
    for field in attrs.fields(cls):
        for strategy in broken(field.type, member_of(field).limits or NO_LIMITS):
            yield evolved(cls, field.name, strategy)


def evolved(cls: type[Any], name: str, strategy: Strategy) -> Strategy:
    """Return valid instances with one member replaced."""

    def change(shape: Any, value: Any) -> Any:
        return attrs.evolve(shape, **{name: value})

    return st.builds(change, instances(cls), strategy)


def _beyond(limits: Limits) -> Iterator[Strategy]:
    if limits.min is not None:
        yield st.integers(max_value=int(limits.min) - 1)
    if limits.max is not None:
        yield st.integers(min_value=int(limits.max) + 1)


def _broken_texts(kind: Any, limits: Limits) -> Iterator[Strategy]:
    if kind is bytes:
        yield from _wrong_sizes(st.binary(min_size=1, max_size=1), limits)
    elif kind is str:
        yield from _wrong_sizes(st.text(min_size=1, max_size=1), limits)
        if limits.pattern is not None:
            lower, upper = sizes(limits)
            yield st.text("\N{SNOWMAN}", min_size=max(lower, 1), max_size=upper)


def _wrong_sizes(one: Strategy, limits: Limits) -> Iterator[Strategy]:
    """Yield strategies for values with too few and with too many elements."""
    if limits.min:
        yield one.map(lambda value: value * (int(limits.min or 0) - 1))
    if limits.max is not None:
        yield one.map(lambda value: value * (int(limits.max or 0) + 1))
