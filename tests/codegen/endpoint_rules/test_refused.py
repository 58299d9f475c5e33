"""Rule sets and partitions that cannot be compiled: each error names the faulty part."""

import re
from typing import Final

import pytest

from codegen.support.errors import GeneratorError
from codegen.support.json_values import Json, JsonObject
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
    AWS,
    ELSEWHERE,
    FALSE,
    HAS_REGION,
    PARAMETERS,
    PARTITION,
    assign,
    attribute,
    call,
    endpoint,
    error,
    ref,
    render,
)

RULES: Final[dict[str, Json]] = {
    "expected a rule of type endpoint, error or tree, found 'forest'": {
        "type": "forest",
        "conditions": [],
    },
    "endpoint rules[0]: expected an object, found 3": 3,
    "function 'aws.isOnMars'": error("no", call("aws.isOnMars", "bucket")),
    "coalesce: expected values of one type, got string and bool": error(
        "no", HAS_REGION, call("coalesce", ref("Endpoint"), FALSE)
    ),
    "ite: expected values of one type, got string and bool": error(
        "no", call("ite", ref("UseFIPS"), "x", FALSE)
    ),
    "function 'coalesce'": error("no", call("coalesce", "alone")),
    "assign: expected an identifier, found 'x = print()'": error(
        "no", assign("x = print()", call("parseURL", "x"))
    ),
    "substring: expected arguments ('string', 'int', 'int', 'bool'), got ('string', 'int')": error(
        "no", call("substring", "text", 1)
    ),
    "function 'stringEquals'": error("no", call("stringEquals", "alone")),
    "unknown reference 'Bucket'": error("no", call("isSet", ref("Bucket"))),
    "unknown reference 'Buckets'": endpoint("https://{Buckets}.example"),
    "cannot read the template 'a {'": error("a {"),
    "region is used where it may be unset": endpoint("https://{Region}.example"),
    "partition has no member 'colour'": error("{PartitionResult#colour}", HAS_REGION, PARTITION),
    "cannot read the path 'name['": error(
        "no", HAS_REGION, PARTITION, attribute("PartitionResult", "name[")
    ),
    "'PartitionResult' is assigned twice": error("no", HAS_REGION, PARTITION, PARTITION),
    "unknown properties retryAttempts": endpoint("https://a.example", retryAttempts=3),
    "headers: unknown properties x-amz-region-set": {
        **ELSEWHERE,
        "endpoint": {"url": "https://a.example", "headers": {"x-amz-region-set": ["*"]}},
    },
    "expected the auth scheme sigv4, found ['sigv4a']": endpoint(
        "https://a.example", authSchemes=[{"name": "sigv4a"}]
    ),
    "auth scheme: unknown properties disableDoubleEncoding": endpoint(
        "https://a.example", authSchemes=[{"name": "sigv4", "disableDoubleEncoding": True}]
    ),
}

PARAMETER: Final[dict[str, JsonObject]] = {
    "parameter New: built-in 'AWS::S3::Accelerate'": {"builtIn": "AWS::S3::Accelerate"},
    "parameter New: default ['*']": {"type": "stringArray", "default": ["*"]},
    "parameter New: default 'mars'": {"builtIn": "AWS::Region", "default": "mars"},
    "parameter New: expected true or false, found 'yes'": {"required": "yes"},
}

PARTITIONS: Final[dict[str, JsonObject]] = {
    "partitions: expected the partition 'aws', found \"aws-cn\"": {**AWS, "id": "aws-cn"},
    "partition aws: supportsFIPS: expected true or false, found None": {
        **AWS,
        "outputs": {"dnsSuffix": "a", "dualStackDnsSuffix": "b", "implicitGlobalRegion": "c"},
    },
    "partition aws: regionRegex: unterminated character set": {**AWS, "regionRegex": "["},
    "partition aws: the region mars has outputs of its own": {
        **AWS,
        "regions": {"mars": {"dnsSuffix": "mars.example"}},
    },
}


@pytest.mark.parametrize(("message", "rule"), RULES.items(), ids=RULES)
def test_rule(message: str, rule: Json) -> None:
    """An unknown construct in a rule stops the generator."""
    with pytest.raises(GeneratorError, match=re.escape(message)):
        render(rule)


@pytest.mark.parametrize(("message", "parameter"), PARAMETER.items(), ids=PARAMETER)
def test_parameter(message: str, parameter: JsonObject) -> None:
    """A parameter that the runtime cannot supply stops the generator."""
    with pytest.raises(GeneratorError, match=re.escape(message)):
        render(ELSEWHERE, parameters={**PARAMETERS, "New": parameter})


@pytest.mark.parametrize(("message", "partition"), PARTITIONS.items(), ids=PARTITIONS)
def test_partition(message: str, partition: JsonObject) -> None:
    """A partition that the runtime cannot represent stops the generator."""
    with pytest.raises(GeneratorError, match=re.escape(message)):
        render(ELSEWHERE, partitions={"partitions": [partition]})
