"""Every operation in every call style: the request that is sent, and the decoded response."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import attrs
import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.absent_members import build
from smaws_kms._runtime.serde.fields import member_of
from tests.operations.call_styles import CallStyle, each_call_style, each_client
from tests.operations.facts import NEEDS_MODEL, OPERATIONS, SHAPES, AnyOperation, each_operation
from tests.operations.fake_kms import (
    CREDENTIALS,
    REQUEST_ID,
    FakeKms,
    http_response,
    signed_by_botocore,
)
from tests.operations.values import filled, filled_from_the_future, minimal, required_members
from tests.operations.wire_json import python_name, wire_json

HOST: Final = b"kms.eu-west-1.amazonaws.com"
WITH_OUTPUT: Final = [operation for operation in OPERATIONS.values() if operation.output]
WITHOUT_OUTPUT: Final = [operation for operation in OPERATIONS.values() if not operation.output]

each_with_output: Final = pytest.mark.parametrize(
    "operation", WITH_OUTPUT, ids=[operation.name for operation in WITH_OUTPUT]
)
each_without_output: Final = pytest.mark.parametrize(
    "operation", WITHOUT_OUTPUT, ids=[operation.name for operation in WITHOUT_OUTPUT]
)


def full_response(operation: AnyOperation) -> tuple[Any, Any]:
    """Return the response with every member set, and its wire JSON."""
    if operation.output is None:
        return None, {}
    response = filled(operation.output, seed=1000)
    return response, wire_json(response)


@NEEDS_MODEL
def test_every_operation_of_the_model() -> None:
    """The package has every operation of the model, so these tests cover all of them."""
    modelled = {
        name.partition("#")[2] for name, shape in SHAPES.items() if shape["type"] == "operation"
    }

    assert modelled == set(OPERATIONS)


@each_call_style
@each_operation
async def test_request_on_the_wire(operation: AnyOperation, call: CallStyle) -> None:
    """A request with every member set arrives with exactly these headers and this body."""
    request = filled(operation.input)
    service = FakeKms([http_response(full_response(operation)[1])])
    earliest = datetime.now(UTC).replace(microsecond=0)

    (await call(service, operation, request)).unwrap()

    (received,) = service.requests
    headers = dict(received.headers)
    url = received.url
    signed_at = datetime.strptime(headers["x-amz-date"], "%Y%m%dT%H%M%S%z")

    assert ("POST", "https", HOST, b"/") == (received.method, url.scheme, url.netloc, url.raw_path)
    assert wire_json(request) == service.bodies[0]
    assert timedelta() <= signed_at - earliest <= timedelta(minutes=1)
    assert headers.pop("user-agent").startswith(f"smaws-kms/{kms.__version__} ")
    assert {
        "host": HOST.decode(),
        "accept-encoding": "identity",
        "content-type": "application/x-amz-json-1.1",
        "content-length": str(len(received.content)),
        "x-amz-target": f"TrentService.{operation.name}",
        "x-amz-date": headers["x-amz-date"],
        "x-amz-security-token": CREDENTIALS.session_token,
        "amz-sdk-invocation-id": str(UUID(headers["amz-sdk-invocation-id"])),
        "amz-sdk-request": "attempt=1; max=1",
        "authorization": signed_by_botocore(received),
    } == headers


@each_call_style
@each_operation
async def test_full_response(operation: AnyOperation, call: CallStyle) -> None:
    """A response with every member set is decoded completely."""
    expected, body = full_response(operation)

    result = await call(FakeKms([http_response(body)]), operation, filled(operation.input))

    metadata = result.metadata
    assert kms.Ok(expected) == result
    assert (REQUEST_ID, 200) == (metadata.request_id, metadata.status_code)
    assert "application/x-amz-json-1.1" == metadata.headers["content-type"]
    assert (kms.Attempt(status_code=200),) == metadata.attempts
    assert 0 <= metadata.elapsed < 60


@each_call_style
@each_operation
async def test_minimal_request(operation: AnyOperation, call: CallStyle) -> None:
    """A request with only the required members sends only these."""
    request = minimal(operation.input)
    required = set(required_members(operation.input))
    service = FakeKms([http_response(full_response(operation)[1])])

    (await call(service, operation, request)).unwrap()

    (body,) = service.bodies
    assert wire_json(request) == body
    assert required == {python_name(operation.input, name) for name in body}


@NEEDS_MODEL
@each_operation
def test_required_members_of_the_model(operation: AnyOperation) -> None:
    """A request requires exactly the members that the model requires."""
    members = SHAPES[f"com.amazonaws.kms#{operation.input.__name__}"]["members"]
    required = {
        python_name(operation.input, name)
        for name, member in members.items()
        if "smithy.api#required" in member.get("traits", {})
    }

    assert required == set(required_members(operation.input))


@each_client
@pytest.mark.parametrize("body", [b"", b"{}", b'{"New": 1}'], ids=["empty", "object", "more"])
@each_without_output
async def test_response_of_an_operation_without_output(
    operation: AnyOperation, body: bytes, call: CallStyle
) -> None:
    """The value is `None`, whatever the body of the response is."""
    result = await call(FakeKms([http_response(body)]), operation, filled(operation.input))

    assert kms.Ok(None) == result


@each_client
@each_with_output
async def test_response_of_a_later_service(operation: AnyOperation, call: CallStyle) -> None:
    """Unknown members are ignored, unknown values of enums are kept, `null` means absent."""
    assert operation.output is not None
    expected = filled_from_the_future(operation.output)
    body = {**wire_json(expected), "FromTheFuture": {"Nested": [1, None]}, "AlsoNew": None}

    result = await call(FakeKms([http_response(body)]), operation, filled(operation.input))

    assert kms.Ok(expected) == result


@each_client
@pytest.mark.parametrize("body", [b"", b"{}"], ids=["empty", "object"])
@each_with_output
async def test_response_without_members(
    operation: AnyOperation, body: bytes, call: CallStyle
) -> None:
    """A response without members has defaults, or is an error that names the missing member."""
    assert operation.output is not None
    facts = {field.name: member_of(field) for field in attrs.fields(operation.output)}
    withheld = [name for name, it in facts.items() if it.replaced_by]
    always_sent = {name for name, it in facts.items() if it.always_sent}
    required = [name for name in required_members(operation.output) if name not in always_sent]

    result = await call(FakeKms([http_response(body)]), operation, filled(operation.input))

    if withheld or required:
        assert isinstance(result.err, kms.ResponseParseError)
        first = python_name(operation.output, result.err.path.removeprefix("$."))
        assert (withheld or required)[0] == first
        assert (operation.name, REQUEST_ID) == (result.err.operation, result.err.request_id)
    else:
        assert kms.Ok(build(operation.output, {})) == result
        assert always_sent == {name for name in facts if not hasattr(result.ok, name)}
