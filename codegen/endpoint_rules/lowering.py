"""From rules to Python statements.

Parameters that the runtime does not supply are constants, which eliminates whole branches.
"""

from collections.abc import Mapping
from typing import Final

from codegen.endpoint_rules.expressions import (
    FALSE,
    TRUE,
    Bind,
    Call,
    Constant,
    Expression,
    IsSet,
    Local,
    Not,
    kind_of,
)
from codegen.endpoint_rules.functions import NAMES
from codegen.endpoint_rules.scope import Names, Scope
from codegen.endpoint_rules.statements import Assign, Block, If, Raise, Return, ends, tidy
from codegen.endpoint_rules.syntax import (
    Condition,
    EndpointRule,
    ErrorRule,
    Parameter,
    Rule,
    RuleSet,
    TreeRule,
    read_signing,
)
from codegen.endpoint_rules.wording import NO_RULE, reword
from codegen.support.errors import Unsupported

SETTINGS: Final[Mapping[str, Local]] = {
    "AWS::Region": Local("region", "string", optional=True),
    "SDK::Endpoint": Local("endpoint", "string", optional=True),
    "AWS::UseFIPS": Local("use_fips", "bool"),
    "AWS::UseDualStack": Local("use_dual_stack", "bool"),
}
"""Built-in parameters that the runtime supplies; local variable and field have the same name."""

_NOT_SUPPLIED: Final = {"AWS::Auth::AccountId", "AWS::Auth::AccountIdEndpointMode"}
"""Built-in parameters of account endpoints, which clients do not support."""


def lower_rule_set(rule_set: RuleSet) -> Block:
    """Return the body of `resolve_endpoint`, over the local variables of `SETTINGS`."""
    scope = Scope(
        values={name: _value(name, spec) for name, spec in rule_set.parameters.items()},
    )
    guards: Block = ()
    for name, spec in rule_set.parameters.items():
        value = scope.values[name]
        if spec.required and isinstance(value, Local) and value.optional:
            guards += (If(Not(IsSet(value)), (Raise(Constant(f"no {value.name} is set")),)),)
            scope = scope.learn(IsSet(value))
    return tidy((*guards, *_Lowering().rules(rule_set.rules, scope), Raise(Constant(NO_RULE))))


def _value(name: str, parameter: Parameter) -> Expression:
    if parameter.built_in is None or parameter.built_in in _NOT_SUPPLIED:
        return Constant(parameter.default)
    if parameter.built_in not in SETTINGS:
        raise Unsupported(f"endpoint rules: parameter {name}: built-in {parameter.built_in!r}")
    if parameter.default:
        raise Unsupported(f"endpoint rules: parameter {name}: default {parameter.default!r}")
    return SETTINGS[parameter.built_in]


class _Lowering:
    def __init__(self) -> None:
        settings = (local.name for local in SETTINGS.values())
        self._names = Names(["parameters", *settings, *NAMES])

    def rules(self, rules: tuple[Rule, ...], scope: Scope) -> Block:
        block: Block = ()
        for rule in rules:
            part = self._rule(rule, rule.conditions, scope)
            block += part
            if ends(part):
                break
            scope = _behind(part, scope)
        return block

    def _rule(self, rule: Rule, conditions: tuple[Condition, ...], scope: Scope) -> Block:
        if not conditions:
            return self._outcome(rule, scope)
        if (missing := scope.unset_in(conditions[0].call)) is not None:
            # In the rule language, a condition on an unset value does not hold.
            test, inner = scope.facts.decide(IsSet(missing)), scope
        else:
            test, inner = self._test(conditions[0], scope)
            conditions = conditions[1:]
        if test == FALSE:
            return ()
        return _when(test, self._rule(rule, conditions, inner.learn(test)))

    def _test(self, condition: Condition, scope: Scope) -> tuple[Expression, Scope]:
        value = scope.value_of(condition.call)
        is_bool = kind_of(value) == "bool"
        test = scope.facts.decide(value if is_bool else IsSet(value))
        if condition.assign is None or test == FALSE:
            return test, scope
        if is_bool or not isinstance(value, Call):
            return test, scope.assign(condition.assign, TRUE if is_bool else value)
        local = self._names.local(condition.assign, value)
        return Bind(local, value), scope.assign(condition.assign, local).remember(value, local)

    def _outcome(self, rule: Rule, scope: Scope) -> Block:
        match rule:
            case TreeRule():
                return self.rules(rule.rules, scope)
            case ErrorRule(message=message):
                words = reword(message) if isinstance(message, str) else message
                return (Raise(scope.known_value_of(words)),)
            case EndpointRule():  # pragma: no branch  # no other type is left
                return (_endpoint(rule, scope),)


def _when(test: Expression, body: Block) -> Block:
    match test:
        case Constant():
            return body
        case Bind(local, call) if not call.optional:
            return (Assign(local, call), *body)
        case _:
            return (If(test, body),)


def _behind(part: Block, scope: Scope) -> Scope:
    """Return the scope after a block that did not return or raise."""
    match part:
        case [If(condition, body)] if ends(body):
            return scope.learn(condition, holds=False)
        case [Assign(local, Call() as call), *_]:
            return scope.remember(call, local)
        case _:
            return scope


def _endpoint(rule: EndpointRule, scope: Scope) -> Return:
    name, region = read_signing(rule.auth_schemes) if rule.auth_schemes else (None, None)
    return Return(
        url=scope.known_value_of(rule.url),
        signing_name=None if name is None else scope.known_value_of(name),
        signing_region=None if region is None else scope.known_value_of(region),
    )
