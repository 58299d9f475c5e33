"""Arguments for generated constructors, and which classes have one."""

from collections.abc import Mapping
from typing import Any, Final, cast

import attrs
from hypothesis import strategies as st

import smaws_kms as kms
from tests.property.odd_values import with_odd_part
from tests.property.values import instances

_CODE: Final = vars(kms.EncryptRequest)["__init__"].__code__


def has_generated_constructor(cls: type[Any]) -> bool:
    """Return whether the constructor of a class tries a generated function first."""
    return vars(cls)["__init__"].__code__ is _CODE


def members_of(shape: Any) -> dict[str, object]:
    """Return the members of a shape by name."""
    return {field.name: getattr(shape, field.name) for field in attrs.fields(shape.__class__)}


@st.composite
def arguments(draw: st.DrawFn, cls: type[Any]) -> dict[str, object]:
    """Draw arguments for a class: right ones, odd ones, too few or too many."""
    members = members_of(draw(instances(cls)))
    name = draw(st.sampled_from(sorted(members)))
    match draw(st.integers(0, 5)):
        case 0:
            del members[name]
        case 1:
            members["unknown"] = 1
        case 2 | 3:
            members[name] = with_odd_part(draw, members[name])
        case _:
            members[name] = _as_users_write(members[name])
    return members


def _as_users_write(value: object) -> object:
    if isinstance(value, tuple):
        return [_as_users_write(item) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value)
        return {key: _as_users_write(item) for key, item in entries.items()}
    return bytearray(value) if isinstance(value, bytes) else value
