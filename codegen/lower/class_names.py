"""Assigns a unique name to everything that a package exports.

Shapes keep the model's spelling if possible. On a conflict, shapes of the service's own namespace go
first, then shapes of others, then derived names such as an operation's union of errors.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from codegen.ir.plan import OperationNames
from codegen.ir.smithy import (
    UNIT,
    EnumShape,
    OperationShape,
    ServiceShape,
    ShapeId,
    StructureShape,
    UnionShape,
)
from codegen.lower.names import class_name, distinct, function_name, service_class_name, snake_case
from codegen.lower.reach import Reach
from codegen.support.errors import ModelError

_CLASSES: Final = (EnumShape, OperationShape, StructureShape, UnionShape)


@frozen(kw_only=True)
class ClassNames:
    """All public names of a package."""

    client: str
    """Prefix of the client classes, for example `KMS`."""
    shapes: Mapping[ShapeId, str]
    """Names of structures, unions, enums, errors and operations."""
    data: Mapping[ShapeId, str]
    """Names of the data classes for errors that are members of other shapes."""
    operations: Mapping[ShapeId, OperationNames]
    arms: Mapping[tuple[ShapeId, str], str]
    """Names of the classes of unions, by the union's ID and the member's name."""

    renamed: tuple[str, ...]
    """Shapes that could not keep their names, one line each with the reason."""

    def of(self, shape_id: ShapeId) -> str:
        """Return the name of a shape's class when other shapes refer to it."""
        return self.data.get(shape_id) or self.shapes[shape_id]


class _Taken:
    def __init__(self) -> None:
        self._names: set[str] = set()

    def first_free(self, *wishes: str) -> str:
        """Take the first free name, or else the last one with underscores appended."""
        name = next(filter(self._is_free, wishes), class_name(wishes[-1]))
        while name in self._names:
            name = f"{name}_"
        self._names.add(name)
        return name

    def _is_free(self, name: str) -> bool:
        return name not in self._names and class_name(name) == name


def name_classes(service: ServiceShape, reach: Reach) -> ClassNames:
    """Return the names of everything in a service's package."""
    if service.traits.aws_service is None:
        raise ModelError(
            f"{service.id}: expected the trait aws.api#service with an sdkId, found none"
        )
    taken = _Taken()
    client = service_class_name(service.traits.aws_service.sdk_id)
    for name in (f"Async{client}Client", f"{client}Client"):
        taken.first_free(name)
    shapes = _shape_names(service, reach, taken)
    errors = {error.id for error in reach.errors}
    data = sorted(errors & reach.common)
    return ClassNames(
        client=client,
        shapes=shapes,
        renamed=tuple(_renamed(service, shapes)),
        data={shape: taken.first_free(f"{shapes[shape]}Data") for shape in data},
        operations=_operation_names(reach.operations, shapes, taken),
        arms={
            (shape.id, member.name): taken.first_free(_arm_name(shapes[shape.id], member.name))
            for shape in reach.shapes
            if isinstance(shape, UnionShape)
            for member in shape.members
        },
    )


def _shape_names(service: ServiceShape, reach: Reach, taken: _Taken) -> dict[ShapeId, str]:
    ids = {shape.id for shape in (*reach.shapes, *reach.operations) if isinstance(shape, _CLASSES)}
    home = service.id.partition("#")[0]
    names: dict[ShapeId, str] = {}
    for shape_id in sorted(ids, key=lambda it: (it.partition("#")[0] != home, it)):
        namespace, _, own = shape_id.partition("#")
        name = class_name(service.rename.get(shape_id, own))
        prefix = "" if namespace == home else _capital(namespace.rpartition(".")[2])
        names[shape_id] = taken.first_free(name, f"{prefix}{name}")
    return names


def _renamed(service: ServiceShape, names: Mapping[ShapeId, str]) -> Iterator[str]:
    for shape_id, name in names.items():
        wish = class_name(service.rename.get(shape_id, shape_id.partition("#")[2]))
        if name != wish:
            yield f"{shape_id} is named {name}, because another shape is named {wish}"


def _operation_names(
    operations: Iterable[OperationShape], shapes: Mapping[ShapeId, str], taken: _Taken
) -> dict[ShapeId, OperationNames]:
    wishes = {it.id: function_name(it.name) for it in operations}
    blocking = {
        f"{it.id} blocking": f"{wish}_sync"
        for it, wish in zip(operations, wishes.values(), strict=True)
    }
    functions = distinct(wishes, reserved=blocking.values())
    modules = distinct({it.id: f"_{snake_case(it.name)}" for it in operations})
    return {
        it.id: OperationNames(
            function=functions[it.id],
            module=modules[it.id],
            request=taken.first_free(f"{shapes[it.id]}Request", f"{shapes[it.id]}Input")
            if it.input == UNIT
            else shapes[it.input],
            error_union=taken.first_free(f"{it.name}Error", f"{it.name}Errors"),
            pages=taken.first_free(f"{shapes[it.id]}Pages", f"{shapes[it.id]}PagesAsync"),
            pages_sync=taken.first_free(f"{shapes[it.id]}PagesSync"),
        )
        for it in operations
    }


def _arm_name(union: str, member: str) -> str:
    return f"{union.rstrip('_')}{_capital(member.lstrip('_'))}"


def _capital(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"
