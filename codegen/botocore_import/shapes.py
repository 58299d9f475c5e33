"""Converts shapes and their members."""

from collections.abc import Iterator
from typing import Final

from codegen.botocore_import.names import UNIT, Names, is_prelude
from codegen.botocore_import.tables import Facts
from codegen.botocore_import.traits import traits_of
from codegen.support.errors import Unsupported
from codegen.support.grammar import name_values

_TYPES: Final = {
    "blob", "boolean", "double", "float", "integer", "list", "long", "map", "string", "structure",
    "timestamp",
}  # fmt: skip


def convert_shapes(model: Facts, names: Names) -> Iterator[tuple[str, Facts]]:
    """Yield every shape with its ID, except shapes of the prelude."""
    known_names = _known_names(model)
    for name, shape in model["shapes"].items():
        if not is_prelude(name, shape):
            yield names.own(name), _convert_shape(name, shape, names, known_names)


def add_trait(shape: Facts, trait: str) -> None:
    """Add a trait without a value to a shape."""
    traits: Facts = {**shape.get("traits", {}), trait: {}}
    shape["traits"] = dict(sorted(traits.items()))


def _convert_shape(name: str, shape: Facts, names: Names, known_names: set[str]) -> Facts:
    kind = _type_of(name, shape)
    converted: Facts = {"type": kind}
    if kind == "enum":
        converted["members"] = _enum_members(shape)
    elif kind in {"structure", "union"}:
        converted["members"] = {
            member: _convert_member(f"{name}${member}", facts, shape, names, known_names)
            for member, facts in shape["members"].items()
        }
    else:
        for role in ("member", "key", "value"):
            if role in shape:
                where = f"{name}${role}"
                converted[role] = _convert_member(where, shape[role], shape, names, known_names)
    if traits := traits_of(shape, known_names, name):
        converted["traits"] = traits
    return converted


def _type_of(name: str, shape: Facts) -> str:
    kind: str = shape["type"]
    if kind not in _TYPES:
        raise Unsupported(
            f"{name}: no translation for the type {kind!r}; add it to _TYPES in {__name__}"
        )
    if shape.get("document"):
        return "document"
    if shape.get("union") or shape.get("eventstream"):
        return "union"
    return "enum" if "enum" in shape else kind


def _enum_members(shape: Facts) -> Facts:
    return {
        name: {"target": UNIT, "traits": {"smithy.api#enumValue": value}}
        for name, value in name_values(shape["enum"]).items()
    }


def _convert_member(
    where: str, facts: Facts, owner: Facts, names: Names, known_names: set[str]
) -> Facts:
    converted: Facts = {"target": names.target(facts["shape"])}
    traits = traits_of(facts, known_names, where)
    if where.partition("$")[2] in owner.get("required", []):
        traits["smithy.api#required"] = {}
    if traits:
        converted["traits"] = dict(sorted(traits.items()))
    return converted


def _known_names(model: Facts) -> set[str]:
    shapes: Facts = model["shapes"]
    operations: Facts = model["operations"]
    members = {name for shape in shapes.values() for name in shape.get("members", {})}
    return {*members, *shapes, *operations}
