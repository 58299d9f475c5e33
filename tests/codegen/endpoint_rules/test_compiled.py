"""Small rule sets: their compiled statements, and what these return."""

import runpy
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Final, TypeAlias

import pytest

from codegen.support.json_values import Json
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
    ELSEWHERE,
    FALSE,
    HAS_ENDPOINT,
    HAS_REGION,
    IS_DUAL_STACK,
    IS_FIPS,
    PARAMETERS,
    PARTITION,
    TRUE,
    URL,
    assign,
    attribute,
    call,
    endpoint,
    error,
    ref,
    render,
    statements,
    tree,
)

Resolve: TypeAlias = Callable[[EndpointParameters], Endpoint]

ON_MARS: Final = call("stringEquals", ref("Region"), "mars")

STATEMENTS: Final[dict[str, tuple[str, list[Json]]]] = {
    "conditions": (
        """
        if region is not None and use_fips and not use_dual_stack and region != "mars":
            return Endpoint(url="https://fips.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://fips.example",
                HAS_REGION,
                call("not", call("not", IS_FIPS)),
                call("booleanEquals", ref("UseDualStack"), FALSE),
                call("not", ON_MARS),
            ),
            ELSEWHERE,
        ],
    ),
    "assign": (
        """
        if region is None:
            raise EndpointError("no region is set")
        partition = find_partition(region, PARTITIONS)
        return Endpoint(url=f"https://a.{region}.{partition.dns_suffix}")
        """,
        [
            tree(
                [HAS_REGION, PARTITION], endpoint("https://a.{Region}.{PartitionResult#dnsSuffix}")
            ),
            error("Invalid Configuration: Missing Region"),
        ],
    ),
    "assign what may be unset": (
        """
        if endpoint is not None and (url := parse_url(endpoint)) is not None and url.is_ip:
            return Endpoint(url=f"{url.scheme}://{url.authority}/ip")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_ENDPOINT, URL],
                endpoint(
                    "{url#scheme}://{url#authority}/ip",
                    call("booleanEquals", attribute("url", "isIp"), TRUE),
                ),
            ),
            ELSEWHERE,
        ],
    ),
    "fall through a tree": (
        """
        if use_fips and region is not None:
            if region == "mars":
                return Endpoint(url="https://mars.example")
            if use_dual_stack and endpoint is not None:
                return Endpoint(url="https://dual.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [IS_FIPS, HAS_REGION],
                endpoint("https://mars.example", ON_MARS),
                endpoint("https://dual.example", IS_DUAL_STACK, HAS_ENDPOINT),
            ),
            ELSEWHERE,
        ],
    ),
    "call functions": (
        """
        if endpoint is not None and substring(endpoint, 0, 2, reverse=True) == uri_encode("+"):
            return Endpoint(url="https://plus.example")
        if endpoint is not None and (arn := parse_arn(endpoint)) is not None:
            part = split(arn.account_id, "-", 0)
            if item_at(part, 1) == "b" and item_at(arn.resource_id, -1) is not None:
                return Endpoint(url="https://arn.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://plus.example",
                HAS_ENDPOINT,
                call(
                    "stringEquals",
                    call("substring", ref("Endpoint"), 0, 2, TRUE),
                    call("uriEncode", "+"),
                ),
            ),
            endpoint(
                "https://arn.example",
                HAS_ENDPOINT,
                assign("arn", call("aws.parseArn", ref("Endpoint"))),
                assign("part", call("split", attribute("arn", "accountId"), "-", 0)),
                call("stringEquals", attribute("part", "[1]"), "b"),
                attribute("arn", "resourceId[-1]"),
            ),
            ELSEWHERE,
        ],
    ),
    "braces and quotes": (
        r"""
        if region is None:
            raise EndpointError("{\"é\"}")
        return Endpoint(url=f"\"{region}\" {{is}} a\\b")
        """,
        [endpoint('"{Region}" {{is}} a\\b', HAS_REGION), error('{{"é"}}')],
    ),
    "signing": (
        """
        if region is not None:
            partition = find_partition(region, PARTITIONS)
            return Endpoint(url="https://a", signing_region=partition.implicit_global_region)
        return Endpoint(url="https://b", signing_name="b", signing_region="us-east-1")
        """,
        [
            endpoint(
                "https://a",
                HAS_REGION,
                PARTITION,
                authSchemes=[
                    {"name": "sigv4a", "signingRegionSet": ["*"]},
                    {"name": "sigv4", "signingRegion": "{PartitionResult#implicitGlobalRegion}"},
                ],
                metricValues=["O"],
            ),
            endpoint(
                "https://b",
                authSchemes=[{"name": "sigv4", "signingName": "b", "signingRegion": "us-east-1"}],
            ),
        ],
    ),
    "an error from a setting": (
        """
        if endpoint is not None:
            raise EndpointError(endpoint)
        return Endpoint(url="https://elsewhere.example")
        """,
        [error(ref("Endpoint"), HAS_ENDPOINT), ELSEWHERE],
    ),
}


