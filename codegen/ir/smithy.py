"""The Smithy model as typed values: `load` creates them, `lower` reads them."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, TypeVar

from attrs import frozen

from codegen.ir.traits import NO_TRAITS, Traits
from codegen.support.errors import ModelError

ShapeId: TypeAlias = str
"""For example `com.amazonaws.kms#KeySpec`; of a member, `com.amazonaws.kms#Tag$TagKey`."""

SimpleKind: TypeAlias = Literal[
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "float",
    "integer",
    "long",
    "short",
    "string",
    "timestamp",
]

UNIT: Final = "smithy.api#Unit"
"""Target that stands for 'no input', 'no output' or 'no value'."""


@frozen(kw_only=True)
class Member:
    """A member of an aggregate shape, or one value of an enum."""

    id: ShapeId
    name: str
    target: ShapeId
    traits: Traits = NO_TRAITS


@frozen(kw_only=True)
class _Shape:
    id: ShapeId
    traits: Traits = NO_TRAITS

    @property
    def name(self) -> str:
        """The shape's name without its namespace."""
        return self.id.partition("#")[2]


@frozen(kw_only=True)
class SimpleShape(_Shape):
    """A scalar."""

    kind: SimpleKind


@frozen(kw_only=True)
class EnumShape(_Shape):
    """An `enum` of strings or an `intEnum`."""

    kind: Literal["enum", "intEnum"]
    values: tuple[Member, ...]


@frozen(kw_only=True)
class ListShape(_Shape):
    """A list."""

    member: Member


@frozen(kw_only=True)
class MapShape(_Shape):
    """A map; its keys are strings or enums."""

    key: Member
    value: Member


@frozen(kw_only=True)
class StructureShape(_Shape):
    """A structure; inputs, outputs and errors are structures too."""

    members: tuple[Member, ...]


@frozen(kw_only=True)
class UnionShape(_Shape):
    """A union: exactly one of its members is set."""

    members: tuple[Member, ...]


@frozen(kw_only=True)
class OperationShape(_Shape):
    """An operation."""

    input: ShapeId
    output: ShapeId
    errors: tuple[ShapeId, ...]


@frozen(kw_only=True)
class ResourceShape(_Shape):
    """A resource: a group of operations."""

    operations: tuple[ShapeId, ...]
    """All of them, with those of its lifecycle (create, read, ...)."""
    resources: tuple[ShapeId, ...]


@frozen(kw_only=True)
class ServiceShape(_Shape):
    """A service."""

    version: str
    operations: tuple[ShapeId, ...]
    """Only those that the service lists itself, not those of its resources."""
    errors: tuple[ShapeId, ...]
    resources: tuple[ShapeId, ...]
    rename: Mapping[ShapeId, str]
    """Names of shapes in this service that differ from the shapes' own names."""


Shape: TypeAlias = (
    SimpleShape
    | EnumShape
    | ListShape
    | MapShape
    | StructureShape
    | UnionShape
    | OperationShape
    | ResourceShape
    | ServiceShape
)


def members_of(shape: Shape) -> tuple[Member, ...]:
    """Return a shape's members; of a list its element, of a map its key and value."""
    match shape:
        case StructureShape(members=members) | UnionShape(members=members):
            return members
        case ListShape(member=member):
            return (member,)
        case MapShape(key=key, value=value):
            return (key, value)
        case _:
            return ()


_S = TypeVar("_S", bound=_Shape)


@frozen
class Model:
    """All shapes of a model and of Smithy's prelude."""

    shapes: Mapping[ShapeId, Shape]

    def shape(self, shape_id: ShapeId) -> Shape:
        """Return a shape by ID."""
        return self.shapes[shape_id]

    def expect(self, kind: type[_S], shape_id: ShapeId, where: ShapeId) -> _S:
        """Return a shape that `where` refers to; raises if it is not of this kind."""
        shape = self.shapes[shape_id]
        if not isinstance(shape, kind):
            expected = kind.__name__.removesuffix("Shape").lower()
            found = type(shape).__name__.removesuffix("Shape").lower()
            raise ModelError(f"{where}: {shape_id} is not a {expected}, but a {found} shape")
        return shape

    def service(self, shape_id: ShapeId | None = None) -> ServiceShape:
        """Return the named service, or else the only one of the model."""
        if shape_id is not None:
            if shape_id not in self.shapes:
                raise ModelError(f"the model has no service {shape_id}")
            return self.expect(ServiceShape, shape_id, "the service to generate")
        services = [shape for shape in self.shapes.values() if isinstance(shape, ServiceShape)]
        if len(services) != 1:
            found = ", ".join(service.id for service in services) or "none"
            raise ModelError(
                f"expected one service in the model, found: {found}; choose with --service"
            )
        return services[0]
