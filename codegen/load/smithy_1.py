"""Converts constructs of Smithy 1.0 in Amazon's models to Smithy 2.0.

A string with the trait `@enum` becomes an enum, and a `set` a list of unique items. Amazon's published
models declare version 2.0 but still use `@enum`. Traits that a model defines itself are dropped: their
meaning is unknown, and Amazon's own clients ignore them too.
"""

from typing import Final

from codegen.support.errors import ModelError
from codegen.support.grammar import check_identifier, name_values, show
from codegen.support.json_values import (
    Json,
    JsonObject,
    list_at,
    object_at,
    optional_text_at,
    text_at,
)

VERSIONS: Final = frozenset({"1", "1.0", "2", "2.0"})
"""Accepted versions of the JSON AST."""

_ENUM: Final = "smithy.api#enum"
_TRAIT: Final = "smithy.api#trait"
_UNIT: Final[JsonObject] = {"target": "smithy.api#Unit"}


def modernize(shapes: JsonObject) -> JsonObject:
    """Return the shapes of a model converted to Smithy 2.0."""
    own = {name for name, shape in shapes.items() if _TRAIT in _traits(shape, name)}
    return {name: _modern(_without(shape, own), name) for name, shape in shapes.items()}


def _modern(shape: Json, name: str) -> Json:
    document = object_at(shape, name)
    traits = _traits(document, name)
    if document.get("type") == "set":
        return {**document, "type": "list", "traits": {**traits, "smithy.api#uniqueItems": {}}}
    if document.get("type") == "string" and _ENUM in traits:
        definitions = list_at(traits[_ENUM], f"{name}: {_ENUM}")
        kept: JsonObject = {trait: value for trait, value in traits.items() if trait != _ENUM}
        return {"type": "enum", "members": _members(definitions, name), "traits": kept}
    return shape


def _members(definitions: list[Json], name: str) -> JsonObject:
    where = f"{name}: {_ENUM}"
    found = [object_at(definition, where) for definition in definitions]
    values = [text_at(it.get("value"), where) for it in found]
    names = [optional_text_at(it.get("name"), where) for it in found]
    if None in names:
        # Smithy requires names for all values or none; a mixture would be spelled in two ways.
        names = [*name_values(values)]
    if len({*names}) != len(values):
        raise ModelError(
            f"{where}: expected a name of its own for each value, found {show(', '.join(map(str, names)))}"
        )
    return {
        check_identifier(str(member), where): {**_UNIT, "traits": _value_traits(definition)}
        for member, definition in zip(names, found, strict=True)
    }


def _value_traits(definition: JsonObject) -> JsonObject:
    traits: JsonObject = {"smithy.api#enumValue": definition["value"]}
    if definition.get("deprecated") is True:
        traits["smithy.api#deprecated"] = {}
    return traits


def _without(value: Json, traits: set[str]) -> Json:
    """Remove traits from a shape and its members."""
    if not traits or not isinstance(value, dict):
        return value
    return {
        key: {name: it for name, it in inner.items() if name not in traits}
        if key == "traits" and isinstance(inner, dict)
        else _without(inner, traits)
        for key, inner in value.items()
    }


def _traits(shape: Json, where: str) -> JsonObject:
    return object_at(object_at(shape, where).get("traits", {}), where)
