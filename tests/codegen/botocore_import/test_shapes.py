"""Conversion of shapes."""

import pytest

from tests.codegen.botocore_import.converted_models import converted, service, shape_of


@pytest.mark.parametrize(
    "kind",
    ["blob", "boolean", "double", "float", "integer", "long", "string", "timestamp"],
)
def test_simple_types_keep_their_names(kind: str) -> None:
    """Scalar types have the same names in both formats."""
    assert {"type": kind} == shape_of({"type": kind, "box": True, "documentation": "<p>No.</p>"})


def test_list() -> None:
    """A list has a member; its bounds become a length."""
    facts = {"type": "list", "member": {"shape": "It"}, "min": 1, "max": 2}
    expected = {
        "type": "list",
        "member": {"target": "com.amazonaws.tinyservice#It"},
        "traits": {"smithy.api#length": {"min": 1, "max": 2}},
    }

    assert expected == shape_of(facts)


def test_map() -> None:
    """A map has a key and a value."""
    facts = {"type": "map", "key": {"shape": "It"}, "value": {"shape": "It"}}
    target = {"target": "com.amazonaws.tinyservice#It"}

    assert {"type": "map", "key": target, "value": target} == shape_of(facts)


def test_structure() -> None:
    """A structure keeps the order of its members, and marks the required ones."""
    facts = {
        "type": "structure",
        "required": ["B"],
        "members": {"B": {"shape": "It"}, "A": {"shape": "It"}},
    }
    target = {"target": "com.amazonaws.tinyservice#It"}
    result = shape_of(facts)

    assert {**target, "traits": {"smithy.api#required": {}}} == result["members"]["B"]
    assert [("B", result["members"]["B"]), ("A", target)] == list(result["members"].items())


@pytest.mark.parametrize(
    ("flag", "expected"),
    [("union", "union"), ("eventstream", "union"), ("document", "document")],
)
def test_unions_streams_and_documents(flag: str, expected: str) -> None:
    """Unions, event streams and documents are flags of a structure in botocore's format."""
    assert expected == shape_of({"type": "structure", "members": {}, flag: True})["type"]


def test_event_stream() -> None:
    """An event stream is streaming, and its events have header and payload."""
    model = service(
        {
            "Stream": {"type": "structure", "eventstream": True, "members": {"E": {"shape": "E"}}},
            "E": {
                "type": "structure",
                "event": True,
                "members": {
                    "Id": {"shape": "Text", "eventheader": True},
                    "Body": {"shape": "Text", "eventpayload": True},
                },
            },
            "Text": {"type": "string"},
        }
    )
    shapes = converted(model)

    assert shapes["Stream"]["traits"] == {"smithy.api#streaming": {}}
    assert shapes["E"]["members"]["Id"]["traits"] == {"smithy.api#eventHeader": {}}
    assert shapes["E"]["members"]["Body"]["traits"] == {"smithy.api#eventPayload": {}}


def test_enum() -> None:
    """A string with values becomes an enum; members are named after their values where possible."""
    facts = {"type": "string", "enum": ["AES_256", "aws:kms", "aws kms", "3DES", "Sign"]}
    members = shape_of(facts)["members"]
    names = {name: member["traits"]["smithy.api#enumValue"] for name, member in members.items()}
    expected = {
        "AES_256": "AES_256",
        "aws_kms": "aws:kms",
        "aws_kms_2": "aws kms",
        "_3DES": "3DES",
        "Sign": "Sign",
    }

    assert list(expected.items()) == list(names.items())
    assert {"smithy.api#Unit"} == {member["target"] for member in members.values()}
    assert shape_of(facts)["type"] == "enum"


def test_prelude_shapes() -> None:
    """A shape that equals the prelude's shape of its name is replaced by it."""
    model = service(
        {
            "Boolean": {"type": "boolean", "box": True},
            "Integer": {"type": "integer", "max": 3},
            "It": {
                "type": "structure",
                "members": {"B": {"shape": "Boolean"}, "I": {"shape": "Integer"}},
            },
        }
    )
    shapes = converted(model)

    assert {"Integer", "It", "TinyTarget"} == shapes.keys()
    assert shapes["It"]["members"]["B"] == {"target": "smithy.api#Boolean"}
    assert shapes["It"]["members"]["I"] == {"target": "com.amazonaws.tinyservice#Integer"}
