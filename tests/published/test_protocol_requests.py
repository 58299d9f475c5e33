"""botocore's awsJson cases for requests."""

import json
from typing import Final

import httpx
import pytest

from tests.published.archive import NOT_THERE
from tests.published.calling import Service, call
from tests.published.conftest import PackageOf
from tests.published.protocol_cases import Facts, ProtocolCase, protocol_cases

CASES: Final = [pytest.param(case, id=case.id) for case in protocol_cases("input")]


@pytest.mark.parametrize("case", CASES or [pytest.param(None, marks=NOT_THERE)])
def test_request(case: ProtocolCase, package_of: PackageOf) -> None:
    """The operation sends the request of the case."""
    service = Service(httpx.Response(200, json={}))
    call(package_of(case.suite), case, case.facts["params"], service)
    (request,) = service.requests

    assert expected_parts(case.facts["serialized"]) == parts_of(request, case.facts["serialized"])


def expected_parts(serialized: Facts) -> Facts:
    """Return the expected parts of a request."""
    return {
        "method": serialized["method"],
        "path": serialized["uri"],
        "host": serialized.get("host", "example.com").partition("/")[0],
        "headers": {name.lower(): value for name, value in serialized.get("headers", {}).items()},
        "missing": [],
        "forbidden": [],
        "body": json.loads(serialized["body"]) if "body" in serialized else None,
    }


def parts_of(request: httpx.Request, serialized: Facts) -> Facts:
    """Return the same parts of a received request."""
    expected = {name.lower() for name in serialized.get("headers", {})}
    required = serialized.get("requireHeaders", [])
    forbidden = serialized.get("forbidHeaders", [])
    return {
        "method": request.method,
        "path": request.url.raw_path.decode(),
        "host": request.headers["host"],
        "headers": {
            name: value for name, value in request.headers.items() if name.lower() in expected
        },
        "missing": [name for name in required if name not in request.headers],
        "forbidden": [name for name in forbidden if name in request.headers],
        "body": json.loads(request.content) if "body" in serialized else None,
    }
