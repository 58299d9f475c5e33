"""Real rule sets: the cases in Amazon's KMS model, and comparison with botocore."""

import itertools
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError
from botocore.loaders import Loader

from codegen.endpoint_rules import render_endpoints_module
from codegen.support.json_values import JsonObject, list_at, object_at, read_json
from smaws_kms._generated.endpoints import resolve_endpoint
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from tests.codegen.endpoint_rules.endpoint_cases import (
    Resolve,
    outcome,
    parameters,
    published_cases,
)

MODEL: Final = Path(__file__).parents[4] / "shared" / "models" / "kms-2014-11-01.json"
NO_MODEL: Final = pytest.mark.skip(reason="Amazon's AST lies beside the repository, not in it")

# One for each kind of rule set: plain, account endpoints, names by partition, global endpoints
# signed for one Region, a required Region, and arguments that no rule reads.
SERVICES: Final = [
    "acm",
    "budgets",
    "dynamodb",
    "ecr",
    "kinesis",
    "kms",
    "opensearchmemory",
    "organizations",
    "route53domains",
    "support",
]
ENDPOINTS: Final = [None, "https://example.com", "http://localhost:8080/kms", "example.com"]


def model_cases() -> Iterator[object]:
    """Yield each case of the model: parameters, and the URL or our error."""
    if not MODEL.exists():
        yield pytest.param({}, None, marks=NO_MODEL)
        return
    shapes = object_at(read_json(MODEL)["shapes"], "shapes")
    traits = object_at(object_at(shapes["com.amazonaws.kms#TrentService"], "service")["traits"], "")
    tests = object_at(traits["smithy.rules#endpointTests"], "tests")
    yield from published_cases(tests)


@pytest.mark.parametrize(("values", "expected"), [*model_cases()])
def test_model_case(values: JsonObject, expected: object) -> None:
    """The cases in the model have the stated results."""
    assert expected == outcome(resolve_endpoint, parameters(values))


@pytest.mark.parametrize(
    ("expected", "region", "use_fips"),
    [
        ("https://kms.us-iso-east-1.api.aws.ic.gov", "us-iso-east-1", False),
        ("https://kms-fips.us-iso-east-1.api.aws.ic.gov", "us-iso-east-1", True),
        ("https://kms.us-isob-east-1.api.aws.scloud", "us-isob-east-1", False),
        ("https://kms-fips.us-isob-east-1.api.aws.scloud", "us-isob-east-1", True),
    ],
)
def test_dual_stack_in_isolated_partitions(*, expected: str, region: str, use_fips: bool) -> None:
    """Dual-stack exists here, though KMS models until 2025 expected errors in these four cases.

    The rules read the partition, which supports it since then; botocore removed the four cases.
    """
    settings = EndpointParameters(region=region, use_fips=use_fips, use_dual_stack=True)

    assert expected == resolve_endpoint(settings).url


def combinations(partitions: JsonObject) -> Iterator[JsonObject]:
    """Yield parameters: every Region, one future Region per partition, odd ones, all switches."""
    entries = [object_at(item, "") for item in list_at(partitions["partitions"], "partitions")]
    known = [region for entry in entries for region in object_at(entry["regions"], "regions")]
    unbuilt = [f"{region[: region.rindex('-')]}-99" for region in known if region[-1].isdigit()]
    regions = [None, "local", "mars", "us-east-1x", *known, *dict.fromkeys(unbuilt)]
    switches = (False, True)
    for values in itertools.product(regions, ENDPOINTS, switches, switches):
        yield dict(zip(("Region", "Endpoint", "UseFIPS", "UseDualStack"), values, strict=True))


def botocore_outcome(provider: EndpointProvider, values: JsonObject) -> Endpoint | None:
    """Return botocore's endpoint, or `None` for an error."""
    given = {name: value for name, value in values.items() if value is not None}
    try:
        found = provider.resolve_endpoint(**given)
    except EndpointProviderError:
        return None
    schemes: list[dict[str, str]] = found.properties.get("authSchemes", [])
    for scheme in schemes:
        if scheme["name"] == "sigv4":
            return Endpoint(found.url, scheme.get("signingName"), scheme.get("signingRegion"))
    return Endpoint(found.url)


@pytest.mark.parametrize("service", SERVICES)
def test_botocore_agrees(service: str, tmp_path: Path) -> None:
    """Our compiled rules and botocore's interpreter return the same endpoint, or both an error."""
    loader = Loader()
    rule_set = loader.load_service_model(service, "endpoint-rule-set-1")
    partitions = loader.load_data("partitions")
    path = tmp_path / "endpoints.py"
    source = render_endpoints_module(rule_set, partitions, service_title=service)
    path.write_text(source, encoding="utf-8")
    resolve: Resolve = runpy.run_path(str(path))["resolve_endpoint"]
    provider = EndpointProvider(rule_set, partitions)
    supplied = rule_set["parameters"].keys()
    needed = {"ServiceType": "ACM"} if service == "acm" else {}

    for values in combinations(partitions):
        compiled = outcome(resolve, parameters(values))
        supported = {name: value for name, value in values.items() if name in supplied} | needed

        assert botocore_outcome(provider, supported) == (
            None if isinstance(compiled, str) else compiled
        ), supported
