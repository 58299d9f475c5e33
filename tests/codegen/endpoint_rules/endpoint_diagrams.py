"""Converts endpoint rules to a decision diagram, as Amazon's tools do, to test our reader."""

import base64
import json
import struct
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from codegen.support.json_values import Json, JsonObject, list_at, object_at

Known: TypeAlias = Mapping[str, bool]
Fail: TypeAlias = Callable[[Known], int]

_RESULT = 100_000_000


def diagram_of(rule_set: JsonObject) -> JsonObject:
    """Return the value of `smithy.rules#endpointBdd` for a value of `endpointRuleSet`."""
    builder = _Builder()
    root = builder.rules(list_at(rule_set["rules"], "rules"), {}, lambda _: -1)
    return {
        "version": "1.1",
        "parameters": rule_set["parameters"],
        "conditions": [json.loads(text) for text in builder.conditions],
        "results": builder.results,
        "root": root,
        "nodeCount": len(builder.nodes),
        "nodes": encode(builder.nodes),
    }


def encode(nodes: Sequence[tuple[int, int, int]]) -> str:
    """Encode nodes as in the trait."""
    return base64.b64encode(b"".join(struct.pack(">iii", *node) for node in nodes)).decode()


class _Builder:
    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.results: list[Json] = []
        self.nodes: list[tuple[int, int, int]] = [(-1, 1, -1)]
        self._references: dict[tuple[int, int, int], int] = {}

    def rules(self, rules: Sequence[Json], known: Known, fail: Fail) -> int:
        """Return the reference of the first rule that matches."""
        if not rules:
            return fail(known)
        rule = object_at(rules[0], "rule")
        conditions = list_at(rule.get("conditions", []), "conditions")
        return self._rule(rule, conditions, known, lambda now: self.rules(rules[1:], now, fail))

    def _rule(self, rule: JsonObject, conditions: Sequence[Json], known: Known, fail: Fail) -> int:
        if not conditions:
            return self._outcome(rule, known, fail)
        key = json.dumps(conditions[0], sort_keys=True)
        if key in known:
            rest = conditions[1:]
            return self._rule(rule, rest, known, fail) if known[key] else fail(known)
        holds = self._rule(rule, conditions[1:], {**known, key: True}, fail)
        return self._node(key, holds, fail({**known, key: False}))

    def _outcome(self, rule: JsonObject, known: Known, fail: Fail) -> int:
        if rule["type"] == "tree":
            return self.rules(list_at(rule["rules"], "rules"), known, fail)
        bare: JsonObject = {name: it for name, it in rule.items() if name != "conditions"}
        if bare not in self.results:
            self.results.append(bare)
        return _RESULT + self.results.index(bare)

    def _node(self, key: str, holds: int, fails: int) -> int:
        if holds == fails:
            return holds
        if key not in self.conditions:
            self.conditions.append(key)
        index = self.conditions.index(key)
        node = (index, holds, fails)
        if node not in self._references:
            # Every other node is stored negated, and referenced as negated.
            is_opposite = len(self.nodes) % 2 == 0
            self.nodes.append((index, fails, holds) if is_opposite else node)
            self._references[node] = -len(self.nodes) if is_opposite else len(self.nodes)
        return self._references[node]
