"""The Python statements that endpoint rules compile to: simplification and printing."""

from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from codegen.endpoint_rules.expressions import All, Bind, Expression, IsSet, Local, walk
from codegen.endpoint_rules.facts import negate
from codegen.endpoint_rules.source import text
from codegen.support.docstrings import INDENT


@frozen
class Assign:
    """Assigns a value to a local variable."""

    local: Local
    value: Expression


@frozen
class If:
    """Runs the body if the condition holds."""

    condition: Expression
    body: "Block"


@frozen(kw_only=True)
class Return:
    """Returns an endpoint."""

    url: Expression
    signing_name: Expression | None = None
    signing_region: Expression | None = None


@frozen
class Raise:
    """Raises an error."""

    message: Expression


Statement: TypeAlias = Assign | If | Return | Raise
Block: TypeAlias = tuple[Statement, ...]


def ends(block: Block) -> bool:
    """Return whether the block always returns or raises."""
    return bool(block) and isinstance(block[-1], Return | Raise)


def join(conditions: tuple[Expression, ...]) -> Expression:
    """Return the condition that all of these hold."""
    return conditions[0] if len(conditions) == 1 else All(conditions)


def tidy(block: Block) -> Block:
    """Return an equivalent block with fewer and flatter statements."""
    rest: Block = ()
    for statement in reversed(block):
        rest = _prepend(statement, rest)
    return rest


def expressions_in(block: Block) -> Iterator[Expression]:
    """Yield every expression of the block, nested ones included."""
    for statement in block:
        match statement:
            case Assign(_, value):
                yield from walk(value)
            case If(condition, body):
                yield from walk(condition)
                yield from expressions_in(body)
            case Return():
                for value in _arguments(statement).values():
                    yield from walk(value)
            case Raise(message):  # pragma: no branch  # no other type is left
                yield from walk(message)


def _prepend(statement: Statement, rest: Block) -> Block:
    match statement:
        case Return() | Raise():
            return (statement,)
        case Assign(local):
            return (statement, *rest) if local in expressions_in(rest) else rest
        case If():  # pragma: no branch  # no other type is left
            return _prepend_branch(statement, rest)


def _prepend_branch(branch: If, rest: Block) -> Block:
    branch = _drop_names(_merge(evolve(branch, body=tidy(branch.body))))
    if not branch.body or (ends(branch.body) and branch.body == rest):
        return rest  # Conditions have no effects, so a branch that changes nothing can go.
    match branch.body, rest:
        case [Raise()], _:
            return (branch, *rest)
        case body, [Raise()] if ends(body) and _can_negate(branch.condition):
            return (If(negate(branch.condition), rest), *body)
        case _:
            return (branch, *rest)


def _merge(branch: If) -> If:
    match branch.body:
        case [If(condition, body)]:
            return If(All((*_parts(branch.condition), *_parts(condition))), body)
        case _:
            return branch


def _drop_names(branch: If) -> If:
    parts = _parts(branch.condition)
    read = {*walk(branch.condition), *expressions_in(branch.body)}
    named = (
        IsSet(part.call) if isinstance(part, Bind) and part.local not in read else part
        for part in parts
    )
    return evolve(branch, condition=join(tuple(named)))


def _parts(condition: Expression) -> tuple[Expression, ...]:
    return condition.conditions if isinstance(condition, All) else (condition,)


def _can_negate(condition: Expression) -> bool:
    """Return whether the negation is readable and still assigns every variable."""
    return not isinstance(condition, All) or not any(
        isinstance(part, Bind) for part in condition.conditions
    )


def print_block(block: Block, margin: str) -> Iterator[str]:
    """Yield the block's source lines."""
    for statement in block:
        match statement:
            case Assign(local, value):
                yield f"{margin}{local.name} = {text(value)}"
            case If(condition, body):
                yield f"{margin}if {text(condition)}:"
                yield from print_block(body, margin + INDENT)
            case Return():
                arguments = (
                    f"{name}={text(value)}" for name, value in _arguments(statement).items()
                )
                yield f"{margin}return Endpoint({', '.join(arguments)})"
            case Raise(message):  # pragma: no branch  # no other type is left
                yield f"{margin}raise EndpointError({text(message)})"


def _arguments(statement: Return) -> dict[str, Expression]:
    arguments = {
        "url": statement.url,
        "signing_name": statement.signing_name,
        "signing_region": statement.signing_region,
    }
    return {name: value for name, value in arguments.items() if value is not None}
