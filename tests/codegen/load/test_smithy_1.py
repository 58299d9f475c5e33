"""Constructs of Smithy 1.0 in Amazon's models are converted to 2.0."""

import pytest

from codegen.ir.smithy import EnumShape, ListShape, SimpleShape
from codegen.load.model import load_model
from codegen.support.errors import ModelError
from codegen.support.json_values import Json, JsonObject


def _shape(document: JsonObject, kind: type[EnumShape]) -> EnumShape:
    return load_model({"smithy": "1.0", "shapes": {"a#S": document}}).expect(kind, "a#S", "test")


def _enum(*definitions: Json) -> JsonObject:
    traits: JsonObject = {"smithy.api#enum": [*definitions], "smithy.api#sensitive": {}}
    return {"type": "string", "traits": traits}


def test_enum_with_names() -> None:
    """A string with `@enum` becomes an enum with its names, other traits and deprecations."""
    shape = _shape(
        _enum({"value": "a b", "name": "A"}, {"value": "c", "name": "C", "deprecated": True}),
        EnumShape,
    )

    assert [("A", "a b"), ("C", "c")] == [(it.name, it.traits.enum_value) for it in shape.values]
    assert [False, True] == [it.traits.deprecated is not None for it in shape.values]
    assert shape.traits.sensitive


def test_enum_with_some_names() -> None:
    """If a name is missing, all names are made from the values."""
    shape = _shape(_enum({"value": "x.y", "name": "SPECIAL"}, {"value": "1"}), EnumShape)

    assert ["x_y", "_1"] == [it.name for it in shape.values]


@pytest.mark.parametrize(
    ("expected", "definition"),
    [
        (
            "a#S: smithy.api#enum: expected a name of its own for each value, found A, A",
            {"value": "b", "name": "A"},
        ),
        (
            "a#S: smithy.api#enum: expected an identifier, found 'x()'",
            {"value": "b", "name": "x()"},
        ),
        ("a#S: smithy.api#enum: expected a string, found nothing", {"name": "B"}),
        ("a#S: smithy.api#enum: expected an object, found 3", 3),
    ],
)
def test_broken_enums(expected: str, definition: Json) -> None:
    """The error names the shape and what was expected."""
    with pytest.raises(ModelError) as caught:
        _shape(_enum({"value": "a", "name": "A"}, definition), EnumShape)

    assert expected == str(caught.value)


def test_sets_and_own_traits() -> None:
    """A set becomes a list of unique items; traits that the model defines are ignored."""
    own: JsonObject = {"a#hint": {"deep": [1]}}
    shapes: JsonObject = {
        "a#hint": {"type": "structure", "members": {}, "traits": {"smithy.api#trait": {}}},
        "a#L": {"type": "set", "member": {"target": "a#T", "traits": own}, "traits": own},
        "a#T": {"type": "string"},
    }
    model = load_model({"smithy": "1.0", "shapes": shapes})

    assert model.expect(ListShape, "a#L", "test").traits.unique_items
    assert "string" == model.expect(SimpleShape, "a#T", "test").kind
