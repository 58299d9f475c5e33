"""The Python expressions that endpoint rules compile to."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

Kind: TypeAlias = Literal[
    "string", "bool", "int", "strings", "arn", "partition", "partitions", "url"
]
"""The rule language's types, and the type of the table of partitions."""


@frozen
class Constant:
    """A value known at compile time."""

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
    """An f-string."""

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
    """Whether a call's value is not `None`; assigns it to a local variable."""

    local: Local
    call: Call


@frozen
class Not:
    """The negation of a condition."""

    value: "Expression"


@frozen
class All:
    """Whether all conditions hold, evaluated in order."""

    conditions: tuple["Expression", ...]


Expression: TypeAlias = (
    Constant | Local | Field | Call | Template | Equal | IsSet | Bind | Not | All
)

TRUE = Constant(value=True)
FALSE = Constant(value=False)
UNSET = Constant(None)


def kind_of(expression: Expression) -> Kind:
    """Return the type of an expression's value if it is set."""
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
    """Yield the expression and all expressions inside it."""
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
        case Call(_, parts) | Template(parts):
            return parts
        case All(parts):  # pragma: no branch  # no other type is left
            return parts
