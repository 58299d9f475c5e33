"""Lookups that every step of lowering needs: shapes, Python names, texts."""

from attrs import frozen

from codegen.ir.smithy import Member, Model, ServiceShape, ShapeId, StructureShape
from codegen.ir.texts import Descriptions
from codegen.lower.class_names import ClassNames
from codegen.lower.names import member_names
from codegen.lower.reach import Reach
from codegen.support.errors import ModelError


@frozen
class Context:
    """A model with the Python names and texts of its shapes."""

    model: Model
    service: ServiceShape
    reach: Reach
    names: ClassNames
    texts: Descriptions


def members_along(context: Context, structure: ShapeId, path: str, where: str) -> list[Member]:
    """Return the members along a dotted path of a trait; raises if one does not exist."""
    found: list[Member] = []
    for name in path.split("."):
        shape = context.model.expect(StructureShape, structure, where)
        member = next((it for it in shape.members if it.name == name), None)
        if member is None:
            raise ModelError(f"{where}: {structure} has no member {name}")
        found.append(member)
        structure = member.target
    return found


def python_path(context: Context, structure: ShapeId, path: str, where: str) -> tuple[str, ...]:
    """Return the Python names of the members along a dotted path."""
    members = members_along(context, structure, path, where)
    return tuple(python_name(context, member) for member in members)


def python_name(context: Context, member: Member) -> str:
    """Return the Python name of a structure's member; it may depend on other members."""
    owner = member.id.partition("$")[0]
    shape = context.model.expect(StructureShape, owner, member.id)
    return member_names([it.name for it in shape.members])[member.name]
