"""The names in scope of a rule, and the expressions that arguments compile to."""

import re
from collections.abc import Iterable, Mapping
from keyword import iskeyword
from string import Formatter
from typing import Final

from attrs import evolve, field, frozen

from codegen.endpoint_rules.expressions import (
    UNSET,
    Call,
    Constant,
    Equal,
    Expression,
    IsSet,
    Local,
    Template,
    is_optional,
)
from codegen.endpoint_rules.facts import Facts, negate
from codegen.endpoint_rules.functions import (
    call_function,
    choose,
    coalesce,
    get_attribute,
)
from codegen.endpoint_rules.source import text
from codegen.endpoint_rules.syntax import Argument, FunctionCall, Reference
from codegen.support.errors import ModelError

_TAKE_UNSET: Final = frozenset({"coalesce", "isSet"})
"""Functions that accept unset arguments."""


@frozen(kw_only=True)
class Scope:
    """Values by name, calls assigned to variables, and known conditions."""

    values: Mapping[str, Expression]
    calls: Mapping[Call, Local] = field(factory=dict[Call, Local])
    facts: Facts = field(factory=Facts)

    def learn(self, condition: Expression, *, holds: bool = True) -> "Scope":
        """Return a scope that knows whether the condition holds."""
        return evolve(self, facts=self.facts.learn(condition, holds=holds))

    def assign(self, name: str, value: Expression) -> "Scope":
        """Return a scope in which a name has a value."""
        if self.values.get(name, UNSET) != UNSET:
            raise ModelError(f"endpoint rules: {name!r} is assigned twice")
        return evolve(self, values={**self.values, name: value})

    def remember(self, call: Call, local: Local) -> "Scope":
        """Return a scope that uses a local variable for a call."""
        return evolve(self, calls={**self.calls, call: local})

    def value_of(self, argument: Argument) -> Expression:
        """Return the Python expression for an argument."""
        match argument:
            case str():
                return self._template(argument)
            case bool() | int():
                return Constant(argument)
            case Reference(name):
                return self._look_up(name)
            case FunctionCall(name, arguments):  # pragma: no branch  # no other type is left
                return self._call(name, arguments)

    def unset_in(self, argument: Argument) -> Expression | None:
        """Return the first value that the argument requires but that may be unset, or None."""
        match argument:
            case Reference(name):
                value = self._look_up(name)
                return value if is_optional(value) and not self.facts.is_set(value) else None
            case FunctionCall(function, arguments) if function not in _TAKE_UNSET:
                found = (self.unset_in(argument) for argument in arguments)
                return next((value for value in found if value is not None), None)
            case _:
                return None

    def known_value_of(self, argument: Argument) -> Expression:
        """Return the expression for an argument that must be set at this point."""
        return self._known(self.value_of(argument))

    def _call(self, name: str, arguments: tuple[Argument, ...]) -> Expression:
        match name, arguments:
            case "isSet", [value]:
                return self.facts.decide(IsSet(self.value_of(value)))
            case "not", [value]:
                return negate(self.value_of(value))
            case "stringEquals" | "booleanEquals", [left, right]:
                return self.facts.decide(Equal(self.value_of(left), self.value_of(right)))
            case "getAttr", [value, str(path)]:
                return get_attribute(self.known_value_of(value), path)
            case _:
                return self._call_of_values(name, arguments)

    def _call_of_values(self, name: str, arguments: tuple[Argument, ...]) -> Expression:
        match name, arguments:
            case "coalesce", [_, _, *_]:
                return self._first_set([self.value_of(argument) for argument in arguments])
            case "ite", [condition, then, otherwise]:
                values = self.value_of(then), self.value_of(otherwise)
                return choose(self.facts.decide(self.known_value_of(condition)), *values)
            case _:
                call = call_function(name, tuple(map(self.known_value_of, arguments)))
                return self.calls.get(call, call)

    def _first_set(self, values: list[Expression]) -> Expression:
        """Return the expression that yields the first set value."""
        first, *others = values
        if not others or not is_optional(first) or self.facts.is_set(first):
            return first
        rest = self._first_set(others)
        return rest if first == UNSET else coalesce(first, rest)

    def _template(self, template: str) -> Expression:
        parts: list[Expression] = []
        try:
            for literal, path, _, _ in Formatter().parse(template):
                parts.extend([Constant(literal)] if literal else [])
                parts.extend([self._attribute(path)] if path is not None else [])
        except ValueError as error:
            raise ModelError(
                f"endpoint rules: cannot read the template {template!r}: {error}"
            ) from error
        return _join_text(parts)

    def _attribute(self, path: str) -> Expression:
        name, *attributes = path.split("#")
        value = self._known(self._look_up(name))
        for attribute in attributes:
            value = self._known(get_attribute(value, attribute))
        return value

    def _look_up(self, name: str) -> Expression:
        if name not in self.values:
            raise ModelError(f"endpoint rules: unknown reference {name!r}")
        return self.values[name]

    def _known(self, value: Expression) -> Expression:
        if is_optional(value) and not self.facts.is_set(value):
            raise ModelError(f"endpoint rules: {text(value)} is used where it may be unset")
        return value


def _join_text(parts: list[Expression]) -> Expression:
    if all(isinstance(part, Constant) for part in parts):
        return Constant("".join(str(part.value) for part in parts if isinstance(part, Constant)))
    return parts[0] if len(parts) == 1 else Template(tuple(parts))


class Names:
    """Names of local variables; each holds one value, so it never has two types."""

    def __init__(self, reserved: Iterable[str]) -> None:
        self._calls: dict[str, Call | None] = dict.fromkeys(reserved)

    def local(self, rule_name: str, call: Call) -> Local:
        """Return the variable for a call that a rule assigns to a name."""
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", rule_name).lower().strip("_")
        base = words.removesuffix("_result")
        base = base if base[0].isalpha() else f"value_{base}"
        name, number = base, 1
        while iskeyword(name) or self._calls.get(name, call) != call:
            number += 1
            name = f"{base}_{number}"
        self._calls[name] = call
        return Local(name, call.kind, call.optional)
