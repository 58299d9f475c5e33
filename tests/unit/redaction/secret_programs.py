"""A failing call on each client, with secrets wherever a call can have them."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias

import httpx
import pytest
from attrs import field, frozen

import smaws_kms as kms
from tests.unit.redaction.secret_markers import holds_secret, planted, secret

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]
Fail: TypeAlias = Callable[["FailingCall"], Awaitable[kms.Err[Any]]]

CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", secret("key"), secret("token"))
OPERATIONS: Final[dict[str, kms.Operation[Any, Any, Any]]] = {
    name: operation
    for name in dir(kms)
    if isinstance(operation := getattr(kms, name), kms.Operation)
}


def _refuse(_: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing should be sent")


@frozen(kw_only=True)
class FailingCall:
    """A call, its handler, and the outcome."""

    error: type[kms.SmawsError]
    respond: Handler = _refuse
    operation: kms.Operation[Any, Any, Any] = kms.Encrypt
    request: Any = None
    """The request. With `None`, every member is set and every sensitive one is a secret."""
    options: Mapping[str, Any] = {}
    """Arguments of the client."""
    headers: bool = False
    """Whether the response's headers hold a secret."""
    signatures: list[str] = field(factory=list[str])
    """The signatures of the requests received."""

    @property
    def arguments(self) -> dict[str, Any]:
        """Return all arguments of the client."""
        transport = httpx.MockTransport(self._arrive)
        defaults = {
            "region": "eu-west-1",
            "credentials": CREDENTIALS,
            "http": transport,
            "retry": kms.RetryPolicy(mode="off"),
        }
        return {**defaults, **self.options}

    @property
    def actual_request(self) -> Any:
        """Return the request."""
        return planted(self.operation.input) if self.request is None else self.request

    def _arrive(self, request: httpx.Request) -> httpx.Response:
        self.signatures.append(request.headers["authorization"].partition("Signature=")[2])
        return self.respond(request)


async def fail_async(call: FailingCall) -> kms.Err[Any]:
    """Make the call on an async client."""
    async with kms.AsyncKMSClient(**call.arguments) as client:
        return _checked(call, await call.operation.request(client, call.actual_request))


async def fail_blocking(call: FailingCall) -> kms.Err[Any]:
    """Make the call on a blocking client."""
    with kms.KMSClient(**call.arguments) as client:
        return _checked(call, call.operation.request_sync(client, call.actual_request))


def _checked(call: FailingCall, result: kms.Result[Any, Any]) -> kms.Err[Any]:
    assert isinstance(result, kms.Err)
    assert call.error is type(result.error), result
    return result


each_client: Final = pytest.mark.parametrize(
    "fail", [fail_async, fail_blocking], ids=["async", "blocking"]
)


def responding(
    body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Handler:
    """Return a handler that sends a response with a secret in it."""
    sent = {"x-amzn-requestid": "7c1d", **(headers or {})}
    assert holds_secret(body) or any(map(holds_secret, sent.values()))
    return lambda _: httpx.Response(status, headers=sent, content=body)
