"""Renders the module with the compiled rules."""

from collections.abc import Iterator
from textwrap import indent

from codegen.endpoint_rules.diagram import read_diagram
from codegen.endpoint_rules.expressions import Call, Expression
from codegen.endpoint_rules.lowering import SETTINGS, lower_rule_set
from codegen.endpoint_rules.partitions import print_partitions
from codegen.endpoint_rules.statements import expressions_in, print_block
from codegen.endpoint_rules.syntax import RuleSet, read_rule_set
from codegen.support.docstrings import INDENT, docstring
from codegen.support.json_values import JsonObject


def render_endpoints_module(
    rule_set: JsonObject, partitions: JsonObject, *, service_title: str
) -> str:
    """Return the source of a module with `PARTITIONS` and `resolve_endpoint`, unformatted.

    Args:
        rule_set: Value of the trait `endpointRuleSet` or `endpointBdd` of `smithy.rules`.
        partitions: Content of botocore's `partitions.json`.
        service_title: Name of the service, for the module's docstring.

    Raises:
        GeneratorError: If either cannot be compiled.
    """
    body = lower_rule_set(read_rules(rule_set))
    used = set(expressions_in(body))
    lines = [
        docstring(f"Endpoints of {service_title}.", depth=0),
        "",
        *_imports(used),
        "",
        *print_partitions(partitions),
        "",
        "",
        *_function_head(used),
        *print_block(body, INDENT),
    ]
    return "\n".join([*lines, ""])


def read_rules(tree: JsonObject) -> RuleSet:
    """Parse the value of either trait; equal rules give equal values."""
    return read_diagram(tree) if "nodes" in tree else read_rule_set(tree)


def _function_head(used: set[Expression]) -> Iterator[str]:
    raises = "Raises:\n    EndpointError: If the settings contradict each other or lead nowhere."
    doc = docstring("Return the service's endpoint for these settings.", [raises], depth=1)
    yield "def resolve_endpoint(parameters: EndpointParameters) -> Endpoint:"
    yield indent(doc, INDENT)
    for setting in SETTINGS.values():
        if setting in used:
            yield f"{INDENT}{setting.name} = parameters.{setting.name}"


def _imports(used: set[Expression]) -> Iterator[str]:
    called = {expression.function for expression in used if isinstance(expression, Call)}
    names = {"Endpoint", "EndpointError", "EndpointParameters", "Partition"}
    if "find_partition" in called:
        names.add("find_partition")
    yield "from typing import Final"
    yield ""
    if functions := sorted(called - names):
        yield f"from smaws_kms._runtime.endpoints.rules_stdlib import {', '.join(functions)}"
    yield f"from smaws_kms._runtime.endpoints.partitions import {', '.join(sorted(names))}"
