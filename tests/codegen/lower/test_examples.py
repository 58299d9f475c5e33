"""From the trait `example` to the examples of classes."""

import pytest

from codegen.load.traits import load_traits
from codegen.support.errors import ModelError
from codegen.support.json_values import Json, JsonObject
from tests.codegen.lower.small_models import STRING, Lower, structure


def example(value: Json) -> JsonObject:
    """Return the trait."""
    return {"smaws_kms.traits#example": value}


def required(target: str, traits: JsonObject | None = None) -> JsonObject:
    """Return a required member."""
    return {"target": target, "traits": {"smithy.api#required": {}, **(traits or {})}}


def simple(kind: str, value: Json = None) -> JsonObject:
    """Return a simple shape, with an example unless it is null."""
    return {"type": kind, "traits": {} if value is None else example(value)}


def examples(lower_shapes: Lower, members: JsonObject, **shapes: JsonObject) -> JsonObject:
    """Return the examples of an output with these members."""
    named = {f"a#{name}": shape for name, shape in shapes.items()}
    package = lower_shapes({"a#Out": structure(members), **named})
    return dict(package.examples.get("Out", {}))


def test_own_example(lower_shapes: Lower) -> None:
    """The example of a member wins over that of its target, and makes it part of the structure."""
    members: JsonObject = {"One": {"target": "a#Id", "traits": example("own")}}

    assert {"one": "own"} == examples(lower_shapes, members, Id=simple("string", "id"))


def test_example_of_the_target(lower_shapes: Lower) -> None:
    """The example of a target serves members that an instance cannot lack, and no others."""
    members: JsonObject = {
        "Needed": required("a#Id"),
        "Other": {"target": "a#Id"},
        "Defaulted": {"target": "a#Id", "traits": {"smithy.api#default": "x"}},
        "Without": required("smithy.api#String"),
    }

    assert {"needed": "id"} == examples(lower_shapes, members, Id=simple("string", "id"))


@pytest.mark.parametrize(
    ("key", "value", "kind", "expected"),
    [
        (None, None, "string", {}),
        ("k", None, "string", {"all": {"k": "example"}}),
        (None, "v", "string", {"all": {"example": "v"}}),
        ("k", "v", "string", {"all": {"k": "v"}}),
        ("k", None, "integer", {}),
        (None, 7, "integer", {"all": {"example": 7}}),
    ],
)
def test_maps(key: Json, value: Json, kind: str, expected: JsonObject, lower_shapes: Lower) -> None:
    """A map has one entry if its key or value has an example and the other can be text."""
    entries: JsonObject = {
        "type": "map",
        "key": {"target": "a#Key"},
        "value": {"target": "a#Value"},
    }

    assert expected == examples(
        lower_shapes,
        {"All": required("a#Map")},
        Map=entries,
        Key=simple("string", key),
        Value=simple(kind, value),
    )


def test_lists(lower_shapes: Lower) -> None:
    """A list has one element, of which the example may be in the list; an always-present list too."""
    ids: JsonObject = {"type": "list", "member": {"target": "a#Id"}}
    named: JsonObject = {"type": "list", "member": {**STRING, "traits": example("named")}}
    plain: JsonObject = {"type": "list", "member": STRING}
    always: JsonObject = {"smaws_kms.traits#alwaysPresent": {}}
    members: JsonObject = {
        "Ids": {"target": "a#Ids", "traits": always},
        "Named": required("a#Named"),
        "Plain": required("a#Plain"),
        "Nested": required("a#Nested"),
    }

    assert {"ids": ["id"], "named": ["named"], "nested": [["id"]]} == examples(
        lower_shapes,
        members,
        Id=simple("string", "id"),
        Ids=ids,
        Named=named,
        Plain=plain,
        Nested={"type": "list", "member": {"target": "a#Ids"}},
    )


def test_unions(lower_shapes: Lower) -> None:
    """Each class of a union has the example of its member's target."""
    union: JsonObject = {"type": "union", "members": {"id": {"target": "a#Id"}, "text": STRING}}
    package = lower_shapes(
        {
            "a#Out": structure({"Choice": {"target": "a#Choice"}}),
            "a#Choice": union,
            "a#Id": simple("string", "id"),
        }
    )

    assert {"ChoiceId": {"value": "id"}} == package.examples


def test_references(lower_shapes: Lower) -> None:
    """Members in braces get their Python names; other braces are text."""
    arn, policy = "arn:{TheId}", '{"Version": {}}'
    members: JsonObject = {
        "TheId": required("smithy.api#String"),
        "Arn": {**STRING, "traits": example(arn)},
        "Policy": {**STRING, "traits": example(policy)},
    }

    assert {"arn": "arn:{the_id}", "policy": policy} == examples(lower_shapes, members)


def test_wrong_reference(lower_shapes: Lower) -> None:
    """A name in braces that is no member stops the generator."""
    members: JsonObject = {"Arn": {**STRING, "traits": example("arn:{Nothing}")}}

    with pytest.raises(ModelError, match=r"a#Out\$Arn: its example refers to Nothing"):
        examples(lower_shapes, members)


def test_no_value() -> None:
    """The example must be a value."""
    with pytest.raises(ModelError, match=r"a#A: smaws_kms\.traits#example: expected a value"):
        load_traits({"traits": example(None)}, "a#A")
