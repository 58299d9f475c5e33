"""Makes example instances of structures from the generated examples, annotations and limits."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, cast

import attrs

from smaws_kms._runtime.serde import annotations as types
from smaws_kms._runtime.serde.converter import converter
from smaws_kms._runtime.serde.fields import Limits, is_structure, member_of
from smaws_kms._runtime.testing.scalars import scalar

NO_LIMITS: Final = Limits()

_REFERENCE: Final = re.compile(r"\{(\w+)\}")


def known_examples(cls: type) -> Mapping[str, object]:
    """Return what the generated package has for the members of a class, as JSON has it."""
    home: str = getattr(cls.__module__, "home", cls.__module__)
    package = home.rpartition(".operations.")[0] or home.rpartition(".")[0]
    if home.endswith(".structures"):  # even if the package is below one named `operations`
        package = home.removesuffix(".structures")
    if not package or find_spec(f"{package}.examples") is None:
        return {}
    examples: Mapping[str, Mapping[str, object]] = import_module(f"{package}.examples").EXAMPLES
    return examples.get(cls.__name__, {})


class Maker:
    """Makes one example; remembers which classes it is inside of, since structures may be recursive."""

    def __init__(self) -> None:
        self._outer: list[type] = []

    def structure(self, cls: type[Any], given: Mapping[str, object]) -> object:
        """Return an instance with the given members and examples of others."""
        self._outer.append(cls)
        known = known_examples(cls)
        members = {
            field.name: self.from_json(field.type, known[field.name])
            if field.name in known
            else self.value(field.type, member_of(field).limits or NO_LIMITS)
            for field in attrs.fields(cls)
            if field.name not in given
            and not _is_replaced(field, given)
            and (field.name in known or _is_needed(field))
        }
        self._outer.pop()
        return cls(**_with_references(members, given), **given)

    def from_json(self, annotation: Any, data: object) -> object:
        """Return the value for JSON, in which structures may lack any members."""
        if types.is_optional(annotation):
            return self.from_json(types.optional_part(annotation), data)
        if types.is_list(annotation) and isinstance(data, list):
            element = types.element_type(annotation)
            return tuple(self.from_json(element, item) for item in cast("list[object]", data))
        if is_structure(annotation) and isinstance(data, dict):
            return self._structure_from_json(annotation, cast("dict[str, object]", data))
        value: object = converter.structure(data, annotation)
        return value

    def _structure_from_json(self, cls: type[Any], data: Mapping[str, object]) -> object:
        given = {
            field.name: self.from_json(field.type, data[member_of(field).wire_name])
            for field in attrs.fields(cls)
            if member_of(field).wire_name in data
        }
        return self.structure(cls, given)

    def value(self, annotation: Any, limits: Limits, number: int = 1) -> object:
        """Return a value for an annotation, within the limits.

        Args:
            annotation: The type.
            limits: Constraints of the model.
            number: Values with different numbers differ, as far as type and limits allow.
        """
        if types.is_optional(annotation):
            return self.value(types.optional_part(annotation), limits, number)
        if types.is_list(annotation):
            return tuple(self._elements(annotation, limits))
        if types.is_map(annotation):
            return dict(self._entries(annotation, limits))
        return self._single(annotation, limits, number)

    def _single(self, annotation: Any, limits: Limits, number: int) -> object:
        if types.is_one_of(annotation):
            return self._arm(annotation)
        if types.is_open_enum(annotation) or types.is_open_int_enum(annotation):
            members = list(types.enum_of(annotation))
            return members[(number - 1) % len(members)]
        if is_structure(annotation):
            return self.structure(annotation, {})
        return scalar(annotation, limits, number)

    def _elements(self, annotation: Any, limits: Limits) -> list[object]:
        """Return one element of a list, or values of a map, or as many as it needs."""
        element = types.element_type(annotation)
        wanted = 0 if self._is_recursive(element) or limits.max == 0 else 1
        part = limits.item or limits.value or NO_LIMITS
        count = max(wanted, int(limits.min or 0))
        return [self.value(element, part, number) for number in range(1, count + 1)]

    def _entries(self, annotation: Any, limits: Limits) -> Iterator[tuple[object, object]]:
        key = types.key_type(annotation)
        for number, value in enumerate(self._elements(annotation, limits), start=1):
            yield self.value(key, limits.key or NO_LIMITS, number), value

    def _arm(self, annotation: Any) -> object:
        arms = types.arms_of(annotation)
        ends = (arm for arm in arms if not self._is_recursive(arm))
        return self.structure(next(ends, arms[0]), {})

    def _is_recursive(self, annotation: Any) -> bool:
        """Return whether a value would be inside another of its own class."""
        if types.is_one_of(annotation):
            return all(self._is_recursive(arm) for arm in types.arms_of(annotation))
        return annotation in self._outer


def _is_replaced(field: "attrs.Attribute[Any]", given: Mapping[str, object]) -> bool:
    """Return whether the instance has another member instead, as sealed responses do."""
    replacement = member_of(field).replaced_by
    return replacement is not None and given.get(replacement) is not None


def _is_needed(field: "attrs.Attribute[Any]") -> bool:
    """Return whether an instance has the member: its default is none, or only an empty container."""
    if field.default is attrs.NOTHING or member_of(field).replaced_by:
        return True
    return types.is_list(field.type) or types.is_map(field.type)


def _with_references(
    members: Mapping[str, object], given: Mapping[str, object]
) -> dict[str, object]:
    """Replace names of other members, in braces, by their values."""
    values = {**members, **given}

    def value_of(reference: re.Match[str]) -> str:
        return str(values.get(reference[1], reference[0]))

    return {
        # Not in enum values, which are text too.
        name: _REFERENCE.sub(value_of, value) if type(value) is str else value
        for name, value in members.items()
    }
