"""Conversion of botocore's keys to traits of shapes and members."""

from typing import Any

import pytest

from tests.codegen.botocore_import.converted_models import ERROR, member_of, shape_of


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"type": "string", "min": 1}, "smithy.api#length", {"min": 1}),
        ({"type": "blob", "max": 9}, "smithy.api#length", {"max": 9}),
        ({"type": "integer", "min": 1, "max": 9}, "smithy.api#range", {"min": 1, "max": 9}),
        ({"type": "float", "max": 1}, "smithy.api#range", {"max": 1}),
        ({"type": "string", "pattern": "^a+$"}, "smithy.api#pattern", "^a+$"),
        ({"type": "string", "pattern": "[a-z]+"}, "smithy.api#pattern", "^[a-z]+$"),
        ({"type": "string", "pattern": "a|b"}, "smithy.api#pattern", "^(?:a|b)$"),
        ({"type": "string", "pattern": "^a.*"}, "smithy.api#pattern", "^a.*"),
        ({"type": "string", "sensitive": True}, "smithy.api#sensitive", {}),
        ({"type": "blob", "streaming": True}, "smithy.api#streaming", {}),
        ({"type": "blob", "requiresLength": True}, "smithy.api#requiresLength", {}),
        (
            {"type": "timestamp", "timestampFormat": "iso8601"},
            "smithy.api#timestampFormat",
            "date-time",
        ),
        (
            {"type": "timestamp", "timestampFormat": "rfc822"},
            "smithy.api#timestampFormat",
            "http-date",
        ),
        (
            {"type": "timestamp", "timestampFormat": "unixTimestamp"},
            "smithy.api#timestampFormat",
            "epoch-seconds",
        ),
        (ERROR, "smithy.api#error", "client"),
        ({**ERROR, "fault": True}, "smithy.api#error", "server"),
    ],
)
def test_traits_of_shapes(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each property of a shape becomes one trait."""
    assert {trait: expected} == shape_of(facts)["traits"]


@pytest.mark.parametrize("fact", [{"throttling": True}, {"throttling": False}])
def test_retryable(fact: dict[str, bool]) -> None:
    """A retryable error keeps its throttling flag."""
    expected = {key: value for key, value in fact.items() if value}
    error = shape_of({**ERROR, "retryable": fact})

    assert expected == error["traits"]["smithy.api#retryable"]


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"locationName": "m"}, "smithy.api#jsonName", "m"),
        ({"idempotencyToken": True}, "smithy.api#idempotencyToken", {}),
        ({"hostLabel": True}, "smithy.api#hostLabel", {}),
        ({"flattened": True}, "smithy.api#xmlFlattened", {}),
        ({"endpointdiscoveryid": True}, "aws.api#clientEndpointDiscoveryId", {}),
        ({"contextParam": {"name": "Region"}}, "smithy.rules#contextParam", {"name": "Region"}),
    ],
)
def test_traits_of_members(facts: dict[str, Any], trait: str, expected: object) -> None:
    """Each property of a member becomes one trait."""
    assert {trait: expected} == member_of(facts)["traits"]


def test_traits_are_sorted() -> None:
    """Traits are sorted by name."""
    member = member_of({"idempotencyToken": True, "contextParam": {"name": "Id"}}, required=True)
    expected = [
        "smithy.api#idempotencyToken",
        "smithy.api#required",
        "smithy.rules#contextParam",
    ]

    assert expected == list(member["traits"])


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Gone for good. Instead, use the Text parameter.", {"message": "use Text"}),
        ("Use Text.", {"message": "use Text"}),
        ("Please use the generic API Text", {}),
        ("Nobody needs this.", {}),
    ],
)
def test_deprecation_names_the_replacement(message: str, expected: object) -> None:
    """Of a deprecation message only the name of the replacement is kept."""
    member = member_of({"deprecated": True, "deprecatedMessage": message})

    assert {"smithy.api#deprecated": expected} == member["traits"]


def test_deprecation_keeps_its_date() -> None:
    """The date of a deprecation is kept."""
    member = member_of({"deprecated": True, "deprecatedSince": "2026-01-01"})

    assert member["traits"] == {"smithy.api#deprecated": {"since": "2026-01-01"}}
