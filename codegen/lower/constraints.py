"""Limits on the values of members, and which members hold sensitive values."""

import re
import warnings
from collections.abc import Iterator
from typing import Final

from codegen.ir.plan_shapes import Limits
from codegen.ir.smithy import (
    ListShape,
    MapShape,
    Member,
    Model,
    ShapeId,
    StructureShape,
    UnionShape,
)
from codegen.ir.traits import Interval

_NO_LIMITS: Final = Limits()


def lower_limits(model: Model, member: Member) -> Limits | None:
    """Return the limits on a member's value; its own traits win over those of its target."""
    target = model.shape(member.target)
    interval = _interval(member.traits.length, member.traits.range)
    interval = interval or _interval(target.traits.length, target.traits.range) or Interval()
    match target:
        case ListShape(member=item):
            parts = {"item": lower_limits(model, item)}
        case MapShape(key=key, value=value):
            parts = {"key": lower_limits(model, key), "value": lower_limits(model, value)}
        case _:
            parts = {}
    limits = Limits(
        min=interval.min,
        max=interval.max,
        pattern=_pattern(member.traits.pattern or target.traits.pattern),
        unique=member.traits.unique_items or target.traits.unique_items,
        **parts,
    )
    return None if limits == _NO_LIMITS else limits


def _pattern(pattern: str | None) -> str | None:
    """Return the pattern, or None if Python's `re` rejects it; the service checks it then."""
    with warnings.catch_warnings():
        # Patterns that cause a warning, such as "[[", may change their meaning in a later Python.
        warnings.simplefilter("error")
        try:
            re.compile(pattern or "")
        except (re.error, Warning):
            return None
    return pattern


def _interval(length: Interval | None, range_: Interval | None) -> Interval | None:
    """Return whichever is present; a shape has a length or a range, never both."""
    return length or range_


def is_sensitive(model: Model, member: Member) -> bool:
    """Return whether a member, or an item of its list or map, must be redacted."""
    return any(
        part.traits.sensitive or model.shape(part.target).traits.sensitive
        for part in _parts(model, member)
    )


def holds_secrets(model: Model, member: Member) -> bool:
    """Return whether a member may contain a sensitive value, nested structures included.

    Generated classes redact it themselves. A dict passed in their place by mistake does not.
    """
    seen: set[ShapeId] = set()
    waiting = [member]
    while waiting:
        found = waiting.pop()
        if is_sensitive(model, found):
            return True
        for part in _parts(model, found):
            shape = model.shape(part.target)
            if isinstance(shape, StructureShape | UnionShape) and part.target not in seen:
                seen.add(part.target)
                waiting += shape.members
    return False


def _parts(model: Model, member: Member) -> Iterator[Member]:
    yield member
    match model.shape(member.target):
        case ListShape(member=item):
            yield from _parts(model, item)
        case MapShape(key=key, value=value):
            yield from _parts(model, key)
            yield from _parts(model, value)
        case _:
            return
