"""Expressions as Python source."""

from codegen.endpoint_rules.expressions import (
    All,
    Bind,
    Call,
    Constant,
    Equal,
    Expression,
    Field,
    IsSet,
    Local,
    Not,
    Template,
)
from codegen.support.literals import in_double_quotes, quoted


def text(expression: Expression) -> str:
    """Return the expression as Python source."""
    match expression:
        case Constant(value):
            return quoted(value) if isinstance(value, str) else repr(value)
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
        case All(conditions):  # pragma: no branch  # no other type is left
            return " and ".join(text(condition) for condition in conditions)


def _call_text(call: Call) -> str:
    keywords = [f"{name}={text(value)}" for name, value in call.keywords]
    return f"{call.function}({', '.join([*map(text, call.arguments), *keywords])})"


def _part_text(part: Expression) -> str:
    if isinstance(part, Constant):
        return in_double_quotes(str(part.value)).translate(_BRACES)
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