@pytest.mark.parametrize(("expected", "rules"), STATEMENTS.values(), ids=STATEMENTS)
def test_statements(expected: str, rules: list[Json]) -> None:
    """The compiled statements are those that a person would write."""
    assert dedent(expected).lstrip("\n") == statements(*rules)


def test_required_setting() -> None:
    """A setting that the rules require is checked first."""
    region: Json = {"builtIn": "AWS::Region", "type": "string", "required": True}
    expected = """
        if region is None:
            raise EndpointError("no region is set")
        return Endpoint(url=f"https://{region}.example")
        """

    assert dedent(expected).lstrip("\n") == statements(
        endpoint("https://{Region}.example"), parameters={**PARAMETERS, "Region": region}
    )


@pytest.mark.parametrize(
    ("expected", "settings"),
    [
        ("https://mars.us-east-1.api.aws", EndpointParameters(region="us-east-1")),
        ("not here: aws", EndpointParameters(region="us-east-1", use_fips=True)),
        ("example.com", EndpointParameters(region=None, endpoint="https://example.com/a")),
        ("https://elsewhere.example", EndpointParameters(region=None, endpoint="example.com")),
        ("https://elsewhere.example", EndpointParameters(region=None)),
    ],
)
def test_run(expected: str, settings: EndpointParameters, tmp_path: Path) -> None:
    """The compiled module handles conditions, names, trees without a match, and errors with values."""
    source = render(
        tree(
            [HAS_REGION, PARTITION],
            error("not here: {PartitionResult#name}", IS_FIPS),
            endpoint("https://mars.{Region}.{PartitionResult#dualStackDnsSuffix}"),
        ),
        tree([HAS_ENDPOINT, URL], tree([IS_DUAL_STACK], ELSEWHERE), endpoint("{url#authority}")),
        ELSEWHERE,
    )
    path = tmp_path / "endpoints.py"
    path.write_text(source, encoding="utf-8")
    resolve: Resolve = runpy.run_path(str(path))["resolve_endpoint"]

    try:
        outcome = resolve(settings).url
    except EndpointError as failure:
        outcome = str(failure)

    assert expected == outcome


def test_module() -> None:
    """The module has the partitions, a docstring and the needed imports."""
    source = render(endpoint("{url#path}", HAS_ENDPOINT, URL), ELSEWHERE)
    imported = [line for line in source.splitlines() if line.startswith("from")]

    assert source.startswith('"""Endpoints of Testing.')
    assert [
        "from typing import Final",
        "from smaws_kms._runtime.endpoints.rules_stdlib import parse_url",
        "from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters, Partition",
    ] == imported
    assert r'region_regex=r"^us\-\w+\-\d+$"' in source
    assert 'regions=frozenset({"aws-global", "us-east-1"})' in source
