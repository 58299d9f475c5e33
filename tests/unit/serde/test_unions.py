"""Unions in JSON, alone and as members, and enums as names of entries."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import pytest
from attrs import field, frozen

from smaws_kms import (
    KeySpec,
    ResponseParseError,
    UnknownMember,
    UnknownValue,
    from_wire,
    to_wire,
)
from smaws_kms._runtime.serde.fields import member, members


@frozen(field_transformer=members)
class ChoiceText:
    """A member of the union."""

    text: str = field(metadata=member("Text"))


@frozen(field_transformer=members)
class ChoiceNumber:
    """Another member of the union."""

    number: int = field(metadata=member("Number"))


Choice: TypeAlias = ChoiceText | ChoiceNumber | UnknownMember


@frozen(kw_only=True, field_transformer=members)
class Holder:
    """A structure with unions."""

    one: Choice | None = field(default=None, metadata=member("One"))
    many: tuple[Choice, ...] = field(default=(), metadata=member("Many"))


@frozen(kw_only=True, field_transformer=members)
class Counts:
    """A structure with a map whose names are values of an enum."""

    by_spec: Mapping[KeySpec | UnknownValue, int] = field(metadata=member("BySpec"))


@pytest.mark.parametrize(
    ("choice", "wire"),
    [
        (ChoiceText("a"), {"Text": "a"}),
        (ChoiceNumber(1), {"Number": 1}),
        (UnknownMember("New", [1]), {"New": [1]}),
    ],
)
def test_round_trip(choice: Choice, wire: dict[str, object]) -> None:
    """Each member, and an unknown one, is written and read back."""
    union: Any = Choice
    holder = Holder(one=choice, many=(choice, choice))
    in_holder = {"One": wire, "Many": [wire, wire]}

    assert choice == from_wire(union, wire)
    assert wire == to_wire(choice)
    assert holder == from_wire(Holder, in_holder)
    assert in_holder == to_wire(holder)


def test_wrong_value() -> None:
    """The path of an error leads into the union."""
    with pytest.raises(ResponseParseError) as caught:
        from_wire(Holder, {"Many": [{"Text": "a"}, {"Number": "b"}]})

    assert "$.Many[1].Number: expected an integer, got a string" == str(caught.value)


def test_enums_as_names() -> None:
    """Names of entries are read as values of the enum, known or unknown."""
    counts = from_wire(Counts, {"BySpec": {"RSA_2048": 1, "NEW": 2}})

    assert [KeySpec, UnknownValue] == [type(name) for name in counts.by_spec]
    assert {"BySpec": {"RSA_2048": 1, "NEW": 2}} == to_wire(counts)
