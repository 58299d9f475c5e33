"""Generated constructors make what those of attrs make, with the same errors."""

from typing import Any, Final

import attrs
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms.testing import example
from tests.property.classes import REQUESTS, SHAPES, each
from tests.property.constructor_arguments import (
    arguments,
    has_generated_constructor,
    members_of,
)
from tests.property.effort import times
from tests.property.encoding import build

_CONSTRUCTED: Final = [cls for cls in SHAPES if has_generated_constructor(cls)]


def test_classes_with_a_generated_constructor() -> None:
    """All requests with members have one, and so have the structures in them."""
    with_members = {cls for cls in REQUESTS if cls in vars(kms).values() and attrs.fields(cls)}

    assert with_members < set(_CONSTRUCTED)
    assert {kms.Tag, kms.GrantConstraints, kms.RecipientInfo} < set(_CONSTRUCTED)


@each(_CONSTRUCTED)
def test_all_members(cls: type[Any]) -> None:
    """The constructor of each class sets all members like that of attrs."""
    members = members_of(example(cls))
    shape = cls(**members)

    assert build(cls, members, generated=False) == build(cls, members, generated=True)
    assert members == members_of(shape)


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
