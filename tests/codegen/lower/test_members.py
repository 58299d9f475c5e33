"""Lowering of members: presence, types, limits, secrets."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import DefaultValue, Limits, Member, Optional, Presence, Required, Union
from codegen.ir.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)
from codegen.support.errors import ModelError, Unsupported
from codegen.support.json_values import Json, JsonObject

Lower: TypeAlias = Callable[[JsonObject], Package]
LowerMember: TypeAlias = Callable[[str, str, JsonObject], Member]

STR: Final = ScalarType("str")
REQUIRED: Final[JsonObject] = {"smithy.api#required": {}}
ALWAYS: Final[JsonObject] = {"smaws_kms.traits#alwaysPresent": {}}
DEFAULT_TRUE: Final[JsonObject] = {"smithy.api#default": True}


@pytest.fixture
def lower_member(lower_shapes: Lower) -> LowerMember:
    """Return a function that lowers a member `M` of the `input` or the `output`."""

    def lower_it(of: str, target: str, traits: JsonObject) -> Member:
        shape: JsonObject = {
            "type": "structure",
            "members": {"M": {"target": target, "traits": traits}},
        }
        (operation,) = lower_shapes({"a#In" if of == "input" else "a#Out": shape}).operations
        structure = operation.request if of == "input" else operation.response
        assert structure is not None
        return structure.members[0]

    return lower_it


@pytest.mark.parametrize(
    ("expected", "of", "target", "traits"),
    [
        (Required(), "input", "smithy.api#String", REQUIRED),
        (Required(), "output", "smithy.api#String", REQUIRED),
        (Optional(), "input", "smithy.api#String", {}),
        (Optional(), "output", "smithy.api#String", {}),
        (Optional(), "input", "smithy.api#Boolean", DEFAULT_TRUE),
        (DefaultValue("True"), "output", "smithy.api#Boolean", DEFAULT_TRUE),
        (Required(), "input", "smithy.api#Boolean", {**DEFAULT_TRUE, **REQUIRED}),
        (Optional(), "output", "smithy.api#Boolean", {"smithy.api#default": None}),
        (Optional(), "output", "smithy.api#String", {**REQUIRED, "smithy.api#clientOptional": {}}),
        (Required(), "output", "smithy.api#String", ALWAYS),
        (DefaultValue("()"), "output", "a#Names", ALWAYS),
        (DefaultValue("{}"), "output", "a#Secrets", ALWAYS),
        (DefaultValue("()"), "output", "a#Names", {"smithy.api#default": []}),
        (DefaultValue("{}"), "output", "a#Secrets", {"smithy.api#default": {}}),
        (DefaultValue("Color.RED"), "output", "a#Color", {"smithy.api#default": "red"}),
        (DefaultValue("Level.LOW"), "output", "a#Level", {"smithy.api#default": 1}),
        (
            DefaultValue("datetime(1970, 1, 1, 0, 0, 1, 0, tzinfo=UTC)"),
            "output",
            "a#Moment",
            {"smithy.api#default": 1},
        ),
        (DefaultValue("{}"), "output", "smithy.api#Document", {"smithy.api#default": {}}),
        (Optional(), "input", "smithy.api#String", {**REQUIRED, "smithy.api#idempotencyToken": {}}),
        (DefaultValue("b'abc'"), "output", "smithy.api#Blob", {"smithy.api#default": "YWJj"}),
        (
            DefaultValue('Decimal("1.5")'),
            "output",
            "smithy.api#BigDecimal",
            {"smithy.api#default": 1.5},
        ),
    ],
)
def test_presence(
    lower_member: LowerMember, expected: Presence, of: str, target: str, traits: JsonObject
) -> None:
    """A required member is not optional; a default applies outside inputs; others may be None."""
    assert expected == lower_member(of, target, traits).presence


def test_always_present_is_for_outputs(lower_member: LowerMember) -> None:
    """An overlay that marks a member of an input as always present is an error."""
    with pytest.raises(ModelError, match=r"a#In\$M: alwaysPresent"):
        lower_member("input", "smithy.api#String", ALWAYS)


@pytest.mark.parametrize(
    ("target", "value"),
    [
        ("a#Color", "blue"),
        ("smithy.api#Timestamp", "noon"),
        ("a#Names", ["x"]),
        ("smithy.api#Blob", "no base64!"),
        ("smithy.api#Float", float("inf")),
        ("smithy.api#BigDecimal", float("-inf")),
    ],
)
def test_default_that_cannot_be_written_is_an_error(
    lower_member: LowerMember, target: str, value: Json
) -> None:
    """A default without a Python literal is an error."""
    with pytest.raises((ModelError, Unsupported), match=r"a#Out\$M: .*default"):
        lower_member("output", target, {"smithy.api#default": value})


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (STR, "smithy.api#String", {}),
        (ScalarType("bytes"), "smithy.api#Blob", {}),
        (ScalarType("int"), "smithy.api#BigInteger", {}),
        (ScalarType("float"), "smithy.api#Float", {}),
        (ScalarType("Decimal"), "smithy.api#BigDecimal", {}),
        (ScalarType("Document"), "smithy.api#Document", {}),
        (ScalarType("datetime"), "smithy.api#Timestamp", {}),
        (ScalarType("HttpDate"), "a#Moment", {}),
        (ScalarType("DateTimeText"), "a#Moment", {"smithy.api#timestampFormat": "date-time"}),
        (ScalarType("datetime"), "a#Moment", {"smithy.api#timestampFormat": "epoch-seconds"}),
        (EnumType("Color"), "a#Color", {}),
        (IntEnumType("Level"), "a#Level", {}),
        (ClassType("Part"), "a#Part", {}),
        (ListType(STR), "a#Names", {}),
        (ListType(EnumType("Color"), sparse=True), "a#Holes", {}),
        (MapType(STR, ListType(STR)), "a#Secrets", {}),
    ],
)
def test_types(
    lower_member: LowerMember, expected: PyType, target: str, traits: JsonObject
) -> None:
    """Every kind of shape has its Python type; a member's own timestamp format has priority."""
    assert expected == lower_member("input", target, traits).type


