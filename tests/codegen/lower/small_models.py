"""Shapes and accessors for tests that lower small models."""

from collections.abc import Callable
from typing import Final, TypeAlias

from codegen.ir.plan import Operation, Package
from codegen.support.json_values import JsonObject

Lower: TypeAlias = Callable[[JsonObject], Package]


STRING: Final[JsonObject] = {"target": "smithy.api#String"}


DO: Final[JsonObject] = {
    "type": "operation",
    "input": {"target": "a#In"},
    "output": {"target": "a#Out"},
}


def structure(members: JsonObject, traits: JsonObject | None = None) -> JsonObject:
    """Return a structure with these members."""
    return {"type": "structure", "members": members, "traits": traits or {}}


def only_operation(package: Package) -> Operation:
    """Return the only operation of a package."""
    (operation,) = package.operations
    return operation
