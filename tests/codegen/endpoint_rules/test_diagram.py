"""Endpoint rules and the decision diagram made from them have the same results."""

import runpy
from pathlib import Path
from typing import Final

import pytest
from botocore.loaders import Loader

from codegen.endpoint_rules import render_endpoints_module
from codegen.generate import MODELS
from codegen.ir.texts import Descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.support.errors import ModelError
from codegen.support.json_values import Json, JsonObject, object_at, read_json
from smaws_kms._runtime.endpoints.partitions import EndpointParameters
from tests.codegen.conftest import SHAPES
from tests.codegen.endpoint_rules.endpoint_cases import Resolve, outcome, parameters
from tests.codegen.endpoint_rules.endpoint_diagrams import diagram_of, encode
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
    AWS,
    ELSEWHERE,
    FALSE,
    HAS_ENDPOINT,
    HAS_REGION,
    IS_FIPS,
    PARAMETERS,
    TRUE,
    URL,
    assign,
    call,
    endpoint,
    error,
    ref,
)
from tests.codegen.endpoint_rules.test_published_cases import combinations

SERVICES: Final = ("acm", "budgets", "dynamodb", "ecr", "kinesis", "kms", "route53domains")


def _resolver(rules: JsonObject, tmp_path: Path, partitions: JsonObject) -> Resolve:
    path = tmp_path / f"endpoints_{len([*tmp_path.iterdir()])}.py"
    path.write_text(render_endpoints_module(rules, partitions, service_title="W"), encoding="utf-8")
    resolve: Resolve = runpy.run_path(str(path))["resolve_endpoint"]
    return resolve


@pytest.mark.parametrize("service", SERVICES)
def test_same_endpoints_as_the_rules(service: str, tmp_path: Path) -> None:
    """Every Region and switch has the same endpoint, for real rule sets of Amazon."""
    rules = Loader().load_service_model(service, "endpoint-rule-set-1")
    partitions = Loader().load_data("partitions")
    diagram = diagram_of(rules)
    compiled = _resolver(diagram, tmp_path, partitions)
    expected = _resolver(rules, tmp_path, partitions)

    assert object_at(diagram, "diagram")["nodeCount"] != 0
    for values in combinations(partitions):
        settings = parameters(values)
        assert outcome(expected, settings) == outcome(compiled, settings)


def _diagram(
    conditions: list[Json], results: list[Json], nodes: list[tuple[int, int, int]], root: int = 2
) -> JsonObject:
    return {
        "version": "1.1",
        "parameters": PARAMETERS,
        "conditions": conditions,
        "results": results,
        "root": root,
        "nodeCount": len(nodes) + 1,
        "nodes": encode([(-1, 1, -1), *nodes]),
    }


_FIRST: Final = 100_000_000


def test_functions_of_diagrams(tmp_path: Path) -> None:
    """`ite` and `coalesce` work, and a name that no condition assigned is unset."""
    conditions: list[Json] = [
        assign("suffix", call("ite", ref("UseFIPS"), "-fips", "")),
        assign("area", call("coalesce", ref("Region"), ref("never"), "nowhere")),
        assign("kind", call("ite", TRUE, ref("Kind"), "other")),
        assign("bucket", call("aws.isVirtualHostableS3Bucket", ref("area"), FALSE)),
        assign("never", call("parseURL", "no URL")),
    ]
    results: list[Json] = [
        endpoint("https://w{suffix}.{area}.{kind}.example"),
        error("no bucket"),
    ]
    nodes = [(0, 3, -1), (1, 4, 1), (2, 5, -1), (3, _FIRST, _FIRST + 1), (4, 1, -1)]
    resolve = _resolver(_diagram(conditions, results, nodes), tmp_path, {"partitions": [AWS]})

    def url(region: str | None, *, fips: bool = False) -> object:
        found = outcome(resolve, EndpointParameters(region=region, use_fips=fips))
        return getattr(found, "url", found)

    assert "https://w.eu-west-1.plain.example" == url("eu-west-1")
    assert "https://w-fips.nowhere.plain.example" == url(None, fips=True)
    assert ["no bucket"] * 3 == [url("EU"), url("e"), url("1.2.3.4")]


