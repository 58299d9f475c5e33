"""From structures, unions, enums and errors to the plan of their classes."""

from codegen.ir.plan_shapes import (
    Arm,
    DefaultValue,
    Enum,
    EnumMember,
    ErrorClass,
    Optional,
    Required,
    Structure,
    Union,
)
from codegen.ir.smithy import (
    UNIT,
    EnumShape,
    Member as ModelMember,
    Shape,
    StructureShape,
    UnionShape,
)
from codegen.ir.texts import Text
from codegen.lower.context import Context
from codegen.lower.members import deprecation_notice, lower_member, lower_members
from codegen.lower.names import enum_member_names, error_member_names
from codegen.support.errors import ModelError


def lower_structure(
    context: Context, shape: StructureShape, *, fallback: str, is_input: bool
) -> Structure:
    """Return the plan of a structure's class."""
    return Structure(
        shape=shape.id,
        name=context.names.of(shape.id),
        doc=_doc(context, shape, fallback),
        members=lower_members(context, shape, is_input=is_input),
    )


def lower_union(context: Context, shape: UnionShape) -> Union:
    """Return the plan of a union's classes."""
    return Union(
        shape=shape.id,
        name=context.names.of(shape.id),
        doc=_doc(context, shape, f"One of the members of `{shape.name}`."),
        arms=tuple(_arm(context, shape, member) for member in shape.members),
    )


def _arm(context: Context, shape: UnionShape, member: ModelMember) -> Arm:
    empty = member.target == UNIT
    name = context.names.of(UNIT) if empty else ""
    field = lower_member(
        context,
        shape,
        member,
        names={member.name: "value"},
        presence=DefaultValue(f"{name}()") if empty else Required(),
    )
    class_name = context.names.arms[shape.id, member.name]
    return Arm(name=class_name, doc=f"`{context.names.of(shape.id)}` as {field.doc}", member=field)


def lower_enum(context: Context, shape: EnumShape) -> Enum:
    """Return the plan of an enum's class."""
    names = enum_member_names([value.name for value in shape.values])
    return Enum(
        shape=shape.id,
        name=context.names.of(shape.id),
        base="StrEnum" if shape.kind == "enum" else "IntEnum",
        doc=_doc(context, shape, f"The values of `{shape.name}`."),
        members=tuple(_enum_member(context, shape, it, names[it.name]) for it in shape.values),
    )


def _enum_member(context: Context, shape: EnumShape, member: ModelMember, name: str) -> EnumMember:
    value = member.traits.enum_value
    if value is None and shape.kind == "enum":
        value = member.name
    if not isinstance(value, str if shape.kind == "enum" else int):
        raise ModelError(f"{member.id}: expected a value for an {shape.kind}, found {value!r}")
    text = context.texts.member(shape.name, str(value), f"The value `{value}`.")
    notice = deprecation_notice(member.traits.deprecated, text, {})
    doc = f"{notice} {text}" if notice else text
    return EnumMember(name=name, value=value, doc=doc)


def lower_error(context: Context, shape: StructureShape) -> ErrorClass:
    """Return the plan of an error's class."""
    if shape.traits.error is None:
        raise ModelError(f"{shape.id}: is listed as an error, but has no @error")
    message = next((it for it in shape.members if it.name.lower() == "message"), None)
    others = [member for member in shape.members if member is not message]
    names = error_member_names([member.name for member in others])
    target = context.model.shape(message.target) if message else None
    return ErrorClass(
        shape=shape.id,
        name=context.names.shapes[shape.id],
        wire_name=shape.name,
        doc=_doc(context, shape, f"The error `{shape.name}`."),
        # Optional, since an error response may omit members that the model requires.
        members=tuple(
            lower_member(context, shape, member, names=names, presence=Optional())
            for member in others
        ),
        sensitive_message=any(it.traits.sensitive for it in (message, target) if it),
        fault=shape.traits.error,
        retryable=shape.traits.retryable,
        throttling=shape.traits.throttling,
        quota=shape.traits.quota,
        regional=shape.traits.regional,
        dry_run_passed=shape.traits.dry_run_passed,
        help=context.texts.help(shape.name),
    )


def _doc(context: Context, shape: Shape, fallback: str) -> Text:
    text = context.texts.shape(shape.name, fallback)
    said = f"{text.summary} {text.details}"
    notice = deprecation_notice(shape.traits.deprecated, said, _other_names(context, shape))
    return Text(summary=text.summary, details=f"{text.details}\n\n{notice}".strip())


def _other_names(context: Context, shape: Shape) -> dict[str, str]:
    names = context.names.shapes.items()
    return {other.partition("#")[2]: name for other, name in names if other != shape.id}
