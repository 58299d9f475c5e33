"""Smithy's protocol tests of requests."""

import gzip
import json

import httpx
import pytest

from tests.conformance.building import build
from tests.conformance.cases import ERRORS, REQUESTS, RESPONSES, Case
from tests.conformance.conftest import Call, FakeTransport, Packages


def test_number_of_cases() -> None:
    """There are 57 cases for requests, and 62 for responses and errors."""
    assert 57 == len(REQUESTS)
    assert 62 == len(RESPONSES) + len(ERRORS)
    assert 57 == len({str(case) for case in REQUESTS})


@pytest.mark.parametrize("case", REQUESTS, ids=str)
def test_request(case: Case, packages: Packages, call: Call) -> None:
    """Method, host, path, query, headers and body equal those of the case."""
    operation = getattr(packages[case.service], case.operation)
    transport = FakeTransport(httpx.Response(200))
    call(case, build(operation.input, case.facts.get("params", {})), transport)
    (request,) = transport.requests

    _check_address(case, request)
    _check_headers(case, request)
    _check_body(case, request)


def _check_address(case: Case, request: httpx.Request) -> None:
    path, _, query = request.url.raw_path.decode().partition("?")
    host = case.facts.get("resolvedHost") or case.facts.get("host", "example.com").partition("/")[0]

    assert case.facts["method"] == request.method
    assert case.facts["uri"] == path
    assert "&".join(case.facts.get("queryParams", [])) == query
    assert (host, host) == (request.url.host, request.headers["host"])


def _check_headers(case: Case, request: httpx.Request) -> None:
    expected = case.facts.get("headers", {})

    assert expected == {name: request.headers.get(name) for name in expected}
    assert all(name in request.headers for name in case.facts.get("requireHeaders", []))
    assert not any(name in request.headers for name in case.facts.get("forbidHeaders", []))


def _check_body(case: Case, request: httpx.Request) -> None:
    body = request.content
    if request.headers.get("content-encoding") == "gzip":
        # The case has no body: compare the decompressed content with the parameters.
        sent = json.loads(gzip.decompress(body))
        assert case.facts["params"] == sent
    elif "body" in case.facts:
        assert json.loads(case.facts["body"]) == json.loads(body)
