"""From the paths that traits speak of to members and their Python names."""

from codegen.ir.smithy import Member, ShapeId, StructureShape
from codegen.lower.context import Context
from codegen.lower.names import member_names
from codegen.support.errors import ModelError


def members_along(context: Context, structure: ShapeId, path: str, where: str) -> list[Member]:
    """Return the members that a dotted path leads through."""
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
    """Return the Python names of the members that a dotted path leads through."""
    members = members_along(context, structure, path, where)
    return tuple(python_name(context, member) for member in members)


def python_name(context: Context, member: Member) -> str:
    """Return the Python name of a structure's member, which depends on its siblings."""
    owner = member.id.partition("$")[0]
    shape = context.model.expect(StructureShape, owner, member.id)
    return member_names([it.name for it in shape.members])[member.name]
