"""Reads a rule set from JSON into typed values."""

from collections.abc import Mapping
from typing import TypeAlias

from attrs import frozen

from codegen.support.errors import ModelError, Unsupported
from codegen.support.grammar import check_identifier
from codegen.support.json_values import (
    Json,
    JsonObject,
    list_at,
    object_at,
    optional_text_at,
    text_at,
)


@frozen
class Reference:
    """The value of a parameter, or of a name that an earlier condition assigned."""

    name: str


@frozen
class FunctionCall:
    """One of the rule language's functions and its arguments."""

    name: str
    arguments: tuple["Argument", ...]


Argument: TypeAlias = str | bool | int | Reference | FunctionCall
"""An argument of a function. A `str` is a template with `{name}` and `{name#attribute}`."""


@frozen
class Condition:
    """A call that must yield a value other than false; the value may be assigned to a name."""

    call: FunctionCall
    assign: str | None


@frozen(kw_only=True)
class EndpointRule:
    """Returns an endpoint if all conditions hold."""

    conditions: tuple[Condition, ...]
    url: Argument
    auth_schemes: Json
    """Unparsed, because rules that never apply may use unsupported schemes."""


@frozen(kw_only=True)
class ErrorRule:
    """Raises an error if all conditions hold."""

    conditions: tuple[Condition, ...]
    message: Argument


@frozen(kw_only=True)
class TreeRule:
    """Continues with nested rules if all conditions hold."""

    conditions: tuple[Condition, ...]
    rules: tuple["Rule", ...]


Rule: TypeAlias = EndpointRule | ErrorRule | TreeRule


@frozen(kw_only=True)
class Parameter:
    """An input of the rule set."""

    built_in: str | None
    required: bool
    default: str | bool | None


@frozen(kw_only=True)
class RuleSet:
    """Parameters and rules; the first rule that yields an endpoint or an error applies."""

    parameters: Mapping[str, Parameter]
    rules: tuple[Rule, ...]


def read_rule_set(tree: JsonObject) -> RuleSet:
    """Parse the value of the trait `smithy.rules#endpointRuleSet`."""
    parameters = object_at(tree.get("parameters"), "endpoint rules: parameters")
    return RuleSet(
        parameters={name: read_parameter(name, spec) for name, spec in parameters.items()},
        rules=_read_rules(tree.get("rules"), "endpoint rules"),
    )


def flag_at(value: Json, where: str) -> bool:
    """Check that a value is a JSON boolean, and return it."""
    if not isinstance(value, bool):
        raise ModelError(f"{where}: expected true or false, found {value!r}")
    return value


def read_signing(value: Json) -> tuple[str | None, str | None]:
    """Return the templates for signing name and signing Region; None for those not given."""
    schemes = [object_at(item, "auth scheme") for item in list_at(value, "authSchemes")]
    scheme = next((scheme for scheme in schemes if scheme.get("name") == "sigv4"), None)
    if scheme is None:
        found = [item.get("name") for item in schemes]
        raise Unsupported(f"endpoint rules: expected the auth scheme sigv4, found {found}")
    _allow_only(scheme, {"name", "signingName", "signingRegion"}, "auth scheme")
    name, region = scheme.get("signingName"), scheme.get("signingRegion")
    return optional_text_at(name, "signingName"), optional_text_at(region, "signingRegion")


def read_parameter(name: str, value: Json) -> Parameter:
    """Parse a parameter of the rule set."""
    check_identifier(name, "endpoint rules: parameters")
    where = f"endpoint rules: parameter {name}"
    spec = object_at(value, where)
    default = spec.get("default")
    if not isinstance(default, str | bool | None):
        raise Unsupported(f"{where}: default {default!r}")
    return Parameter(
        built_in=optional_text_at(spec.get("builtIn"), where),
        required=flag_at(spec.get("required", False), where),
        default=default,
    )


def _read_rules(value: Json, where: str) -> tuple[Rule, ...]:
    rules = list_at(value, where)
    return tuple(read_rule(rule, f"{where}[{number}]") for number, rule in enumerate(rules))


def read_rule(value: Json, where: str) -> Rule:
    """Parse a rule with its nested rules."""
    tree = object_at(value, where)
    items = list_at(tree.get("conditions", []), f"{where}: conditions")
    conditions = tuple(read_condition(item, where) for item in items)
    match tree.get("type"):
        case "endpoint":
            return _read_endpoint(conditions, tree.get("endpoint"), where)
        case "error":
            message = _read_argument(tree.get("error"), where)
            return ErrorRule(conditions=conditions, message=message)
        case "tree":
            return TreeRule(conditions=conditions, rules=_read_rules(tree.get("rules"), where))
        case other:
            raise Unsupported(
                f"{where}: expected a rule of type endpoint, error or tree, found {other!r}"
            )


def _read_endpoint(conditions: tuple[Condition, ...], value: Json, where: str) -> EndpointRule:
    endpoint = object_at(value, where)
    properties = object_at(endpoint.get("properties", {}), where)
    _allow_only(properties, {"authSchemes", "metricValues"}, f"{where}: endpoint")
    _allow_only(object_at(endpoint.get("headers", {}), where), set(), f"{where}: headers")
    return EndpointRule(
        conditions=conditions,
        url=_read_argument(endpoint.get("url"), where),
        auth_schemes=properties.get("authSchemes"),
    )


def _allow_only(tree: JsonObject, known: set[str], where: str) -> None:
    if unknown := sorted(tree.keys() - known):
        raise Unsupported(f"{where}: unknown properties {', '.join(unknown)}")


def read_condition(value: Json, where: str) -> Condition:
    """Parse a condition."""
    tree = object_at(value, where)
    name = optional_text_at(tree.get("assign"), where)
    if name is not None:
        check_identifier(name, f"{where}: assign")
    return Condition(_read_call(tree, where), name)


def _read_call(tree: JsonObject, where: str) -> FunctionCall:
    name = text_at(tree.get("fn"), where)
    arguments = list_at(tree.get("argv"), f"{where}: arguments of {name}")
    return FunctionCall(name, tuple(_read_argument(argument, where) for argument in arguments))


def _read_argument(value: Json, where: str) -> Argument:
    if isinstance(value, str | bool | int):
        return value
    tree = object_at(value, where)
    return Reference(text_at(tree["ref"], where)) if "ref" in tree else _read_call(tree, where)
