"""Tracks which conditions are known at a point of the program, and simplifies others by them.

Rules repeat conditions: many test whether an endpoint is set where it is known to be absent. The
generated code tests each only once.
"""

from collections.abc import Mapping

from attrs import field, frozen

from codegen.endpoint_rules.expressions import (
    FALSE,
    TRUE,
    UNSET,
    All,
    Bind,
    Constant,
    Equal,
    Expression,
    IsSet,
    Not,
    is_optional,
)


def _no_facts() -> dict[Expression, bool]:
    return {}


@frozen
class Facts:
    """Conditions whose outcome is known; every function of the rule language is pure."""

    known: Mapping[Expression, bool] = field(factory=_no_facts)

    def learn(self, condition: Expression, *, holds: bool) -> "Facts":
        """Return these facts and that the condition holds, or that it does not."""
        match condition:
            case Not(inner):
                return self.learn(inner, holds=not holds)
            case Bind(local, call):
                return Facts({**self.known, IsSet(local): holds, IsSet(call): holds})
            case Constant() | All():
                # A constant adds no fact. If `All` does not hold, it is unknown which of its conditions failed.
                return self
            case _:
                return Facts({**self.known, condition: holds})

    def is_set(self, value: Expression) -> bool:
        """Return whether the value is known not to be `None`."""
        return self.decide(IsSet(value)) == TRUE

    def decide(self, condition: Expression) -> Expression:
        """Simplify the condition; the result is a constant if the facts decide it."""
        match condition:
            case Not(inner):
                return negate(self.decide(inner))
            case IsSet(value) if value == UNSET or not is_optional(value):
                return Constant(value != UNSET)
            case Equal(left, right):
                return self._decide_equal(left, right)
            case _:
                return self._look_up(condition)

    def _decide_equal(self, left: Expression, right: Expression) -> Expression:
        match left, right:
            case Constant(one), Constant(other):
                return Constant(one == other)
            case Constant(), _:
                return self._decide_equal(right, left)
            case _, Constant(bool(value)):
                decided = self.decide(left)
                return decided if value else negate(decided)
            case _, Constant() if self._equals_another(left, right):
                return FALSE
            case _:
                return self._look_up(Equal(left, right))

    def _equals_another(self, value: Expression, constant: Constant) -> bool:
        return any(
            holds
            for fact, holds in self.known.items()
            if isinstance(fact, Equal)
            and fact.left == value
            and isinstance(fact.right, Constant)
            and fact.right != constant
        )

    def _look_up(self, condition: Expression) -> Expression:
        known = self.known.get(condition)
        return condition if known is None else Constant(known)


def negate(condition: Expression) -> Expression:
    """Return the negation of a condition."""
    match condition:
        case Constant(value):
            return Constant(not value)
        case Not(inner):
            return inner
        case _:
            return Not(condition)
