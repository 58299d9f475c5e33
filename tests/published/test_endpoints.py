"""The endpoint cases of KMS, from botocore's archive."""

from collections.abc import Iterator

import pytest

from codegen.support.json_values import JsonObject, read_json
from smaws_kms._generated.endpoints import resolve_endpoint
from tests.codegen.endpoint_rules.endpoint_cases import outcome, parameters, published_cases
from tests.published.archive import ENDPOINTS, NOT_THERE, files


def cases() -> Iterator[object]:
    """Yield each case; none if the archive was not downloaded."""
    for path in files(ENDPOINTS, "endpoint-tests-*.json"):
        yield from published_cases(read_json(path))


@pytest.mark.parametrize(
    ("values", "expected"), [*cases()] or [pytest.param({}, None, marks=NOT_THERE)]
)
def test_endpoint(values: JsonObject, expected: object) -> None:
    """The settings resolve to the endpoint or the error of the case."""
    assert expected == outcome(resolve_endpoint, parameters(values))
