"""Smithy's protocol tests of responses."""

from collections.abc import Mapping

import httpx
import pytest

from smaws_kms._runtime.errors import ErrorMember
from tests.conformance.building import build
from tests.conformance.cases import ERRORS, RESPONSES, Case
from tests.conformance.conftest import Call, FakeTransport, Packages
from tests.property.sameness import same


def _transport(case: Case) -> FakeTransport:
    body = case.facts.get("body", "").encode()
    return FakeTransport(
        httpx.Response(case.facts["code"], headers=case.facts.get("headers"), content=body)
    )


@pytest.mark.parametrize("case", RESPONSES, ids=str)
def test_response(case: Case, packages: Packages, call: Call) -> None:
    """The response is decoded to the value of the case."""
    operation = getattr(packages[case.service], case.operation)
    output = operation.output
    expected = None if output is None else build(output, case.facts.get("params", {}))
    result = call(case, operation.input(), _transport(case))

    assert same(expected, result.unwrap())
    assert case.facts.get("headers", {}).get("X-Amzn-Requestid") == result.metadata.request_id


@pytest.mark.parametrize("case", ERRORS, ids=str)
def test_error(case: Case, packages: Packages, call: Call) -> None:
    """The response is decoded to the error of the case, with code, message and members."""
    package = packages[case.service]
    operation = getattr(package, case.operation)
    params = case.facts.get("params", {})
    error = call(case, operation.input(), _transport(case)).err
    assert error is not None

    assert getattr(package, str(case.error)) is type(error)
    assert (case.error, case.facts["code"]) == (error.code, error.status_code)
    assert params.get("Message", params.get("message", "")) == error.message
    members: Mapping[str, ErrorMember] = error.wire_members
    for name, member in members.items():
        assert build(member.type, params.get(member.wire_name)) == getattr(error, name)
