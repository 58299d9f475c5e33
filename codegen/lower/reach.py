"""Finds the shapes that a service uses, and those that several operations share."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from codegen.ir.smithy import (
    UNIT,
    EnumShape,
    Model,
    OperationShape,
    ResourceShape,
    ServiceShape,
    Shape,
    ShapeId,
    StructureShape,
    members_of,
)


@frozen
class Reach:
    """All shapes that a service's operations use, directly or indirectly."""

    operations: tuple[OperationShape, ...]
    """Sorted by name."""
    errors: tuple[StructureShape, ...]
    """Sorted by name."""
    shapes: tuple[Shape, ...]
    """Shapes in inputs, outputs and errors; each after the shapes that it refers to."""
    common: frozenset[ShapeId]
    """Structures used inside others, or by several operations."""
    sent: frozenset[ShapeId] = frozenset()
    """Shapes in inputs, directly or indirectly."""
    left_out: tuple[str, ...] = ()
    """Operations that cannot be generated, one line each with the reason."""

    @property
    def enums(self) -> list[EnumShape]:
        """All enums, sorted by name."""
        found = [shape for shape in self.shapes if isinstance(shape, EnumShape)]
        return sorted(found, key=lambda shape: shape.name)


def explore(model: Model, service: ServiceShape) -> Reach:
    """Return all shapes that a service's operations use."""
    listed = sorted(set(_operations(model, service)))
    found = [model.expect(OperationShape, it, service.id) for it in listed]
    found.sort(key=lambda operation: operation.name)
    operations = [operation for operation in found if not _streams(model, operation)]
    ends = [end for it in operations for end in (it.input, it.output) if end != UNIT]
    inputs = sorted({it.input for it in operations if it.input != UNIT})
    errors = {*service.errors, *(error for it in operations for error in it.errors)}
    shapes = _closure(model, sorted({*ends, *errors}))
    nested = {member.target for shape in shapes for member in members_of(shape)}
    uses = Counter(ends)
    failures = [model.expect(StructureShape, error, service.id) for error in errors]
    failures.sort(key=lambda failure: failure.name)
    return Reach(
        operations=tuple(operations),
        errors=tuple(failures),
        shapes=shapes,
        common=frozenset(end for end in ends if uses[end] > 1) | nested,
        sent=frozenset(it.id for it in _closure(model, inputs)),
        left_out=tuple(
            f"{operation.name} is left out: event streams and streamed blobs are not supported"
            for operation in found
            if operation not in operations
        ),
    )


def _operations(model: Model, group: ServiceShape | ResourceShape) -> Iterator[ShapeId]:
    """Yield the operations of a service or resource and of the resources in it."""
    yield from group.operations
    for resource in group.resources:
        yield from _operations(model, model.expect(ResourceShape, resource, group.id))


def _streams(model: Model, operation: OperationShape) -> bool:
    """Return whether an input or output has an event stream or a streamed blob."""
    members = (
        member
        for end in (operation.input, operation.output)
        for member in members_of(model.shape(end))
    )
    return any(it.traits.streaming or model.shape(it.target).traits.streaming for it in members)


def _closure(model: Model, roots: Iterable[ShapeId]) -> tuple[Shape, ...]:
    """Return the roots and all shapes that they use, depth first."""
    found: dict[ShapeId, Shape] = {}
    entered: set[ShapeId] = set()
    for root in roots:
        # No recursion: models may nest deeper than Python's stack.
        path: list[tuple[ShapeId, Iterator[ShapeId]]] = []
        _enter(model, root, entered, path)
        while path:
            shape_id, rest = path[-1]
            below = next(rest, None)
            if below is not None:
                _enter(model, below, entered, path)
            else:
                found[shape_id] = model.shape(shape_id)
                path.pop()
    return tuple(found.values())


def _enter(
    model: Model,
    shape_id: ShapeId,
    entered: set[ShapeId],
    path: list[tuple[ShapeId, Iterator[ShapeId]]],
) -> None:
    if shape_id not in entered:
        entered.add(shape_id)
        path.append((shape_id, (it.target for it in members_of(model.shape(shape_id)))))
