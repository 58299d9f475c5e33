"""Reads a Smithy JSON AST into the typed AST; anything unknown is an error."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from codegen.ir.smithy import (
    UNIT,
    EnumShape,
    ListShape,
    MapShape,
    Member,
    Model,
    OperationShape,
    ResourceShape,
    ServiceShape,
    Shape,
    ShapeId,
    SimpleShape,
    StructureShape,
    UnionShape,
    members_of,
)
from codegen.load.mixins import flatten_mixins
from codegen.load.prelude import SIMPLE_KINDS, prelude
from codegen.load.smithy_1 import VERSIONS, modernize
from codegen.load.traits import load_traits
from codegen.support.errors import ModelError
from codegen.support.grammar import check_identifier, check_shape_id, check_target, show
from codegen.support.json_values import Json, JsonObject, list_at, object_at, text_at


def load_model(document: JsonObject) -> Model:
    """Check a Smithy JSON AST and return it as a typed model."""
    version = document.get("smithy")
    if version not in VERSIONS:
        raise ModelError(f"expected a Smithy JSON AST 2.0, found version {version!r}")
    shapes = prelude()
    written = object_at(document.get("shapes"), "shapes")
    for target in written:
        check_target(target)
    for shape_id, value in modernize(flatten_mixins(written)).items():
        shapes[check_shape_id(shape_id)] = _load_shape(shape_id, object_at(value, shape_id))
    for where, target in _references(shapes.values()):
        if target not in shapes:
            raise ModelError(f"{where}: unknown shape {show(target)}")
    return Model(shapes)


def _load_shape(shape_id: ShapeId, document: JsonObject) -> Shape:
    kind = text_at(document.get("type"), shape_id)
    if kind in SIMPLE_KINDS:
        traits = load_traits(document, shape_id)
        return SimpleShape(id=shape_id, kind=SIMPLE_KINDS[kind], traits=traits)
    if kind not in _LOADERS:
        raise ModelError(f"{shape_id}: unknown shape type {show(kind)}")
    return _LOADERS[kind](shape_id, document)


def _load_enum(shape_id: ShapeId, document: JsonObject) -> EnumShape:
    kind: Literal["enum", "intEnum"] = "enum" if document["type"] == "enum" else "intEnum"
    values = _load_members(shape_id, document)
    return EnumShape(id=shape_id, kind=kind, values=values, traits=load_traits(document, shape_id))


def _load_list(shape_id: ShapeId, document: JsonObject) -> ListShape:
    member = _load_member(shape_id, "member", document)
    return ListShape(id=shape_id, member=member, traits=load_traits(document, shape_id))


def _load_map(shape_id: ShapeId, document: JsonObject) -> MapShape:
    return MapShape(
        id=shape_id,
        key=_load_member(shape_id, "key", document),
        value=_load_member(shape_id, "value", document),
        traits=load_traits(document, shape_id),
    )


def _load_structure(shape_id: ShapeId, document: JsonObject) -> StructureShape:
    members = _load_members(shape_id, document)
    return StructureShape(id=shape_id, members=members, traits=load_traits(document, shape_id))


def _load_union(shape_id: ShapeId, document: JsonObject) -> UnionShape:
    members = _load_members(shape_id, document)
    return UnionShape(id=shape_id, members=members, traits=load_traits(document, shape_id))


def _load_operation(shape_id: ShapeId, document: JsonObject) -> OperationShape:
    return OperationShape(
        id=shape_id,
        input=_target(document.get("input", {"target": UNIT}), shape_id),
        output=_target(document.get("output", {"target": UNIT}), shape_id),
        errors=_targets(document, "errors", shape_id),
        traits=load_traits(document, shape_id),
    )


def _load_service(shape_id: ShapeId, document: JsonObject) -> ServiceShape:
    rename = object_at(document.get("rename", {}), shape_id)
    return ServiceShape(
        id=shape_id,
        version=text_at(document.get("version", ""), shape_id),
        operations=_targets(document, "operations", shape_id),
        errors=_targets(document, "errors", shape_id),
        resources=_targets(document, "resources", shape_id),
        rename={it: check_identifier(text_at(rename[it], shape_id), shape_id) for it in rename},
        traits=load_traits(document, shape_id),
    )


def _load_resource(shape_id: ShapeId, document: JsonObject) -> ResourceShape:
    lifecycle = (_target(document[step], shape_id) for step in _LIFECYCLE if step in document)
    operations = _targets(document, "operations", shape_id)
    collection = _targets(document, "collectionOperations", shape_id)
    return ResourceShape(
        id=shape_id,
        operations=(*lifecycle, *operations, *collection),
        resources=_targets(document, "resources", shape_id),
        traits=load_traits(document, shape_id),
    )


_LIFECYCLE: Final = ("create", "put", "read", "update", "delete", "list")

_LOADERS: Final[Mapping[str, Callable[[ShapeId, JsonObject], Shape]]] = {
    "enum": _load_enum,
    "intEnum": _load_enum,
    "list": _load_list,
    "map": _load_map,
    "operation": _load_operation,
    "resource": _load_resource,
    "service": _load_service,
    "structure": _load_structure,
    "union": _load_union,
}


def _load_members(shape_id: ShapeId, document: JsonObject) -> tuple[Member, ...]:
    members = object_at(document.get("members", {}), shape_id)
    return tuple(_load_member(shape_id, name, members) for name in members)


def _load_member(shape_id: ShapeId, name: str, members: JsonObject) -> Member:
    member_id = f"{shape_id}${check_identifier(name, shape_id)}"
    document = object_at(members.get(name), member_id)
    target = _target(document, member_id)
    return Member(id=member_id, name=name, target=target, traits=load_traits(document, member_id))


def _target(reference: Json, where: str) -> ShapeId:
    return text_at(object_at(reference, where).get("target"), where)


def _targets(document: JsonObject, key: str, where: str) -> tuple[ShapeId, ...]:
    return tuple(_target(item, where) for item in list_at(document.get(key, []), where))


def _references(shapes: Iterable[Shape]) -> Iterator[tuple[ShapeId, ShapeId]]:
    """Yield each reference to a shape: the place that holds it, and its target."""
    for shape in shapes:
        match shape:
            case OperationShape(input=input_, output=output, errors=errors):
                yield from ((shape.id, target) for target in (input_, output, *errors))
            case ServiceShape(operations=operations, errors=errors, resources=resources):
                targets = (*operations, *errors, *resources, *shape.rename)
                yield from ((shape.id, target) for target in targets)
            case ResourceShape(operations=operations, resources=resources):
                yield from ((shape.id, target) for target in (*operations, *resources))
            case _:
                yield from ((member.id, member.target) for member in members_of(shape))
