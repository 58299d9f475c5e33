"""botocore's awsJson cases for responses and errors."""

from typing import Any, Final

import httpx
import pytest

import smaws_kms as kms
from tests.published.archive import NOT_THERE
from tests.published.calling import AnyResult, Service, call, operation_of
from tests.published.conftest import PackageOf
from tests.published.protocol_cases import ProtocolCase, protocol_cases

CASES: Final = [*protocol_cases("output")]
RESPONSES: Final = [pytest.param(case, id=case.id) for case in CASES if "error" not in case.facts]
ERRORS: Final = [pytest.param(case, id=case.id) for case in CASES if "error" in case.facts]


def call_with_response(case: ProtocolCase, package_of: PackageOf) -> AnyResult:
    """Call the operation, and let the server send the case's response."""
    response = case.facts["response"]
    service = Service(
        httpx.Response(
            response["status_code"],
            headers=response.get("headers", {}),
            content=response.get("body", "").encode(),
        )
    )
    return call(package_of(case.suite), case, {}, service)


@pytest.mark.parametrize("case", RESPONSES or [pytest.param(None, marks=NOT_THERE)])
def test_response(case: ProtocolCase, package_of: PackageOf) -> None:
    """The response is parsed to the values of the case."""
    value = call_with_response(case, package_of).unwrap()
    output = operation_of(package_of(case.suite), case).output
    result = case.wire(case.facts["result"], "output")
    expected = result if output is None else kms.to_wire(kms.from_wire(output, result))

    assert expected == ({} if value is None else kms.to_wire(value))


@pytest.mark.parametrize("case", ERRORS or [pytest.param(None, marks=NOT_THERE)])
def test_error(case: ProtocolCase, package_of: PackageOf) -> None:
    """The response is parsed to the error of the case: class, code, message and members."""
    error: Any = call_with_response(case, package_of).err
    message = case.facts.get("errorMessage", "")

    assert case.operation["errors"][0]["shape"] == type(error).__name__
    assert (case.facts["errorCode"], message) == (error.code, error.message)
    assert {name.lower(): value for name, value in case.facts["error"].items()} == members(error)


def members(error: kms.ServiceError) -> dict[str, object]:
    """Return the members of an error as wire JSON, by names without underscores."""
    return {
        name.replace("_", ""): kms.converter.unstructure(value)
        for name, value in error.members().items()
        if value not in (None, "")
    }
