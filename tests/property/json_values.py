"""JSON that is nearly what a class expects, and JSON that is nothing of the kind."""

from typing import Any, cast

from hypothesis import strategies as st

import smaws_kms as kms
from tests.property.values import JSON, Strategy, instances


def deep(draw: st.DrawFn) -> Any:
    """Draw a value in more arrays and objects than Python's stack holds frames."""
    value = draw(JSON)
    key = draw(st.text(max_size=3))
    for depth in range(draw(st.integers(1, 1500))):
        value = [value] if depth % 2 else {key: value}
    return value


def spoilt(draw: st.DrawFn, value: Any, spoil: Strategy) -> Any:
    """Draw a value with one part, at any depth, replaced."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        entries = cast("dict[str, object]", value)
        name = draw(st.sampled_from(sorted(entries)))
        return {**entries, name: spoilt(draw, entries[name], spoil)}
    if isinstance(value, list) and value and draw(st.booleans()):
        items = cast("list[object]", value)
        index = draw(st.integers(0, len(items) - 1))
        return [*items[:index], spoilt(draw, items[index], spoil), *items[index + 1 :]]
    return draw(spoil)


@st.composite
def answers(draw: st.DrawFn, cls: type[Any]) -> Any:
    """Draw what may come where a class is expected."""
    wire = kms.to_wire(draw(instances(cls)))
    return draw(
        st.one_of(
            st.just(wire),
            JSON,
            st.composite(spoilt)(wire, JSON),
            st.composite(spoilt)(wire, st.composite(deep)()),
        )
    )
