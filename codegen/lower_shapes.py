"""From structures, enums and errors to the classes that are going to be written."""

from codegen.deprecation import deprecation_notice
from codegen.descriptions import Descriptions, Text
from codegen.errors import ModelError, Unsupported
from codegen.lower_members import lower_members
from codegen.naming import class_name, enum_member_name
from codegen.plan import Enum, EnumMember, ErrorClass, Structure
from codegen.smithy import EnumShape, Member, Model, Shape, StructureShape


def lower_structure(
    model: Model, shape: StructureShape, texts: Descriptions, *, fallback: str, is_input: bool
) -> Structure:
    """Return the class of a structure."""
    return Structure(
        shape=shape.id,
        name=class_name(shape.name),
        doc=_doc(model, shape, texts, fallback),
        members=lower_members(model, shape, texts, is_input=is_input),
    )


def lower_enum(model: Model, shape: EnumShape, texts: Descriptions) -> Enum:
    """Return the class of an enum."""
    return Enum(
        shape=shape.id,
        name=class_name(shape.name),
        base="StrEnum" if shape.kind == "enum" else "IntEnum",
        doc=_doc(model, shape, texts, f"The values of `{shape.name}`."),
        members=tuple(_enum_member(shape, value, texts) for value in shape.values),
    )


def _enum_member(shape: EnumShape, member: Member, texts: Descriptions) -> EnumMember:
    value = member.traits.enum_value
    if value is None and shape.kind == "enum":
        value = member.name
    if not isinstance(value, str if shape.kind == "enum" else int):
        raise ModelError(f"{member.id}: {value!r} is no value of an {shape.kind}")
    text = texts.member(shape.name, str(value), f"The value `{value}`.")
    notice = deprecation_notice(member.traits.deprecated, text, {})
    doc = f"{notice} {text}" if notice else text
    return EnumMember(name=enum_member_name(member.name), value=value, doc=doc)


def lower_error(model: Model, shape: StructureShape, texts: Descriptions) -> ErrorClass:
    """Return the class of an error."""
    if shape.traits.error is None:
        raise ModelError(f"{shape.id}: listed as an error, and has no @error")
    if any(member.name.lower() != "message" for member in shape.members):
        raise Unsupported(f"{shape.id}: unsupported: an error with members beside its message")
    return ErrorClass(
        shape=shape.id,
        name=class_name(shape.name),
        doc=_doc(model, shape, texts, f"The error `{shape.name}`."),
        fault=shape.traits.error,
        retryable=shape.traits.retryable,
        throttling=shape.traits.throttling,
        quota=shape.traits.quota,
    )


def _doc(model: Model, shape: Shape, texts: Descriptions, fallback: str) -> Text:
    text = texts.shape(shape.name, fallback)
    said = f"{text.summary} {text.details}"
    notice = deprecation_notice(shape.traits.deprecated, said, _other_names(model, shape))
    return Text(summary=text.summary, details=f"{text.details}\n\n{notice}".strip())


def _other_names(model: Model, shape: Shape) -> dict[str, str]:
    names = {other.name: class_name(other.name) for other in model.shapes.values()}
    del names[shape.name]
    return names
