"""Published endpoint cases as settings, with the expected endpoint or our error."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import pytest

from codegen.support.json_values import JsonObject, list_at, object_at
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters

Resolve: TypeAlias = Callable[[EndpointParameters], Endpoint]

_OUR_WORDS: Final = {
    "Invalid Configuration: Dualstack and custom endpoint are not supported": (
        "use_dual_stack cannot be combined with a custom endpoint"
    ),
    "Invalid Configuration: FIPS and custom endpoint are not supported": (
        "use_fips cannot be combined with a custom endpoint"
    ),
    "Invalid Configuration: Missing Region": "no region is set",
}


def parameters(values: JsonObject) -> EndpointParameters:
    """Return settings for the parameters of a rule set."""
    region, endpoint = values.get("Region"), values.get("Endpoint")
    return EndpointParameters(
        region=region if isinstance(region, str) else None,
        endpoint=endpoint if isinstance(endpoint, str) else None,
        use_fips=values.get("UseFIPS") is True,
        use_dual_stack=values.get("UseDualStack") is True,
    )


def outcome(resolve: Resolve, settings: EndpointParameters) -> object:
    """Return the endpoint, or the error's message."""
    try:
        return resolve(settings)
    except EndpointError as error:
        return str(error)


def published_cases(tests: JsonObject) -> Iterator[object]:
    """Yield each case of `endpointTests`, from a trait or a file of botocore."""
    for item in list_at(tests["testCases"], "cases"):
        case = object_at(item, "case")
        expect = object_at(case["expect"], "expect")
        expected = (
            _OUR_WORDS[str(expect["error"])]
            if "error" in expect
            else Endpoint(url=str(object_at(expect["endpoint"], "endpoint")["url"]))
        )
        yield pytest.param(case.get("params", {}), expected, id=str(case["documentation"]))
