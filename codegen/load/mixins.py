"""Resolves mixins and `apply` statements before a model is loaded.

A shape gets its mixins' members in front of its own, and their traits unless it has the same trait. See https://smithy.io/2.0/spec/mixins.html.
"""

from codegen.support.errors import ModelError
from codegen.support.json_values import Json, JsonObject, list_at, object_at, text_at

_MIXIN = "smithy.api#mixin"


def flatten_mixins(shapes: JsonObject) -> JsonObject:
    """Return the shapes of a model with mixins merged into them and mixins themselves removed."""
    plain = {name: shape for name, shape in shapes.items() if not _is_apply(shape)}
    flattening = _Flattening(plain)
    flat: JsonObject = {name: flattening.flat(name, name) for name in plain}
    for target, statement in shapes.items():
        if _is_apply(statement):
            _apply(flat, target, object_at(statement, target))
    return {name: shape for name, shape in flat.items() if _MIXIN not in _traits(shape, name)}


def _is_apply(shape: Json) -> bool:
    return isinstance(shape, dict) and shape.get("type") == "apply"


class _Flattening:
    """Flattens each shape once, and detects cycles."""

    def __init__(self, shapes: JsonObject) -> None:
        self._shapes = shapes
        self._flat: dict[str, JsonObject] = {}
        self._entered: set[str] = set()

    def flat(self, name: str, where: str) -> JsonObject:
        """Return a shape with the members and traits of its mixins."""
        if name not in self._shapes:
            raise ModelError(f"{where}: unknown mixin {name}")
        if name not in self._flat:
            if name in self._entered:
                raise ModelError(f"{name}: is a mixin of itself")
            self._entered.add(name)
            self._flat[name] = self._flatten(name)
        return self._flat[name]

    def _flatten(self, name: str) -> JsonObject:
        own = dict(object_at(self._shapes[name], name))
        flat: JsonObject = {}
        for reference in list_at(own.pop("mixins", []), name):
            mixin = text_at(object_at(reference, name).get("target"), name)
            flat = _merged(flat, _inherited(self.flat(mixin, name), mixin), name)
        return _merged(flat, own, name)


def _inherited(mixin: JsonObject, where: str) -> JsonObject:
    """Return a mixin without its local traits, which it does not pass on."""
    traits = _traits(mixin, where)
    if _MIXIN not in traits:
        raise ModelError(f"{where}: is used as a mixin, but has no @mixin")
    local = list_at(object_at(traits[_MIXIN], where).get("localTraits", []), where)
    kept: JsonObject = {
        name: value for name, value in traits.items() if name != _MIXIN and name not in local
    }
    return {**mixin, "traits": kept}


def _merged(first: JsonObject, second: JsonObject, where: str) -> JsonObject:
    """Merge two shapes: join objects and arrays, and let other values of the second win."""
    merged = dict(first)
    for key, value in second.items():
        before = merged.get(key)
        if key == "traits" and isinstance(before, dict):
            merged[key] = {**before, **object_at(value, where)}
        elif isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _merged(before, value, where)
        elif isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *(item for item in value if item not in before)]
        else:
            merged[key] = value
    return merged


def _apply(shapes: JsonObject, target: str, statement: JsonObject) -> None:
    """Add the traits of an `apply` statement to a shape, or (after `$`) to a member."""
    shape_id, _, member = target.partition("$")
    shape = object_at(shapes.get(shape_id), target)
    traits: JsonObject = {"traits": object_at(statement.get("traits", {}), target)}
    change: JsonObject = {member: traits} if member else traits
    if member and "members" in shape:
        change = {"members": change}
    shapes[shape_id] = _merged(shape, change, target)


def _traits(shape: Json, where: str) -> JsonObject:
    return object_at(object_at(shape, where).get("traits", {}), where)
