"""Builders of small endpoint rule sets, for the tests of the compiler."""

from textwrap import dedent

from codegen.endpoint_rules import render_endpoints_module
from codegen.support.json_values import Json, JsonObject

TRUE = True  # arguments of `call`, as in JSON
FALSE = False

PARAMETERS: JsonObject = {
    "Region": {"builtIn": "AWS::Region", "type": "string"},
    "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"},
    "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "boolean", "required": True, "default": False},
    "UseDualStack": {"builtIn": "AWS::UseDualStack", "type": "boolean", "default": False},
    "AccountId": {"builtIn": "AWS::Auth::AccountId", "type": "string"},
    "StreamName": {"type": "string"},
    "Kind": {"type": "string", "default": "plain"},
}
AWS: JsonObject = {
    "id": "aws",
    "outputs": {
        "dnsSuffix": "amazonaws.com",
        "dualStackDnsSuffix": "api.aws",
        "implicitGlobalRegion": "us-east-1",
        "supportsDualStack": True,
        "supportsFIPS": False,
    },
    "regionRegex": r"^us\-\w+\-\d+$",
    "regions": {"us-east-1": {"description": "US East (N. Virginia)"}, "aws-global": {}},
}
PARTITIONS: JsonObject = {"partitions": [AWS], "version": "1.1"}


def ref(name: str) -> JsonObject:
    """Return a reference to a parameter or an assigned value."""
    return {"ref": name}


def call(name: str, *arguments: Json) -> JsonObject:
    """Return a function call."""
    return {"fn": name, "argv": [*arguments]}


def attribute(name: str, path: str) -> JsonObject:
    """Return a look-up of an attribute of a value."""
    return call("getAttr", ref(name), path)


def assign(name: str, value: JsonObject) -> JsonObject:
    """Return a condition that assigns the value of a call to a name."""
    return {**value, "assign": name}


def endpoint(url: Json, *conditions: Json, **properties: Json) -> JsonObject:
    """Return a rule that returns an endpoint."""
    value: JsonObject = {"url": url, "properties": properties, "headers": {}}
    return {"type": "endpoint", "conditions": [*conditions], "endpoint": value}


def error(message: Json, *conditions: Json) -> JsonObject:
    """Return a rule that returns an error."""
    return {"type": "error", "conditions": [*conditions], "error": message}


def tree(conditions: list[Json], *rules: Json) -> JsonObject:
    """Return a rule with nested rules."""
    return {"type": "tree", "conditions": conditions, "rules": [*rules]}


IS_FIPS = call("booleanEquals", ref("UseFIPS"), TRUE)
IS_DUAL_STACK = call("booleanEquals", TRUE, ref("UseDualStack"))
HAS_REGION = call("isSet", ref("Region"))
HAS_ENDPOINT = call("isSet", ref("Endpoint"))
PARTITION = assign("PartitionResult", call("aws.partition", ref("Region")))
URL = assign("url", call("parseURL", ref("Endpoint")))
ELSEWHERE = endpoint("https://elsewhere.example")


def render(
    *rules: Json, parameters: JsonObject = PARAMETERS, partitions: JsonObject = PARTITIONS
) -> str:
    """Return the generated module."""
    rule_set: JsonObject = {"version": "1.0", "parameters": parameters, "rules": [*rules]}
    return render_endpoints_module(rule_set, partitions, service_title="Testing")


def statements(*rules: Json, parameters: JsonObject = PARAMETERS) -> str:
    """Return the generated statements, without those that read settings."""
    function = render(*rules, parameters=parameters).rpartition('    """\n')[2]
    lines = (line for line in function.splitlines(keepends=True) if " = parameters." not in line)
    return dedent("".join(lines))
