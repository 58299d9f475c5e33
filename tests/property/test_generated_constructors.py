"""Generated constructors make what those of attrs make, with the same errors."""

from collections.abc import Mapping
from typing import Any, Final, cast

import attrs
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms.testing import example
from tests.property.classes import REQUESTS, SHAPES, each
from tests.property.effort import times
from tests.property.encoding import build
from tests.property.odd_values import with_odd_part
from tests.property.values import instances

_CODE: Final = vars(kms.EncryptRequest)["__init__"].__code__
_CONSTRUCTED: Final = [cls for cls in SHAPES if vars(cls)["__init__"].__code__ is _CODE]
"""Classes with a generated constructor."""


def _members(shape: Any) -> dict[str, object]:
    return {field.name: getattr(shape, field.name) for field in attrs.fields(shape.__class__)}


@st.composite
def arguments(draw: st.DrawFn, cls: type[Any]) -> dict[str, object]:
    """Draw arguments for a class: right ones, odd ones, too few or too many."""
    members = _members(draw(instances(cls)))
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


def test_classes_with_a_generated_constructor() -> None:
    """All requests with members have one, and so have the structures in them."""
    with_members = {cls for cls in REQUESTS if cls in vars(kms).values() and attrs.fields(cls)}

    assert with_members < set(_CONSTRUCTED)
    assert {kms.Tag, kms.GrantConstraints, kms.RecipientInfo} < set(_CONSTRUCTED)


@each(_CONSTRUCTED)
def test_all_members(cls: type[Any]) -> None:
    """The constructor of each class sets all members like that of attrs."""
    members = _members(example(cls))
    shape = cls(**members)

    assert build(cls, members, generated=False) == build(cls, members, generated=True)
    assert members == _members(shape)


@times(15)
@given(cls=st.sampled_from(_CONSTRUCTED), data=st.data())
def test_any_arguments(cls: type[Any], data: st.DataObject) -> None:
    """The constructor agrees with that of attrs, in values, their types, and texts of errors."""
    members = data.draw(arguments(cls))

    assert build(cls, members, generated=False) == build(cls, members, generated=True)


def test_mutable_arguments_are_copied() -> None:
    """Later changes to a list or a dict do not change the request."""
    context, tokens = {"a": "b"}, ["token"]
    request = kms.EncryptRequest(
        key_id="key", plaintext=b"x", encryption_context=context, grant_tokens=tokens
    )
    context["c"] = "d"
    tokens.append("another")

    assert {"a": "b"} == request.encryption_context
    assert ("token",) == request.grant_tokens
