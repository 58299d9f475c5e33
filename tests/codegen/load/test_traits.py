"""Loading traits; anything unknown is an error that names the shape."""

import pytest

from codegen.ir.smithy import (
    UNIT,
    Model,
)
from codegen.ir.traits import Creates, Default, Deprecated, Interval, Paginated, Traits
from codegen.load.model import load_model
from codegen.load.traits import load_traits
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject


def _load(shapes: JsonObject) -> Model:
    return load_model({"smithy": "2.0", "shapes": shapes})


@pytest.mark.parametrize(
    ("expected", "traits"),
    [
        (Traits(length=Interval(1, 5)), {"smithy.api#length": {"min": 1, "max": 5}}),
        (Traits(range=Interval(max=0.5)), {"smithy.api#range": {"max": 0.5}}),
        (Traits(default=Default(value=False)), {"smithy.api#default": False}),
        (Traits(), {"smithy.api#default": None}),
        (Traits(deprecated=Deprecated("use B")), {"smithy.api#deprecated": {"message": "use B"}}),
        (Traits(error="server"), {"smithy.api#error": "server"}),
        (Traits(retryable=True), {"smithy.api#retryable": {}}),
        (
            Traits(retryable=True, throttling=True),
            {"smithy.api#retryable": {"throttling": True}},
        ),
        (Traits(timestamp_format="http-date"), {"smithy.api#timestampFormat": "http-date"}),
        (
            Traits(paginated=Paginated("A", "B", None)),
            {"smithy.api#paginated": {"inputToken": "A", "outputToken": "B"}},
        ),
        (Traits(creates=Creates()), {"smaws_kms.traits#creates": {}}),
        (
            Traits(creates=Creates(idempotency_member="Name")),
            {"smaws_kms.traits#creates": {"idempotencyMember": "Name"}},
        ),
        (
            Traits(already_done_errors=("a#E",)),
            {"smaws_kms.traits#alreadyDoneErrors": {"errors": ["a#E"]}},
        ),
        (Traits(regional=True), {"smaws_kms.traits#regional": {}}),
        (
            Traits(multi_region_prefix="mrk-"),
            {"smaws_kms.traits#multiRegionIds": {"prefix": "mrk-"}},
        ),
        (Traits(json_version="1.1"), {"aws.protocols#awsJson1_1": {}}),
        (Traits(), {"smithy.api#documentation": "<p>Prose</p>"}),
    ],
)
def test_traits(expected: Traits, traits: JsonObject) -> None:
    """Known traits become typed values; ignored ones are dropped."""
    assert expected == load_traits({"traits": traits}, "a#S")


@pytest.mark.parametrize(
    ("expected", "shapes"),
    [
        (
            "a#S: unknown trait b#odd",
            {"a#S": {"type": "string", "traits": {"b#odd": {}}}},
        ),
        (
            "a#S$M: unknown trait b#odd",
            {
                "a#S": {
                    "type": "structure",
                    "members": {"M": {"target": UNIT, "traits": {"b#odd": {}}}},
                }
            },
        ),
        ("a#S: unknown shape type tuple", {"a#S": {"type": "tuple"}}),
        ("a#L$member: unknown shape a#X", {"a#L": {"type": "list", "member": {"target": "a#X"}}}),
        ("a#O: unknown shape a#X", {"a#O": {"type": "operation", "errors": [{"target": "a#X"}]}}),
        ("a#L$member: expected an object", {"a#L": {"type": "list"}}),
        ("a#S: expected an object, found 3", {"a#S": 3}),
        ("a#O: expected an array, found {}", {"a#O": {"type": "operation", "errors": {}}}),
        (
            'a#S: smithy.api#length: expected a number, found "1"',
            {"a#S": {"type": "string", "traits": {"smithy.api#length": {"min": "1"}}}},
        ),
        (
            "a#S: unknown mixin a#M",
            {"a#S": {"type": "structure", "mixins": [{"target": "a#M"}]}},
        ),
        (
            "a#M: is used as a mixin, but has no @mixin",
            {
                "a#M": {"type": "structure"},
                "a#S": {"type": "structure", "mixins": [{"target": "a#M"}]},
            },
        ),
        (
            "a#M: is a mixin of itself",
            {"a#M": {"type": "structure", "mixins": [{"target": "a#M"}]}},
        ),
        (
            "a#W: unknown shape a#R",
            {"a#W": {"type": "service", "version": "1", "resources": [{"target": "a#R"}]}},
        ),
        (
            "a#W: unknown shape a#R",
            {"a#W": {"type": "service", "version": "1", "rename": {"a#R": "S"}}},
        ),
        (
            "a#R: unknown shape a#X",
            {"a#R": {"type": "resource", "read": {"target": "a#X"}}},
        ),
        ("a#X$y: expected an object", {"a#X$y": {"type": "apply", "traits": {}}}),
        (
            "a#S: smithy.api#error: expected one of client, server",
            {"a#S": {"type": "structure", "traits": {"smithy.api#error": "nobody"}}},
        ),
        (
            "a#S: smithy.api#pattern: expected a string, found 1",
            {"a#S": {"type": "string", "traits": {"smithy.api#pattern": 1}}},
        ),
        (
            "a#S: smithy.api#enumValue: expected a string or an integer",
            {"a#S": {"type": "string", "traits": {"smithy.api#enumValue": 1.5}}},
        ),
    ],
)
def test_unknown_constructs_are_errors_that_name_the_shape(
    expected: str, shapes: JsonObject
) -> None:
    """Unknown traits, shape types, targets and values stop the generator."""
    with pytest.raises(ModelError) as caught:
        _load(shapes)

    assert str(caught.value).startswith(expected)
