"""Conversion of a whole service model, and refusal of unknown keys."""

import re
from typing import Any

import pytest

from codegen.support.errors import GeneratorError
from tests.codegen.botocore_import.converted_models import (
    ERROR,
    converted,
    service,
)


def test_service() -> None:
    """The service is named after the target prefix, which requests contain."""
    rule_set: dict[str, Any] = {
        "version": "1.0",
        "parameters": {"Region": {"type": "string", "documentation": "Where."}},
        "rules": [{"documentation": "All.", "conditions": [], "error": "no", "type": "error"}],
    }
    model = service(operations={"B": {"name": "B"}, "A": {"name": "A"}}, signingName="tiny-signer")
    expected: dict[str, Any] = {
        "type": "service",
        "version": "2026-01-01",
        "operations": [
            {"target": "com.amazonaws.tinyservice#A"},
            {"target": "com.amazonaws.tinyservice#B"},
        ],
        "traits": {
            "aws.api#service": {
                "sdkId": "Tiny Service",
                "arnNamespace": "tiny-signer",
                "endpointPrefix": "tiny",
            },
            "aws.auth#sigv4": {"name": "tiny-signer"},
            "aws.protocols#awsJson1_1": {},
            "smithy.api#title": "A Tiny Service",
            "smithy.rules#endpointRuleSet": {
                "version": "1.0",
                "parameters": {"Region": {"type": "string"}},
                "rules": [{"conditions": [], "error": "no", "type": "error"}],
            },
        },
    }
    result = converted(model, rule_set=rule_set)["TinyTarget"]

    assert expected == result
    assert sorted(expected["traits"]) == list(result["traits"])


@pytest.mark.parametrize(
    ("metadata", "trait", "expected"),
    [
        ({"jsonVersion": "1.0"}, "aws.protocols#awsJson1_0", {}),
        (
            {"protocolSettings": {"h2": "eventstream"}},
            "aws.protocols#awsJson1_1",
            {"eventStreamHttp": ["h2"]},
        ),
        (
            {"protocolSettings": {"h2": "optional"}},
            "aws.protocols#awsJson1_1",
            {"http": ["h2", "http/1.1"]},
        ),
        ({"auth": ["aws.auth#sigv4a"]}, "aws.auth#sigv4a", {"name": "tiny"}),
        ({"awsQueryCompatible": {}}, "aws.protocols#awsQueryCompatible", {}),
    ],
)
def test_traits_of_services(metadata: dict[str, Any], trait: str, expected: object) -> None:
    """Protocol and signature version in the metadata become traits of the service."""
    assert expected == converted(service(**metadata))["TinyTarget"]["traits"][trait]


def test_endpoint_discovery() -> None:
    """The operation for endpoint discovery becomes a trait of the service."""
    model = service(operations={"Find": {"name": "Find", "endpointoperation": True}})
    expected = {"operation": "com.amazonaws.tinyservice#Find"}

    assert expected == converted(model)["TinyTarget"]["traits"]["aws.api#clientEndpointDiscovery"]


def test_client_context_parameters() -> None:
    """Client context parameters lose only their documentation."""
    model = service()
    model["clientContextParams"] = {"A": {"type": "boolean", "documentation": "What."}}
    traits = converted(model)["TinyTarget"]["traits"]

    assert traits["smithy.rules#clientContextParams"] == {"A": {"type": "boolean"}}


def test_last_part_of_a_dotted_prefix_names_the_service() -> None:
    """The target prefix of two old services starts with a Java package, which is dropped."""
    assert {"Tiny_1"} == converted(service(targetPrefix="com.amazonaws.tiny.Tiny_1")).keys()


def test_shapes_are_sorted() -> None:
    """Shapes are sorted by name."""
    shapes = converted(service({"Z": {"type": "string"}, "B": {"type": "string"}}))

    assert list(shapes) == ["B", "TinyTarget", "Z"]


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (service(protocol="query"), "Tiny Service: expected the protocol json, found query"),
        (service({"It": {"type": "string", "news": 1}}), "It: no translation for news;"),
        (
            service({"It": {"type": "structure", "members": {"M": {"shape": "It", "news": 1}}}}),
            "It$M: no translation for news;",
        ),
        (service(operations={"Go": {"name": "Go", "news": 1}}), "Go: no translation for news;"),
        (service({"It": {"type": "character"}}), "It: no translation for the type 'character';"),
        (
            service({"3": {"type": "string"}}),
            "com.amazonaws.tinyservice: expected the name of a Smithy shape, found '3'",
        ),
        (service({"It": {**ERROR, "error": {"z": 1}}}), "It: no translation for z of an error"),
    ],
)
def test_unknown_key_type_or_protocol_stops_the_import(model: dict[str, Any], message: str) -> None:
    """An unknown key, type or protocol is an error that names it."""
    with pytest.raises(GeneratorError, match=f"^{re.escape(message)}"):
        converted(model)
