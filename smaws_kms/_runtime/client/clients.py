"""Base classes of the generated clients.

Constructors do no I/O: the first call opens connections and resolves settings and credentials.
"""

import ssl
from collections.abc import Coroutine, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.client.arguments import ClientArguments
from smaws_kms._runtime.client.base import ClientBase
from smaws_kms._runtime.client.boto3_arguments import CONSTRUCTOR
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_sources import AsyncHttpSource, SyncHttpSource
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.call_arguments import (
    explain_constructor,
    mark_coroutine_function,
)
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.support.lazy_module import LazyModule, runtime_module
from smaws_kms._runtime.values import (
    AsyncCredentialsSource,
    SyncCredentialsSource,
    Timeout,
    Validate,
)

if TYPE_CHECKING:
    import httpx

    from smaws_kms._runtime.call import async_driver, readiness, sync_driver
else:
    httpx = LazyModule("httpx")
    async_driver = runtime_module("call.async_driver")
    readiness = runtime_module("call.readiness")
    sync_driver = runtime_module("call.sync_driver")

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")


@secretive
@explain_constructor(CONSTRUCTOR)
class AsyncClient(ClientBase[AsyncHttp]):
    """Base of generated async clients, for annotations that accept the client of any service.

    Each generated class documents the constructor's arguments; the texts stand in `ClientArguments`.
    """

    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: AsyncCredentialsSource | None = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate = "basic",
        timeout: Timeout | float | None = None,
        retry: RetryPolicy | None = None,
        ssl_context: ssl.SSLContext | None = None,
        http: AsyncHttpSource | None = None,
        app_id: str | None = None,
    ) -> None:
        arguments = ClientArguments(
            region=region,
            credentials=credentials,
            profile=profile,
            endpoint_url=endpoint_url,
            headers=headers,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            validate=validate,
            timeout=timeout,
            retry=retry,
            ssl_context=ssl_context,
            http=http,
            app_id=app_id,
        )
        providers = CredentialProviders(credentials, blocking=False, profile=profile)
        self._start(arguments, AsyncHttp(http, self.service.engine_switch, ssl_context), providers)

    @mark_coroutine_function
    def perform(
        self, operation: OperationModel[Req, Res, Exc], request: Req
    ) -> Coroutine[object, None, Result[Res, Exc]]:
        """Send a request. Prefer `Operation.request`, which checks the type of the request."""
        return self._driver.run(Call(self._context, operation, request).steps())

    async def check(self) -> "Result[readiness.Readiness, readiness.CheckError]":
        """Resolve region, endpoint and credentials as a call would, without sending a request.

        Use it to fail fast at startup.

        Returns:
            `Ok` with the resolved settings and their sources, or `Err` with the reason.

        Raises:
            RuntimeError: The client is closed.
        """
        self._context.check_open()
        return await self._driver.run(readiness.check_steps(self._context))

    @property
    def http(self) -> "httpx.AsyncClient":
        """The httpx client that calls go through, for example to add event hooks to it.

        It is the client that was passed as `http`, or one on the same connections. Once it has been
        asked for, every call passes it, also those of derived clients. Until then calls skip httpx's
        objects, which take time. Closing it closes the connections; this client closes it, unless it
        or its transport was passed as `http`.

        Raises:
            RuntimeError: The client is closed.
        """
        self._context.check_open()
        return self._shared.http.client

    def _make_driver(self) -> None:
        self._driver = async_driver.AsyncDriver(
            self._shared.http, self._shared.credentials, self._config
        )

    async def aclose(self) -> None:
        """Close the connections. Does nothing for a derived client or connections passed as `http`."""
        if self._owns and not self._shared.shared_state.closed:
            self._shared.shared_state.closed = True
            await self._shared.http.aclose()

    async def __aenter__(self) -> Self:
        self._context.check_open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


@secretive
@explain_constructor(CONSTRUCTOR)
class SyncClient(ClientBase[SyncHttp]):
    """Base of generated blocking clients, for annotations that accept the client of any service.

    Each generated class documents the constructor's arguments; the texts stand in `ClientArguments`.
    """

    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: SyncCredentialsSource | None = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate = "basic",
        timeout: Timeout | float | None = None,
        retry: RetryPolicy | None = None,
        ssl_context: ssl.SSLContext | None = None,
        http: SyncHttpSource | None = None,
        app_id: str | None = None,
    ) -> None:
        arguments = ClientArguments(
            region=region,
            credentials=credentials,
            profile=profile,
            endpoint_url=endpoint_url,
            headers=headers,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            validate=validate,
            timeout=timeout,
            retry=retry,
            ssl_context=ssl_context,
            http=http,
            app_id=app_id,
        )
        providers = CredentialProviders(credentials, blocking=True, profile=profile)
        self._start(arguments, SyncHttp(http, self.service.engine_switch, ssl_context), providers)

    def perform(self, operation: OperationModel[Req, Res, Exc], request: Req) -> Result[Res, Exc]:
        """Send a request. Prefer `Operation.request_sync`, which checks the type of the request."""
        return self._driver.run(Call(self._context, operation, request).steps())

    def check(self) -> "Result[readiness.Readiness, readiness.CheckError]":
        """Resolve region, endpoint and credentials as a call would, without sending a request.

        Use it to fail fast at startup.

        Returns:
            `Ok` with the resolved settings and their sources, or `Err` with the reason.

        Raises:
            RuntimeError: The client is closed.
        """
        self._context.check_open()
        return self._driver.run(readiness.check_steps(self._context))

    @property
    def http(self) -> "httpx.Client":
        """The httpx client that calls go through, for example to add event hooks to it.

        It is the client that was passed as `http`, or one on the same connections. Once it has been
        asked for, every call passes it, also those of derived clients. Until then calls skip httpx's
        objects, which take time. Closing it closes the connections; this client closes it, unless it
        or its transport was passed as `http`.

        Raises:
            RuntimeError: The client is closed.
        """
        self._context.check_open()
        return self._shared.http.client

    def _make_driver(self) -> None:
        self._driver = sync_driver.SyncDriver(
            self._shared.http, self._shared.credentials, self._config
        )

    def close(self) -> None:
        """Close the connections. Does nothing for a derived client or connections passed as `http`."""
        if self._owns and not self._shared.shared_state.closed:
            self._shared.shared_state.closed = True
            self._shared.http.close()

    def __enter__(self) -> Self:
        self._context.check_open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


publish(globals(), names=("AsyncClient", "SyncClient"))
