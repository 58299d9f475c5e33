"""Features of calls that KMS does not use: idempotency tokens, host prefixes, awsQuery codes."""

import json
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest

import smaws_kms as kms
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.call.effects import GetConfig, GetCredentials, Send
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from smaws_kms._runtime.serde.aws_json import decode
from smaws_kms._runtime.serde.request_body import request_headers
from tests.unit.example_service import Request, config, operation, service

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def _sent(called: Operation[Request, None, Any], request: Request) -> WireRequest | kms.SmawsError:
    """Run a call up to its first request, or to its error."""
    clock = Clock(now=lambda: NOW, monotonic=lambda: 0.0)
    tokens = iter(["first", "second"])
    random = Random(new_id=lambda: next(tokens), draw=lambda: 1.0)
    context = CallContext("basic", kms.Timeout(), clock, random, SharedState())
    steps = Call(context, called, request).steps()
    returned: dict[type, object] = {
        GetConfig: config("https://hand.example"),
        GetCredentials: kms.Credentials("a", "b"),
    }
    try:
        effect: Any = next(steps)
        while not isinstance(effect, Send):
            effect = steps.send(returned[type(effect)])
    except StopIteration as end:
        error: kms.SmawsError = end.value.err
        return error
    return effect.request


def _body(called: Operation[Request, None, Any], request: Request) -> object:
    sent = _sent(called, request)
    assert isinstance(sent, WireRequest)
    return json.loads(sent.body)


def test_missing_token_is_filled_in() -> None:
    """A missing token is filled in; the user's request object stays unchanged."""
    called, request = operation(idempotency_token="token"), Request()

    assert {"Token": "first"} == _body(called, request)
    assert request.token is None


def test_token_of_the_user_is_kept() -> None:
    """A token of the user is sent unchanged, each time the request is sent."""
    called, request = operation(idempotency_token="token"), Request(token="mine")

    assert [{"Token": "mine"}] * 2 == [_body(called, request) for _ in range(2)]


def test_operation_without_token_gets_none() -> None:
    """Operations without an idempotency token get none."""
    assert {} == _body(operation(), Request())


def test_prefix_is_sent_and_signed() -> None:
    """URL and `Host` have the prefix."""
    sent = _sent(operation(host_prefix="data."), Request())
    assert isinstance(sent, WireRequest)

    assert ("https://data.hand.example", "data.hand.example") == (sent.url, sent.headers["Host"])


def test_invalid_label_ends_the_call() -> None:
    """A label that is not valid in a host name is an error, and nothing is sent."""
    error = _sent(operation(host_prefix="{label}."), Request(label="a.b"))

    assert isinstance(error, kms.RequestValidationError)


class Gone(kms.ServiceError):
    """A modelled error whose code differs from its class name."""

    wire_name: ClassVar[str] = "QueueGone"


def _decoded(
    headers: dict[str, str], *, compatible: bool = True, status: int = 400
) -> kms.ServiceError:
    called = operation(Gone, of=service(query_compatible=compatible))
    body = b'{"__type": "com.amazonaws.hand#QueueGone", "message": "no such queue"}'
    error = decode(called, WireResponse(status, headers, body))
    assert isinstance(error, kms.ServiceError)
    return error


def test_query_code_with_the_class_of_the_body() -> None:
    """The code comes from the query header, the class from the body."""
    error = _decoded({"x-amzn-query-error": "Old.QueueGone;Sender"})

    assert (Gone, "Old.QueueGone", "no such queue") == (type(error), error.code, error.message)


@pytest.mark.parametrize("headers", [{}, {"x-amzn-query-error": ""}, {"x-amzn-query-error": ";"}])
def test_without_that_header_the_name_is_the_code(headers: dict[str, str]) -> None:
    """Without the query header, the body's name is the code."""
    assert "QueueGone" == _decoded(headers).code


def test_other_services_ignore_that_header() -> None:
    """Services without the trait ignore the header."""
    error = _decoded({"x-amzn-query-error": "Old.QueueGone;Sender"}, compatible=False)

    assert "QueueGone" == error.code


def test_unmodelled_error_has_the_fault_of_awsquery() -> None:
    """For an unmodelled error, `Receiver` in the header is a server fault."""
    called = operation(of=service(query_compatible=True))
    response = WireResponse(400, {"x-amzn-query-error": "Old.Broken;Receiver"}, b"")
    error = decode(called, response)
    assert isinstance(error, kms.UnmodeledServiceError)

    assert ("Old.Broken", "server") == (error.code, error.fault)


@pytest.mark.parametrize(("expected", "compatible"), [("true", True), (None, False)])
def test_header_asks_for_query_codes(
    expected: str | None,
    compatible: bool,  # noqa: FBT001  # pytest passes it
) -> None:
    """Requests have the header that asks for the old codes."""
    headers = request_headers(operation(of=service(query_compatible=compatible)))

    assert expected == headers.get("x-amzn-query-mode")
    assert "application/x-amz-json-1.0" == headers["content-type"]
