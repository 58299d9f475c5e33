"""A failing call on each client, with secrets wherever a call can have them."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias

import httpx
import pytest
from attrs import field, frozen

import smaws_kms as kms
from tests.unit.redaction.secret_markers import holds_secret, planted, secret

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]
Fail: TypeAlias = Callable[["Scene"], Awaitable[kms.Err[Any]]]

CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", secret("key"), secret("token"))
OPERATIONS: Final[dict[str, kms.Operation[Any, Any, Any]]] = {
    name: operation
    for name in dir(kms)
    if isinstance(operation := getattr(kms, name), kms.Operation)
}


def _no_answer(_: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing should be sent")


@frozen(kw_only=True)
class Scene:
    """A call, its handler, and the outcome."""

    error: type[kms.SmawsError]
    answer: Handler = _no_answer
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
    def asked(self) -> Any:
        """Return the request."""
        return planted(self.operation.input) if self.request is None else self.request

    def _arrive(self, request: httpx.Request) -> httpx.Response:
        self.signatures.append(request.headers["authorization"].partition("Signature=")[2])
        return self.answer(request)


async def fail_async(scene: Scene) -> kms.Err[Any]:
    """Make the call on an async client."""
    async with kms.AsyncKMSClient(**scene.arguments) as client:
        return _checked(scene, await scene.operation.request(client, scene.asked))


async def fail_blocking(scene: Scene) -> kms.Err[Any]:
    """Make the call on a blocking client."""
    with kms.KMSClient(**scene.arguments) as client:
        return _checked(scene, scene.operation.request_sync(client, scene.asked))


def _checked(scene: Scene, result: kms.Result[Any, Any]) -> kms.Err[Any]:
    assert isinstance(result, kms.Err)
    assert scene.error is type(result.error), result
    return result


each_client: Final = pytest.mark.parametrize(
    "fail", [fail_async, fail_blocking], ids=["async", "blocking"]
)


def answers(body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Handler:
    """Return a handler that sends a response with a secret in it."""
    sent = {"x-amzn-requestid": "7c1d", **(headers or {})}
    assert holds_secret(body) or any(map(holds_secret, sent.values()))
    return lambda _: httpx.Response(status, headers=sent, content=body)