def test_no_match(tmp_path: Path) -> None:
    """Without a matching result there is an error; negative references swap the branches."""
    rules = _diagram([HAS_REGION], [ELSEWHERE], [(0, _FIRST, -1)], root=-2)
    resolve = _resolver(rules, tmp_path, {"partitions": [AWS]})

    assert "no endpoint rule fits these settings" == outcome(
        resolve, EndpointParameters(region="eu-west-1")
    )
    assert "https://elsewhere.example" == resolve(EndpointParameters(region=None)).url


def test_value_of_a_failed_condition(tmp_path: Path) -> None:
    """A condition on a value of a failed condition fails too."""
    conditions: list[Json] = [HAS_ENDPOINT, URL, call("isSet", ref("url")), IS_FIPS]
    nodes = [(0, 3, 4), (1, _FIRST, 4), (2, _FIRST + 1, 5), (3, -1, _FIRST + 1)]
    results: list[Json] = [endpoint("{url#scheme}://{url#authority}"), ELSEWHERE]
    resolve = _resolver(_diagram(conditions, results, nodes), tmp_path, {"partitions": [AWS]})
    wrong = EndpointParameters(region=None, endpoint="example.com")

    assert "https://elsewhere.example" == resolve(wrong).url
    assert "http://h" == resolve(EndpointParameters(region=None, endpoint="http://h")).url


@pytest.mark.parametrize(
    ("expected", "change"),
    [
        ("nodes: expected triples of integers in base64", {"nodes": "AAAA"}),
        ("nodes: expected triples of integers in base64", {"nodes": "\u00e4"}),
        ("expected nodeCount 2, found 7", {"nodeCount": 7}),
        ("there is no node 3", {"root": 3}),
        ("there is no node 0", {"root": 0}),
        ("there is no result 1", {"root": _FIRST + 1}),
        ("there is no condition 4", {"nodes": encode([(-1, 1, -1), (4, 1, 1)])}),
        ("expected at most 400 conditions on a path", {"nodes": encode([(-1, 1, -1), (0, 2, 1)])}),
        ("root: expected a number", {"root": "2"}),
    ],
)
def test_broken_diagrams_are_refused(expected: str, change: JsonObject) -> None:
    """The error says what is wrong with the diagram, also with a cycle."""
    whole = _diagram([HAS_REGION], [ELSEWHERE], [(0, _FIRST, -1)])
    with pytest.raises(ModelError, match=expected):
        render_endpoints_module({**whole, **change}, {"partitions": [AWS]}, service_title="W")


def test_model_with_a_diagram_only() -> None:
    """Rules are used where a model has both forms, and the diagram where it has no rules."""
    service = object_at(SHAPES["a#W"], "a#W")
    traits = object_at(service["traits"], "traits")
    diagram = _diagram([HAS_REGION], [ELSEWHERE], [(0, _FIRST, -1)])
    both: JsonObject = {
        "smithy.rules#endpointBdd": diagram,
        "smithy.rules#endpointRuleSet": {"parameters": {}, "rules": [ELSEWHERE]},
    }
    only: JsonObject = {"smithy.rules#endpointBdd": diagram}

    def rules(more: JsonObject) -> JsonObject | None:
        shapes: JsonObject = {**SHAPES, "a#W": {**service, "traits": {**traits, **more}}}
        model = load_model({"smithy": "2.0", "shapes": shapes})
        return lower(model, Descriptions(None)).service.endpoint_rules

    assert diagram == rules(only)
    assert both["smithy.rules#endpointRuleSet"] == rules(both)


def test_model_of_kms_still_has_rules() -> None:
    """The KMS model still has rules; if this fails, check the endpoints that its diagram gives."""
    shapes = object_at(read_json(MODELS / "kms-2014-11-01.json")["shapes"], "shapes")
    traits = object_at(
        object_at(shapes["com.amazonaws.kms#TrentService"], "service")["traits"], "traits"
    )

    assert "smithy.rules#endpointRuleSet" in traits
    assert "smithy.rules#endpointBdd" not in traits
