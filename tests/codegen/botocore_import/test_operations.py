"""Conversion of operations, with pagination and examples."""

from typing import Any

import pytest

from tests.codegen.botocore_import.converted_models import ERROR, converted, service


def test_operation() -> None:
    """An operation has its input, output and errors, sorted without regard to case."""
    model = service(
        {"PutRequest": {"type": "structure", "members": {}}, "b": ERROR, "A": ERROR, "C": ERROR},
        {
            "Put": {
                "name": "Put",
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "PutRequest"},
                "errors": [{"shape": "C"}, {"shape": "b"}, {"shape": "A"}],
            }
        },
    )
    shapes = converted(model)
    own = "com.amazonaws.tinyservice#"
    expected = {
        "type": "operation",
        "input": {"target": f"{own}PutRequest"},
        "output": {"target": "smithy.api#Unit"},
        "errors": [{"target": f"{own}A"}, {"target": f"{own}b"}, {"target": f"{own}C"}],
    }

    assert expected == shapes["Put"]
    assert shapes["PutRequest"]["traits"] == {"smithy.api#input": {}}


def test_shared_shapes_are_no_inputs_or_outputs() -> None:
    """A shape of two operations has neither the input nor the output trait, as Smithy requires."""
    end = {"shape": "It"}
    model = service(
        {"It": {"type": "structure", "members": {}}},
        {"Get": {"name": "Get", "output": end}, "List": {"name": "List", "output": end}},
    )

    assert "traits" not in converted(model)["It"]


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"idempotent": True}, "smithy.api#idempotent", {}),
        ({"readonly": True}, "smithy.api#readonly", {}),
        ({"authtype": "none"}, "smithy.api#auth", []),
        ({"auth": ["smithy.api#noAuth"]}, "smithy.api#auth", []),
        ({"deprecated": True}, "smithy.api#deprecated", {}),
        ({"endpoint": {"hostPrefix": "a."}}, "smithy.api#endpoint", {"hostPrefix": "a."}),
        (
            {"endpointdiscovery": {"required": True}},
            "aws.api#clientDiscoveredEndpoint",
            {"required": True},
        ),
        (
            {"staticContextParams": {"A": {"value": 1}}},
            "smithy.rules#staticContextParams",
            {"A": {"value": 1}},
        ),
    ],
)
def test_traits_of_operations(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each property of an operation becomes one trait."""
    model = service(operations={"Go": {"name": "Go", **facts}})

    assert {trait: expected} == converted(model)["Go"]["traits"]


@pytest.mark.parametrize("items", ["Things", ["Things", "Sums"]])
def test_pages(items: object) -> None:
    """Pagination has tokens, a page size, and the first list as items."""
    facts = {
        "input_token": "Marker",
        "output_token": "NextMarker",
        "limit_key": "Limit",
        "more_results": "Truncated",
        "result_key": items,
    }
    model = service(operations={"List": {"name": "List"}})
    traits = converted(model, paginators={"pagination": {"List": facts}})["List"]["traits"]
    expected = {
        "inputToken": "Marker",
        "outputToken": "NextMarker",
        "items": "Things",
        "pageSize": "Limit",
    }

    assert {"smithy.api#paginated": expected} == traits


def test_pages_without_a_size() -> None:
    """An operation without a page size in its input gets no member for it."""
    facts = {"input_token": "Marker", "output_token": "NextMarker", "result_key": "Things"}
    model = service(operations={"List": {"name": "List"}})
    traits = converted(model, paginators={"pagination": {"List": facts}})["List"]["traits"]

    assert {"inputToken", "outputToken", "items"} == traits["smithy.api#paginated"].keys()


def test_examples() -> None:
    """Examples keep input and output, and lose their explanations."""
    case = {
        "id": "to-go-1",
        "title": "To go",
        "description": "Goes.",
        "comments": {"input": {"A": "How far."}},
        "input": {"A": 1},
    }
    model = service(operations={"Go": {"name": "Go"}})
    traits = converted(model, examples={"examples": {"Go": [case, {"output": {}}]}})["Go"]["traits"]
    expected: list[Any] = [{"title": "Go 1", "input": {"A": 1}}, {"title": "Go 2", "output": {}}]

    assert {"smithy.api#examples": expected} == traits
