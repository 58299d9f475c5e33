"""Every shape is unchanged after it is encoded and decoded."""

import json
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from tests.property.classes import SHAPES, each
from tests.property.sameness import same
from tests.property.values import instances

ENUMS = [
    value
    for value in (getattr(kms, name) for name in dir(kms))
    if isinstance(value, type) and issubclass(value, Enum)
]


@each(SHAPES)
@given(data=st.data())
def test_shape(cls: type[Any], data: st.DataObject) -> None:
    """A shape equals itself after encoding to JSON text and decoding; times are from 1970 to 2100."""
    shape = data.draw(instances(cls))
    wire = json.loads(json.dumps(kms.to_wire(shape)))

    assert same(shape, kms.from_wire(cls, wire))


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_enum(enum: type[Enum]) -> None:
    """Every value of an enum is decoded to its member."""
    assert list(enum) == [kms.from_wire(enum, item.value) for item in enum]