def test_member_of_no_type_is_an_error(lower_member: LowerMember) -> None:
    """A member of an unsupported kind is an error that names the member and the kind."""
    with pytest.raises(Unsupported, match=r"a#In\$M: unsupported: operation shape a#Do"):
        lower_member("input", "a#Do", {})


def test_union_has_one_class_per_member(lower_shapes: Lower) -> None:
    """A union is named like its shape, and its classes after shape and member."""
    holder: JsonObject = {"type": "structure", "members": {"M": {"target": "a#Choice"}}}
    (union,) = lower_shapes({"a#In": holder}).structures
    assert isinstance(union, Union)

    assert ("Choice", ["ChoiceA"]) == (union.name, [arm.name for arm in union.arms])
    assert ("value", "A", Required()) == (
        union.arms[0].member.name,
        union.arms[0].member.wire_name,
        union.arms[0].member.presence,
    )


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (None, "smithy.api#String", {}),
        (Limits(min=1, max=9, pattern="^x"), "a#Name", {}),
        (Limits(min=2, pattern="^x"), "a#Name", {"smithy.api#length": {"min": 2}}),
        (Limits(max=0.5), "smithy.api#Double", {"smithy.api#range": {"max": 0.5}}),
        (
            Limits(max=3, unique=True, item=Limits(min=1, max=9, pattern="^x")),
            "a#Names",
            {},
        ),
        (None, "a#Secrets", {}),
        (None, "smithy.api#String", {"smithy.api#pattern": r"^\p{L}+$"}),
        (None, "smithy.api#String", {"smithy.api#pattern": "[[a]"}),
    ],
)
def test_limits(
    lower_member: LowerMember, expected: Limits | None, target: str, traits: JsonObject
) -> None:
    """Limits come from member, target and elements, the member's first; patterns must be Python's."""
    assert expected == lower_member("input", target, traits).limits


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (True, "a#Secret", {}),
        (True, "a#Secrets", {}),
        (True, "smithy.api#String", {"smithy.api#sensitive": {}}),
        (False, "a#Names", {}),
    ],
)
def test_sensitive(
    lower_member: LowerMember, *, expected: bool, target: str, traits: JsonObject
) -> None:
    """A member is sensitive if the member, its target, or anything nested is marked."""
    assert expected == lower_member("input", target, traits).sensitive
