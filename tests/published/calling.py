"""Call the operation of a published case with the blocking client of its package."""

from types import ModuleType
from typing import Any, TypeAlias

import httpx

import smaws_kms as kms
from smaws_kms._runtime.client.clients import SyncClient
from tests.published.protocol_cases import Facts, ProtocolCase

AnyResult: TypeAlias = kms.Result[Any, Any]
AnyOperation: TypeAlias = kms.Operation[Any, Any, Any]


class Service:
    """Records requests, and returns a fixed response."""

    def __init__(self, response: httpx.Response) -> None:
        self.requests: list[httpx.Request] = []
        self._response = response

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Record a request, and return the response."""
        self.requests.append(request)
        return self._response


def operation_of(package: ModuleType, case: ProtocolCase) -> AnyOperation:
    """Return the case's operation."""
    operation: AnyOperation = getattr(package, case.operation["name"])
    return operation


def call(package: ModuleType, case: ProtocolCase, params: Facts, service: Service) -> AnyResult:
    """Call the case's operation."""
    operation = operation_of(package, case)
    request = kms.from_wire(operation.input, case.wire(params, "input"))
    with _client(package)(
        region="us-east-1",
        credentials=kms.Credentials("AKIDEXAMPLE", "secret"),
        endpoint_url=case.suite.endpoint_url,
        http=httpx.MockTransport(service),
    ) as client:
        return operation.request_sync(client, request)


def _client(package: ModuleType) -> type[SyncClient]:
    exported = [getattr(package, name) for name in package.__all__]
    (client,) = (
        value for value in exported if isinstance(value, type) and issubclass(value, SyncClient)
    )
    return client
