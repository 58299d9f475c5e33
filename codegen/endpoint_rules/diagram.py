"""Reads endpoint rules in the form of a binary decision diagram, `smithy.rules#endpointBdd`.

A node tests one condition, and refers to a node or result for each outcome. The diagram is converted to
rules of the other form, so that the same code compiles both. See
https://smithy.io/2.0/additional-specs/rules-engine/specification.html.
"""

import base64
import struct
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from codegen.endpoint_rules.syntax import (
    Condition,
    ErrorRule,
    Parameter,
    Rule,
    RuleSet,
    TreeRule,
    read_condition,
    read_parameter,
    read_rule,
)
from codegen.endpoint_rules.wording import NO_RULE
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject, list_at, number_at, object_at, text_at

Node: TypeAlias = tuple[int, int, int]
"""Index of a condition, and references to the next node if it holds, and if not."""

_WHERE: Final = "endpoint rules: diagram"
_FIRST_RESULT: Final = 100_000_000
_NODE: Final = struct.Struct(">iii")
_DEEPEST: Final = 400
"""Maximum of conditions on a path; Amazon's largest diagram has fewer than 100 in all."""

_NO_MATCH: Final[tuple[Rule, ...]] = (ErrorRule(conditions=(), message=NO_RULE),)


def read_diagram(tree: JsonObject) -> RuleSet:
    """Return the rule set that is equivalent to a decision diagram."""
    parameters = object_at(tree.get("parameters"), f"{_WHERE}: parameters")
    items = list_at(tree.get("conditions"), f"{_WHERE}: conditions")
    conditions = [read_condition(item, _WHERE) for item in items]
    results = [
        read_rule(item, f"{_WHERE}: results[{number}]")
        for number, item in enumerate(list_at(tree.get("results"), f"{_WHERE}: results"))
    ]
    root = int(number_at(tree.get("root"), f"{_WHERE}: root"))
    rules = _Diagram(conditions, results, _read_nodes(tree)).rules(root)
    # A name that a condition assigns is unset if the condition did not hold or was not tested.
    names = {it.assign: _UNSET for it in conditions if it.assign is not None}
    read = {name: read_parameter(name, spec) for name, spec in parameters.items()}
    return RuleSet(parameters={**names, **read}, rules=rules)


_UNSET: Final = Parameter(built_in=None, required=False, default=None)


def _read_nodes(tree: JsonObject) -> list[Node]:
    text = text_at(tree.get("nodes"), f"{_WHERE}: nodes")
    try:
        nodes = [*_NODE.iter_unpack(base64.b64decode(text, validate=True))]
    except (ValueError, struct.error) as error:
        raise ModelError(f"{_WHERE}: nodes: expected triples of integers in base64") from error
    if len(nodes) != tree.get("nodeCount"):
        raise ModelError(
            f"{_WHERE}: expected nodeCount {len(nodes)}, found {tree.get('nodeCount')!r}"
        )
    return [(condition, high, low) for condition, high, low in nodes]


class _Diagram:
    def __init__(
        self, conditions: Sequence[Condition], results: Sequence[Rule], nodes: Sequence[Node]
    ) -> None:
        self._conditions = conditions
        self._results = results
        self._nodes = nodes
        self._known: dict[int, tuple[Rule, ...]] = {}

    def rules(self, reference: int, depth: int = 0) -> tuple[Rule, ...]:
        """Return the rules for a reference; shared nodes become shared rules."""
        if depth > _DEEPEST:
            raise ModelError(
                f"{_WHERE}: expected at most {_DEEPEST} conditions on a path, found more"
            )
        if reference not in self._known:
            self._known[reference] = tuple(self._read(reference, depth))
        return self._known[reference]

    def _read(self, reference: int, depth: int) -> Iterator[Rule]:
        if reference >= _FIRST_RESULT:
            yield self._result(reference - _FIRST_RESULT)
        elif reference in {1, -1}:
            yield from _NO_MATCH
        else:
            condition, holds, fails = self._node(reference)
            yield TreeRule(conditions=(condition,), rules=self.rules(holds, depth + 1))
            yield from self.rules(fails, depth + 1)

    def _result(self, index: int) -> Rule:
        if index >= len(self._results):
            raise ModelError(f"{_WHERE}: there is no result {index}")
        return self._results[index]

    def _node(self, reference: int) -> tuple[Condition, int, int]:
        index = abs(reference) - 1
        if not 0 < index < len(self._nodes):
            raise ModelError(f"{_WHERE}: there is no node {reference}")
        condition, high, low = self._nodes[index]
        if not 0 <= condition < len(self._conditions):
            raise ModelError(f"{_WHERE}: there is no condition {condition}")
        # A negative reference swaps the two outcomes of the node.
        holds, fails = (high, low) if reference > 0 else (low, high)
        return self._conditions[condition], holds, fails
