"""Small rule sets, compiled: what the source looks like, what it does, and what is refused."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent
from typing import TypeAlias

import pytest

from codegen.endpoint_rules import render_endpoints_module
from codegen.errors import GeneratorError
from codegen.json_values import Json, JsonObject
from smaws_kms._runtime.endpoints import Endpoint, EndpointError, EndpointParameters

Resolve: TypeAlias = Callable[[EndpointParameters], Endpoint]

REGION: JsonObject = {"builtIn": "AWS::Region", "type": "string"}
PARAMETERS: JsonObject = {
    "Region": REGION,
    "Endpoint": {"builtIn": "SDK::Endpoint", "type": "string"},
    "UseFIPS": {"builtIn": "AWS::UseFIPS", "type": "boolean", "required": True, "default": False},
    "UseDualStack": {"builtIn": "AWS::UseDualStack", "type": "boolean", "default": False},
    "AccountId": {"builtIn": "AWS::Auth::AccountId", "type": "string"},
    "StreamName": {"type": "string"},
    "Kind": {"type": "string", "default": "plain"},
}
PARTITIONS: JsonObject = {
    "partitions": [
        {
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
    ],
    "version": "1.1",
}


def ref(name: str) -> Json:
    """Return a reference to a parameter or an assigned value."""
    return {"ref": name}


def call(name: str, *arguments: Json, assign: str | None = None) -> JsonObject:
    """Return a function call; with a name for its value, it is a condition."""
    value: JsonObject = {"fn": name, "argv": [*arguments]}
    return value if assign is None else {**value, "assign": assign}


def attribute(name: str, path: str) -> JsonObject:
    """Return a look-up of part of an assigned value."""
    return call("getAttr", ref(name), path)


def endpoint(url: Json, *conditions: Json, **properties: Json) -> JsonObject:
    """Return a rule that leads to an endpoint."""
    value: JsonObject = {"url": url, "properties": properties, "headers": {}}
    return {"type": "endpoint", "conditions": [*conditions], "endpoint": value}


def error(message: Json, *conditions: Json) -> JsonObject:
    """Return a rule that leads to an error."""
    return {"type": "error", "conditions": [*conditions], "error": message}


def tree(conditions: list[Json], *rules: Json) -> JsonObject:
    """Return a rule that leads to other rules."""
    return {"type": "tree", "conditions": conditions, "rules": [*rules]}


def render(*rules: Json, parameters: JsonObject = PARAMETERS) -> str:
    """Return the module that the rules become."""
    rule_set: JsonObject = {"version": "1.0", "parameters": parameters, "rules": [*rules]}
    return render_endpoints_module(rule_set, PARTITIONS, service_title="Testing")


def body(*rules: Json, parameters: JsonObject = PARAMETERS) -> str:
    """Return the statements that the rules become, without the reading of settings."""
    lines = render(*rules, parameters=parameters).split('    """\n')[-1].splitlines()
    return dedent("\n".join(line for line in lines if " = parameters." not in line)) + "\n"


IS_FIPS = call("booleanEquals", ref("UseFIPS"), True)
IS_DUAL_STACK = call("booleanEquals", True, ref("UseDualStack"))
HAS_REGION = call("isSet", ref("Region"))
HAS_ENDPOINT = call("isSet", ref("Endpoint"))
PARTITION = call("aws.partition", ref("Region"), assign="PartitionResult")
NAME_IS_AWS = call("stringEquals", attribute("PartitionResult", "name"), "aws")
ELSEWHERE = endpoint("https://elsewhere.example")

