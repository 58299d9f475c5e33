"""The compiler removes redundant conditions of small rule sets."""

from textwrap import dedent
from typing import Final

import pytest

from codegen.support.json_values import Json
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
    ELSEWHERE,
    FALSE,
    HAS_ENDPOINT,
    HAS_REGION,
    IS_DUAL_STACK,
    IS_FIPS,
    PARTITION,
    TRUE,
    URL,
    assign,
    attribute,
    call,
    endpoint,
    error,
    ref,
    statements,
    tree,
)

ON_MARS: Final = call("stringEquals", ref("Region"), "mars")

STATEMENTS: Final[dict[str, tuple[str, list[Json]]]] = {
    "assign a truth and a part": (
        """
        if use_fips and region is not None:
            partition = find_partition(region, PARTITIONS)
            return Endpoint(url=f"https://{partition.name}.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                "https://{name}.example",
                assign("fips", IS_FIPS),
                call("booleanEquals", ref("fips"), TRUE),
                HAS_REGION,
                PARTITION,
                assign("name", attribute("PartitionResult", "name")),
            ),
            ELSEWHERE,
        ],
    ),
    "assign two values to one name": (
        """
        if endpoint is not None and (url := parse_url(endpoint)) is not None:
            return Endpoint(url=f"https://{url.authority}")
        if region is not None and (url_2 := parse_arn(region)) is not None:
            return Endpoint(url=f"https://{url_2.service}")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint("https://{url#authority}", HAS_ENDPOINT, URL),
            endpoint(
                "https://{url#service}",
                HAS_REGION,
                assign("url", call("aws.parseArn", ref("Region"))),
            ),
            ELSEWHERE,
        ],
    ),
    "fall out of all rules": (
        """
        if not use_fips:
            raise EndpointError("no endpoint rule fits these settings")
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS], ELSEWHERE)],
    ),
    "assign an unused name": (
        """
        if endpoint is not None and parse_url(endpoint) is not None:
            return Endpoint(url=endpoint)
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            endpoint(
                ref("Endpoint"),
                HAS_ENDPOINT,
                assign("partition", call("aws.partition", ref("Endpoint"))),
                URL,
            ),
            ELSEWHERE,
        ],
    ),
    "assign one value twice": (
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
    "error first": (
        """
        if not (use_fips and use_dual_stack):
            raise EndpointError("both or nothing")
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS, IS_DUAL_STACK], ELSEWHERE), error("both or nothing")],
    ),
    "come too late": (
        """
        return Endpoint(url="https://elsewhere.example")
        """,
        [ELSEWHERE, endpoint("https://late.example", IS_FIPS), error("late")],
    ),
    "repeated condition": (
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
                endpoint("{Endpoint}", call("booleanEquals", ref("UseFIPS"), FALSE)),
            ),
            endpoint("https://again.example", HAS_ENDPOINT),
            ELSEWHERE,
        ],
    ),
    "known condition": (
        """
        if region is not None and region == "mars":
            return Endpoint(url="https://mars.example")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            tree(
                [HAS_REGION, ON_MARS],
                error("moon", call("stringEquals", "moon", ref("Region"))),
                endpoint("https://mars.example"),
            ),
            ELSEWHERE,
        ],
    ),
    "unused condition": (
        """
        return Endpoint(url="https://elsewhere.example")
        """,
        [tree([IS_FIPS], endpoint("https://elsewhere.example", IS_DUAL_STACK)), ELSEWHERE],
    ),
    "test a parameter that is never supplied": (
        """
        return Endpoint(url="https://plain.example")
        """,
        [
            endpoint("https://{AccountId}.example", call("isSet", ref("AccountId"))),
            error("stream", call("isValidHostLabel", ref("StreamName"), FALSE)),
            error("not a stream", call("not", call("stringEquals", ref("StreamName"), "a"))),
            error("kind", call("not", call("stringEquals", ref("Kind"), "plain"))),
            endpoint("https://{Kind}.example"),
        ],
    ),
    "condition on a value that may be unset": (
        """
        if region is not None and not is_valid_host_label(region, allow_sub_domains=True):
            raise EndpointError("bad region")
        return Endpoint(url="https://elsewhere.example")
        """,
        [
            error("bad region", call("not", call("isValidHostLabel", ref("Region"), TRUE))),
            ELSEWHERE,
        ],
    ),
    "error first, with a name": (
        """
        if (url := parse_url("https://mars.example")) is None:
            raise EndpointError("no mars")
        return Endpoint(url=f"https://{url.authority}")
        """,
        [
            endpoint(
                "https://{url#authority}",
                assign("url", call("parseURL", "https://mars.example")),
            ),
            error("no mars"),
        ],
    ),
}


@pytest.mark.parametrize(("expected", "rules"), STATEMENTS.values(), ids=STATEMENTS)
def test_simplified(expected: str, rules: list[Json]) -> None:
    """Known, repeated and unused conditions do not appear in the statements."""
    assert dedent(expected).lstrip("\n") == statements(*rules)
