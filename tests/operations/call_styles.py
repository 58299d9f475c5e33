"""Every style of calling an operation: client methods (also over httpx2) and `Operation.request`."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeAlias

import pytest

import smaws_kms as kms
from tests.loops import on_loop
from tests.operations.facts import AnyOperation, method_name
from tests.operations.fake_kms import FakeKms
from tests.operations.values import members_of

AnyResult: TypeAlias = kms.Result[Any, Any]
CallStyle: TypeAlias = Callable[[FakeKms, AnyOperation, Any], Awaitable[AnyResult]]
Series: TypeAlias = Callable[[FakeKms, AnyOperation, Any, int], Awaitable[list[AnyResult]]]
"""Makes the same request several times with one client."""


async def async_method(service: FakeKms, operation: AnyOperation, request: Any) -> AnyResult:
    """Call `await client.encrypt(...)`."""
    async with service.async_client() as client:
        method = getattr(client, method_name(operation))
        result: AnyResult = await method(**members_of(request))
        return result


async def async_operation(service: FakeKms, operation: AnyOperation, request: Any) -> AnyResult:
    """Call `await kms.Encrypt.request(client, ...)`."""
    async with service.async_client() as client:
        return await operation.request(client, request)


async def blocking_method(service: FakeKms, operation: AnyOperation, request: Any) -> AnyResult:
    """Call `client.encrypt(...)`."""
    with service.client() as client:
        method = getattr(client, method_name(operation))
        result: AnyResult = method(**members_of(request))
        return result


async def blocking_operation(service: FakeKms, operation: AnyOperation, request: Any) -> AnyResult:
    """Call `kms.Encrypt.request_sync(client, ...)`."""
    with service.client() as client:
        return operation.request_sync(client, request)


async def async_over_httpx2(service: FakeKms, operation: AnyOperation, request: Any) -> AnyResult:
    """Call `await client.encrypt(...)` with an httpx2 transport."""
    return await async_method(service.over_httpx2(), operation, request)


async def blocking_over_httpx2(
    service: FakeKms, operation: AnyOperation, request: Any
) -> AnyResult:
    """Call `client.encrypt(...)` with an httpx2 transport."""
    return await blocking_method(service.over_httpx2(), operation, request)


async def async_series(
    service: FakeKms, operation: AnyOperation, request: Any, times: int
) -> list[AnyResult]:
    """Call `await kms.Encrypt.request(client, ...)` several times."""
    async with service.async_client() as client:
        return [await operation.request(client, request) for _ in range(times)]


async def blocking_series(
    service: FakeKms, operation: AnyOperation, request: Any, times: int
) -> list[AnyResult]:
    """Call `kms.Encrypt.request_sync(client, ...)` several times."""
    with service.client() as client:
        return [operation.request_sync(client, request) for _ in range(times)]


_CALL_STYLES: Final[dict[str, CallStyle]] = {
    "await client.method": async_method,
    "await Operation.request": async_operation,
    "client.method": blocking_method,
    "Operation.request_sync": blocking_operation,
    "await client.method, httpx2": async_over_httpx2,
    "client.method, httpx2": blocking_over_httpx2,
}
_OPERATION_STYLES: Final[dict[str, CallStyle]] = {
    "async": async_operation,
    "blocking": blocking_operation,
}
_SERIES: Final[dict[str, Series]] = {"async": async_series, "blocking": blocking_series}


def _on_loops(name: str, styles: Mapping[str, object]) -> pytest.MarkDecorator:
    """Parametrize over the styles, async ones on each event loop."""
    rows = [on_loop("asyncio", style, name=each) for each, style in styles.items()]
    rows += [
        on_loop("uvloop", style, name=f"{each} on uvloop")
        for each, style in styles.items()
        if each.startswith(("await", "async"))
    ]
    return pytest.mark.parametrize(("anyio_backend", name), rows, indirect=["anyio_backend"])


each_call_style: Final = _on_loops("call", _CALL_STYLES)
each_client: Final = _on_loops("call", _OPERATION_STYLES)
each_series: Final = _on_loops("series", _SERIES)
