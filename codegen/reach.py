"""Which shapes a service consists of, and where their classes live."""

from collections.abc import Iterable

from attrs import frozen

from codegen.smithy import (
    UNIT,
    EnumShape,
    Model,
    OperationShape,
    ServiceShape,
    Shape,
    ShapeId,
    StructureShape,
    members_of,
)


@frozen
class Reach:
    """The shapes that a service's operations lead to."""

    operations: tuple[OperationShape, ...]
    """By name."""
    errors: tuple[StructureShape, ...]
    """By name."""
    shapes: tuple[Shape, ...]
    """Everything in inputs, outputs and errors; each after what it is made of."""
    common: frozenset[ShapeId]
    """Structures used inside others, or by several operations."""

    @property
    def enums(self) -> list[EnumShape]:
        """The enums, by name."""
        found = [shape for shape in self.shapes if isinstance(shape, EnumShape)]
        return sorted(found, key=lambda shape: shape.name)


def explore(model: Model, service: ServiceShape) -> Reach:
    """Return the shapes that a service's operations lead to."""
    operations = [model.expect(OperationShape, it, service.id) for it in service.operations]
    operations.sort(key=lambda operation: operation.name)
    ends = [end for it in operations for end in (it.input, it.output) if end != UNIT]
    errors = {*service.errors, *(error for it in operations for error in it.errors)}
    shapes = _closure(model, sorted({*ends, *errors}))
    nested = {member.target for shape in shapes for member in members_of(shape)}
    common = frozenset(end for end in ends if ends.count(end) > 1) | nested
    failures = [model.expect(StructureShape, error, service.id) for error in errors]
    failures.sort(key=lambda failure: failure.name)
    return Reach(tuple(operations), tuple(failures), shapes, common)


def _closure(model: Model, roots: Iterable[ShapeId]) -> tuple[Shape, ...]:
    """Return all shapes in and below the roots, depth first."""
    found: dict[ShapeId, Shape] = {}
    entered: set[ShapeId] = set()

    def visit(shape_id: ShapeId) -> None:
        if shape_id in entered:
            return
        entered.add(shape_id)
        for member in members_of(model.shape(shape_id)):
            visit(member.target)
        found[shape_id] = model.shape(shape_id)

    for root in roots:
        visit(root)
    return tuple(found.values())
