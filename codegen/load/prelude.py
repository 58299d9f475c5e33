"""Smithy's prelude: shapes that models use without defining them."""

from collections.abc import Mapping
from typing import Final

from codegen.ir.smithy import UNIT, Shape, ShapeId, SimpleKind, SimpleShape, StructureShape

SIMPLE_KINDS: Final[Mapping[str, SimpleKind]] = {
    "bigDecimal": "bigDecimal",
    "bigInteger": "bigInteger",
    "blob": "blob",
    "boolean": "boolean",
    "byte": "byte",
    "document": "document",
    "double": "double",
    "float": "float",
    "integer": "integer",
    "long": "long",
    "short": "short",
    "string": "string",
    "timestamp": "timestamp",
}

_PRIMITIVES: Final[Mapping[str, SimpleKind]] = {
    "PrimitiveBoolean": "boolean",
    "PrimitiveByte": "byte",
    "PrimitiveDouble": "double",
    "PrimitiveFloat": "float",
    "PrimitiveInteger": "integer",
    "PrimitiveLong": "long",
    "PrimitiveShort": "short",
}


def prelude() -> dict[ShapeId, Shape]:
    """Return the shapes of the prelude by ID."""
    shapes: dict[ShapeId, Shape] = {UNIT: StructureShape(id=UNIT, members=())}
    for kind in SIMPLE_KINDS.values():
        name = f"{kind[0].upper()}{kind[1:]}"
        shapes[f"smithy.api#{name}"] = SimpleShape(id=f"smithy.api#{name}", kind=kind)
    for name, kind in _PRIMITIVES.items():
        shapes[f"smithy.api#{name}"] = SimpleShape(id=f"smithy.api#{name}", kind=kind)
    return shapes
