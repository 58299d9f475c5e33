"""What is known at a point of the program, and what that decides.

Rules repeat themselves: "if an endpoint is set" comes again where it is long known to be absent.
Each such question is answered here once, so that the output asks it once, too.
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
                # The one is no news, and that one of several fails says nothing about any of them.
                return self
            case _:
                return Facts({**self.known, condition: holds})

    def is_set(self, value: Expression) -> bool:
        """Return whether the value is known not to be `None`."""
        return self.decide(IsSet(value)) == TRUE

    def decide(self, condition: Expression) -> Expression:
        """Return the condition, simplified; a constant where the facts decide it."""
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
    """Return the opposite of a condition."""
    match condition:
        case Constant(value):
            return Constant(not value)
        case Not(inner):
            return inner
        case _:
            return Not(condition)
