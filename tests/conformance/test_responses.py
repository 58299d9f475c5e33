"""What Smithy's protocol tests want to be read in answers."""

from collections.abc import Mapping

import httpx
import pytest

from smaws_kms._runtime.errors import ErrorMember
from tests.conformance.building import build, same
from tests.conformance.cases import ANSWERS, ERRORS, Case
from tests.conformance.conftest import Call, Packages, Wire


def _wire(case: Case) -> Wire:
    body = case.said.get("body", "").encode()
    return Wire(httpx.Response(case.said["code"], headers=case.said.get("headers"), content=body))


@pytest.mark.parametrize("case", ANSWERS, ids=str)
def test_response(case: Case, packages: Packages, call: Call) -> None:
    """The answer is read as the value that the case says."""
    operation = getattr(packages[case.service], case.operation)
    output = operation.output
    expected = None if output is None else build(output, case.said.get("params", {}))
    result = call(case, operation.input(), _wire(case))

    assert same(expected, result.unwrap())
    assert case.said.get("headers", {}).get("X-Amzn-Requestid") == result.metadata.request_id


@pytest.mark.parametrize("case", ERRORS, ids=str)
def test_error(case: Case, packages: Packages, call: Call) -> None:
    """The answer is read as the error that the case is about, with code, message and members."""
    package = packages[case.service]
    operation = getattr(package, case.operation)
    params = case.said.get("params", {})
    error = call(case, operation.input(), _wire(case)).err
    assert error is not None

    assert getattr(package, str(case.error)) is type(error)
    assert (case.error, case.said["code"]) == (error.code, error.status_code)
    assert params.get("Message", params.get("message", "")) == error.message
    members: Mapping[str, ErrorMember] = error.wire_members
    for name, member in members.items():
        assert build(member.type, params.get(member.wire_name)) == getattr(error, name)
