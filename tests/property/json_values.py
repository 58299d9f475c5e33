"""Strategies for JSON that fits a class, nearly fits it, or does not fit it."""

from typing import Any, cast

from hypothesis import strategies as st

import smaws_kms as kms
from tests.property.values import JSON, Strategy, instances


def deep(draw: st.DrawFn) -> Any:
    """Draw a value in up to 1,500 nested arrays and objects, more than Python's recursion limit."""
    value = draw(JSON)
    key = draw(st.text(max_size=3))
    for depth in range(draw(st.integers(1, 1500))):
        value = [value] if depth % 2 else {key: value}
    return value


def corrupted(draw: st.DrawFn, value: Any, replacement: Strategy) -> Any:
    """Draw a value with one part replaced, at any depth."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        entries = cast("dict[str, object]", value)
        name = draw(st.sampled_from(sorted(entries)))
        return {**entries, name: corrupted(draw, entries[name], replacement)}
    if isinstance(value, list) and value and draw(st.booleans()):
        items = cast("list[object]", value)
        index = draw(st.integers(0, len(items) - 1))
        return [*items[:index], corrupted(draw, items[index], replacement), *items[index + 1 :]]
    return draw(replacement)


@st.composite
def response_json(draw: st.DrawFn, cls: type[Any]) -> Any:
    """Draw JSON that a server may send where a class is expected."""
    wire = kms.to_wire(draw(instances(cls)))
    return draw(
        st.one_of(
            st.just(wire),
            JSON,
            st.composite(corrupted)(wire, JSON),
            st.composite(corrupted)(wire, st.composite(deep)()),
        )
    )