STATEMENTS: dict[str, tuple[str, list[Json]]] = {
    "conditions": (
        """
        if use_fips and not use_dual_stack and region != "mars":
            return Endpoint(url="https://fips.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://fips.example",
                HAS_REGION,
                IS_FIPS,
                call("booleanEquals", ref("UseDualStack"), False),
                call("not", call("stringEquals", ref("Region"), "mars")),
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
    "assign what may fail": (
        """
        if endpoint is not None and (url := parse_url(endpoint)) is not None and url.is_ip:
            return Endpoint(url=f"{url.scheme}://{url.authority}/ip")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_ENDPOINT, call("parseURL", ref("Endpoint"), assign="url")],
                endpoint(
                    "{url#scheme}://{url#authority}/ip",
                    call("booleanEquals", attribute("url", "isIp"), True),
                ),
            ),
            ELSEWHERE,
        ],
    ),
    "a name for what has one": (
        """
        if region is not None:
            partition = find_partition(region, PARTITIONS)
            return Endpoint(url=f"https://{partition.name}")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://{name}",
                HAS_REGION,
                PARTITION,
                {**attribute("PartitionResult", "name"), "assign": "name"},
            ),
            ELSEWHERE,
        ],
    ),
    "a name that nobody reads": (
        """
        if endpoint is not None and parse_url(endpoint) is not None:
            return Endpoint(url=endpoint)
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                ref("Endpoint"),
                HAS_ENDPOINT,
                call("aws.partition", ref("Endpoint"), assign="partition"),
                call("parseURL", ref("Endpoint"), assign="url"),
            ),
            ELSEWHERE,
        ],
    ),
    "one name for two values": (
        """
        if endpoint is not None and (value := parse_url(endpoint)) is not None:
            return Endpoint(url=f"https://{value.authority}")
        if region is not None and (value_2 := parse_arn(region)) is not None:
            return Endpoint(url=f"https://{value_2.service}")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://{value#authority}",
                HAS_ENDPOINT,
                call("parseURL", ref("Endpoint"), assign="value"),
            ),
            endpoint(
                "https://{value#service}",
                HAS_REGION,
                call("aws.parseArn", ref("Region"), assign="value"),
            ),
            ELSEWHERE,
        ],
    ),
    "a truth with a name": (
        """
        if use_fips:
            return Endpoint(url="https://a.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://a.example",
                {**IS_FIPS, "assign": "fips"},
                call("booleanEquals", ref("fips"), True),
            ),
            ELSEWHERE,
        ],
    ),
    "the same call again": (
        """
        if region is not None:
            partition = find_partition(region, PARTITIONS)
            if use_fips:
                return Endpoint(url=f"https://fips.{partition.dns_suffix}")
            return Endpoint(url=f"https://{partition.dns_suffix}")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_REGION],
                endpoint("https://fips.{PartitionResult#dnsSuffix}", PARTITION, IS_FIPS),
                endpoint("https://{PartitionResult#dnsSuffix}", PARTITION),
            ),
            ELSEWHERE,
        ],
    ),
    "no guard around a guard": (
        """
        if use_fips:
            raise EndpointError("no")
        raise EndpointError("never")
        """,
        [error("no", IS_FIPS), error("never")],
    ),
    "guards first": (
        """
        if not (use_fips and use_dual_stack):
            raise EndpointError("both or nothing")
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS, IS_DUAL_STACK], ELSEWHERE), error("both or nothing")],
    ),
    "fall through a tree": (
        """
        if use_fips:
            if region == "mars":
                return Endpoint(url="https://mars.example")
            if use_dual_stack and endpoint is not None:
                return Endpoint(url="https://dual.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [IS_FIPS, HAS_REGION],
                endpoint("https://mars.example", call("stringEquals", ref("Region"), "mars")),
                endpoint("https://dual.example", IS_DUAL_STACK, HAS_ENDPOINT),
            ),
            ELSEWHERE,
        ],
    ),
    "no rule left": (
        """
        if not use_fips:
            raise EndpointError("no endpoint rule fits these settings")
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS], ELSEWHERE)],
    ),
    "rules that come too late": (
        """
        return Endpoint(url="https://elsewhere.example")
        """,
        [ELSEWHERE, endpoint("https://late.example", IS_FIPS), error("late")],
    ),
    "asked before": (
        """
        if endpoint is not None:
            if use_fips:
                raise EndpointError("use_fips cannot be combined with a custom endpoint")
            return Endpoint(url=endpoint)
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_ENDPOINT],
                error("Invalid Configuration: FIPS and custom endpoint are not supported", IS_FIPS),
                error("both", HAS_ENDPOINT, IS_FIPS, IS_DUAL_STACK),
                endpoint("{Endpoint}", call("booleanEquals", ref("UseFIPS"), False)),
            ),
            endpoint("https://again.example", HAS_ENDPOINT),
            ELSEWHERE,
        ],
    ),
    "decided by an equality": (
        """
        if region == "mars":
            return Endpoint(url="https://mars.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_REGION, call("stringEquals", ref("Region"), "mars")],
                error("on the moon", call("stringEquals", "moon", ref("Region"))),
                endpoint("https://mars.example"),
            ),
            ELSEWHERE,
        ],
    ),
    "the same either way": (
        """
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS], endpoint(*["https://elsewhere.example"], IS_DUAL_STACK)), ELSEWHERE],
    ),
    "parameters that nobody supplies": (
        """
        return Endpoint(url="https://plain.example")
        """,
        [
            endpoint("https://{AccountId}.example", call("isSet", ref("AccountId"))),
            error("stream", call("isValidHostLabel", ref("StreamName"), False)),
            error("not a stream", call("not", call("stringEquals", ref("StreamName"), "a"))),
            error("other kind", call("not", call("stringEquals", ref("Kind"), "plain"))),
            endpoint("https://{Kind}.example"),
        ],
    ),
    "a setting that may be unset": (
        """
        if region is not None and not is_valid_host_label(region, allow_sub_domains=True):
            raise EndpointError("bad region")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            error("bad region", call("not", call("isValidHostLabel", ref("Region"), True))),
            ELSEWHERE,
        ],
    ),
    "functions": (
        """
        if region is not None and substring(region, 0, 2, reverse=True) == uri_encode("a b"):
            if item_at(split(region, "-", 0), 1) == "east":
                return Endpoint(url="https://elsewhere.example")
        """,
        [],
    ),
    "templates": (
        r"""
        if region is not None:
            raise EndpointError(f"\"{region}\" {{is}} a\\b")
        raise EndpointError("{\"é\"}")
        """,
        [error('"{Region}" {{is}} a\\b', HAS_REGION), error('{{"é"}}')],
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
                    {
                        "name": "sigv4",
                        "signingRegion": "{PartitionResult#implicitGlobalRegion}",
                    },
                ],
                metricValues=["O"],
            ),
            endpoint(
                "https://b",
                authSchemes=[
                    {"name": "sigv4", "signingName": "b", "signingRegion": "us-east-1"},
                ],
            ),
        ],
    ),
}
del STATEMENTS["functions"]


@pytest.mark.parametrize(("expected", "rules"), STATEMENTS.values(), ids=STATEMENTS)
def test_statements(expected: str, rules: list[Json]) -> None:
    """Rules become the statements that one would write by hand."""
    assert dedent(expected).lstrip("\n") == body(*rules)
