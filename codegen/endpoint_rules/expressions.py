"""Python expressions, as far as endpoint rules need them, and their text."""

import json
from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

Kind: TypeAlias = Literal[
    "string", "bool", "int", "strings", "arn", "partition", "partitions", "url"
]
"""The rule language's types, and the type of the table of partitions."""


@frozen
class Constant:
    """A value known now."""

    value: str | bool | int | None


@frozen
class Local:
    """A local variable; optional if it may be `None`."""

    name: str
    kind: Kind
    optional: bool = False


@frozen
class Field:
    """An attribute of a value."""

    base: "Expression"
    name: str
    kind: Kind


@frozen
class Call:
    """A call of a runtime function; optional if it may return `None`."""

    function: str
    arguments: tuple["Expression", ...]
    kind: Kind
    optional: bool
    keywords: tuple[tuple[str, "Expression"], ...] = ()


@frozen
class Template:
    """Text with values in it, an f-string."""

    parts: tuple["Expression", ...]


@frozen
class Equal:
    """Whether two values are equal."""

    left: "Expression"
    right: "Expression"


@frozen
class IsSet:
    """Whether a value is not `None`."""

    value: "Expression"


@frozen
class Bind:
    """Whether a call's value is not `None`, giving it a name on the way."""

    local: Local
    call: Call


@frozen
class Not:
    """The opposite of a truth."""

    value: "Expression"


@frozen
class All:
    """Whether all conditions hold, asked in order."""

    conditions: tuple["Expression", ...]


Expression: TypeAlias = (
    Constant | Local | Field | Call | Template | Equal | IsSet | Bind | Not | All
)

TRUE = Constant(value=True)
FALSE = Constant(value=False)
UNSET = Constant(None)


def kind_of(expression: Expression) -> Kind:
    """Return the type that the expression has where it is set."""
    match expression:
        case Local() | Field() | Call():
            return expression.kind
        case Constant(bool()):
            return "bool"
        case Constant(int()):
            return "int"
        case Constant() | Template():
            return "string"
        case _:
            return "bool"


def is_optional(expression: Expression) -> bool:
    """Return whether the expression may be `None`."""
    match expression:
        case Local() | Call():
            return expression.optional
        case Constant(value):
            return value is None
        case _:
            return False


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield the expression and all that it is made of."""
    yield expression
    for part in _parts(expression):
        yield from walk(part)


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Constant() | Local():
            return ()
        case Field(value) | IsSet(value) | Not(value) | Bind(_, value):
            return (value,)
        case Equal(left, right):
            return (left, right)
        case Call(_, parts) | Template(parts) | All(parts):
            return parts


def text(expression: Expression) -> str:
    """Return the expression as Python source."""
    match expression:
        case Constant(value):
            return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
        case Local(name):
            return name
        case Field(base, name):
            return f"{text(base)}.{name}"
        case Call():
            return _call_text(expression)
        case Template(parts):
            return f'f"{"".join(_part_text(part) for part in parts)}"'
        case _:
            return _truth_text(expression)


def _truth_text(expression: Equal | IsSet | Bind | Not | All) -> str:
    match expression:
        case Equal(left, right):
            return f"{text(left)} == {text(right)}"
        case IsSet(value):
            return f"{text(value)} is not None"
        case Bind(local, call):
            return f"({local.name} := {text(call)}) is not None"
        case Not(value):
            return _negated_text(value)
        case All(conditions):
            return " and ".join(text(condition) for condition in conditions)


def _call_text(call: Call) -> str:
    keywords = [f"{name}={text(value)}" for name, value in call.keywords]
    return f"{call.function}({', '.join([*map(text, call.arguments), *keywords])})"


def _part_text(part: Expression) -> str:
    if isinstance(part, Constant):
        return json.dumps(str(part.value), ensure_ascii=False)[1:-1].translate(_BRACES)
    return f"{{{text(part)}}}"


_BRACES = str.maketrans({"{": "{{", "}": "}}"})


def _negated_text(value: Expression) -> str:
    match value:
        case Equal(left, right):
            return f"{text(left)} != {text(right)}"
        case IsSet(inner):
            return f"{text(inner)} is None"
        case Bind(local, call):
            return f"({local.name} := {text(call)}) is None"
        case All():
            return f"not ({text(value)})"
        case _:
            return f"not {text(value)}"
