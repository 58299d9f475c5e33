"""Fixtures of the generator's tests: small models, lowered."""

from collections.abc import Callable
from typing import Final

import pytest

from codegen.ir.plan import Package
from codegen.ir.texts import Descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.support.json_values import JsonObject

SHAPES: Final[JsonObject] = {
    "a#W": {
        "type": "service",
        "version": "1",
        "operations": [{"target": "a#Do"}],
        "traits": {
            "aws.api#service": {"sdkId": "W"},
            "aws.auth#sigv4": {"name": "w"},
            "aws.protocols#awsJson1_1": {},
        },
    },
    "a#Do": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}},
    "a#In": {"type": "structure", "members": {}},
    "a#Out": {"type": "structure", "members": {}},
    "a#Color": {
        "type": "enum",
        "members": {
            "RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "red"}}
        },
    },
    "a#Level": {
        "type": "intEnum",
        "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}},
    },
    "a#Name": {
        "type": "string",
        "traits": {"smithy.api#length": {"min": 1, "max": 9}, "smithy.api#pattern": "^x"},
    },
    "a#Names": {
        "type": "list",
        "member": {"target": "a#Name"},
        "traits": {"smithy.api#length": {"max": 3}, "smithy.api#uniqueItems": {}},
    },
    "a#Holes": {
        "type": "list",
        "member": {"target": "a#Color"},
        "traits": {"smithy.api#sparse": {}},
    },
    "a#Secret": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
    "a#Secrets": {
        "type": "map",
        "key": {"target": "smithy.api#String"},
        "value": {"target": "a#SecretList"},
    },
    "a#SecretList": {"type": "list", "member": {"target": "a#Secret"}},
    "a#Part": {"type": "structure", "members": {"Names": {"target": "a#Names"}}},
    "a#Moment": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "http-date"}},
    "a#Choice": {"type": "union", "members": {"A": {"target": "smithy.api#String"}}},
}
"""A service `W` with one operation `Do`, and shapes for its members."""


@pytest.fixture
def lower_shapes() -> Callable[[JsonObject], Package]:
    """Return a function that lowers the shapes above, some of them replaced."""

    def lower_with(shapes: JsonObject) -> Package:
        document: JsonObject = {"smithy": "2.0", "shapes": {**SHAPES, **shapes}}
        return lower(load_model(document), Descriptions(None))

    return lower_with
