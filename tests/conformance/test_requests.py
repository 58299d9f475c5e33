"""What Smithy's protocol tests want of requests."""

import gzip
import json

import httpx
import pytest

from tests.conformance.building import build
from tests.conformance.cases import ANSWERS, ERRORS, REQUESTS, Case
from tests.conformance.conftest import Call, Packages, Wire


def test_every_case_is_here() -> None:
    """Nothing is left out: 57 cases about requests, 62 about answers and errors."""
    assert 57 == len(REQUESTS)
    assert 62 == len(ANSWERS) + len(ERRORS)
    assert 57 == len({str(case) for case in REQUESTS})


@pytest.mark.parametrize("case", REQUESTS, ids=str)
def test_request(case: Case, packages: Packages, call: Call) -> None:
    """Method, host, path, query, headers and body are what the case says."""
    operation = getattr(packages[case.service], case.operation)
    wire = Wire(httpx.Response(200))
    call(case, build(operation.input, case.said.get("params", {})), wire)
    (request,) = wire.requests

    _check_address(case, request)
    _check_headers(case, request)
    _check_body(case, request)


def _check_address(case: Case, request: httpx.Request) -> None:
    path, _, query = request.url.raw_path.decode().partition("?")
    host = case.said.get("resolvedHost") or case.said.get("host", "example.com").partition("/")[0]

    assert case.said["method"] == request.method
    assert case.said["uri"] == path
    assert "&".join(case.said.get("queryParams", [])) == query
    assert (host, host) == (request.url.host, request.headers["host"])


def _check_headers(case: Case, request: httpx.Request) -> None:
    expected = case.said.get("headers", {})

    assert expected == {name: request.headers.get(name) for name in expected}
    assert all(name in request.headers for name in case.said.get("requireHeaders", []))
    assert not any(name in request.headers for name in case.said.get("forbidHeaders", []))


def _check_body(case: Case, request: httpx.Request) -> None:
    body = request.content
    if request.headers.get("content-encoding") == "gzip":
        # The case has no body: what counts is that it is compressed, and what is in it.
        sent = json.loads(gzip.decompress(body))
        assert case.said["params"] == sent
    elif "body" in case.said:
        assert json.loads(case.said["body"]) == json.loads(body)
