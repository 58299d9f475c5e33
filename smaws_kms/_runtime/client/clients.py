"""The clients that generated ones build on.

A constructor does no I/O: connections, settings and credentials are made or found by the first call.
"""

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self, TypeAlias, TypeVar

from smaws_kms._runtime.auth.provider_functions import CredentialsArgument as AsyncCredentials
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.async_driver import AsyncDriver
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.readiness import CheckError, Readiness, check_steps
from smaws_kms._runtime.call.sync_driver import SyncDriver
from smaws_kms._runtime.client.arguments import ClientArguments
from smaws_kms._runtime.client.base import ClientBase, Shared
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.config.settings import Options
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_api import AsyncHttpSource, SyncHttpSource
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.serde.validation import Validate
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.values import Credentials, Timeout

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")

SyncCredentials: TypeAlias = Credentials | Callable[[], Credentials] | None


@secretive
class AsyncClient(ClientBase[AsyncHttp]):
    """Base of the generated async clients.

    All arguments are optional; what is left out comes from the environment and the profile, as with
    other AWS SDKs.

    Args:
        region: AWS Region, for example `eu-west-1`. Else `AWS_REGION`, `AWS_DEFAULT_REGION` or the
            profile's.
        credentials: `Credentials`, or a function, async or blocking, that returns
            them. Else the environment, or whatever botocore finds: profile, SSO, assumed role, web
            identity, process, container, instance.
        profile: Name of the profile in the AWS config files. Else `AWS_PROFILE` or
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: Where to send requests instead of to AWS. Else `AWS_ENDPOINT_URL_<SERVICE>`,
            `AWS_ENDPOINT_URL` or the profile's.
        headers: Extra headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Else `AWS_USE_FIPS_ENDPOINT` or the profile's.
        use_dual_stack: Whether to use the endpoint that has IPv6 too. Else
            `AWS_USE_DUALSTACK_ENDPOINT` or the profile's.
        validate: What to check before sending: `basic` what the service can never accept, `full`
            every limit of the model, `off` nothing.
        timeout: Time limits, or the limit of the whole call in seconds. Default `Timeout()`, with the
            limit for connections that `AWS_DEFAULTS_MODE` or the profile chooses.
        retry: What to do about failures that may pass. Else `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`,
            or the profile's.
        http: `httpx.AsyncClient` or `httpx.AsyncBaseTransport`, or one of httpx2's, to send through; it
            is never closed.
        app_id: Name of your application, for the user agent. Else `AWS_SDK_UA_APP_ID` or the profile's.

    Raises:
        TypeError: an argument has the wrong type.
    """

    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: AsyncCredentials = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate = "basic",
        timeout: Timeout | float | None = None,
        retry: RetryPolicy | None = None,
        http: AsyncHttpSource | None = None,
        app_id: str | None = None,
    ) -> None:
        options = Options(
            region=region,
            profile=profile,
            endpoint_url=endpoint_url,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            app_id=app_id,
            retry=retry,
        )
        arguments = ClientArguments(
            options=options,
            credentials=credentials,
            headers=headers,
            validate=validate,
            timeout=timeout,
            http=http,
        )
        origin = CredentialProviders(credentials, blocking=False, profile=profile)
        shared = Shared(AsyncHttp(http, self.service.engine_switch), self._source(origin))
        config = ConfigResolver(self.service, arguments.options, arguments.headers)
        self._set_up(arguments, shared, config, owns=True)

    async def perform(
        self, operation: OperationModel[Req, Res, Exc], request: Req
    ) -> Result[Res, Exc]:
        """Send a request; `Operation.request` is the typed way here."""
        self._check_open()
        return await self._driver.run(Call(self._context, operation, request).steps())

    async def check(self) -> Result[Readiness, CheckError]:
        """Find region, endpoint and credentials as a call would, and send nothing to the service.

        For programs that had rather not start than fail with their first call.

        Returns:
            `Ok` with what was found and where, or `Err` with what is missing.
        """
        self._check_open()
        return await self._driver.run(check_steps(self._context))

    def _make_driver(self) -> None:
        self._driver = AsyncDriver(self._shared.http, self._shared.credentials, self._config)

    async def aclose(self) -> None:
        """Close the connections, unless you brought them. A derived client closes nothing."""
        if self._owns and not self._shared.closed:
            self._shared.closed = True
            await self._shared.http.aclose()

    async def __aenter__(self) -> Self:
        self._check_open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()


@secretive
class SyncClient(ClientBase[SyncHttp]):
    """Base of the generated blocking clients.

    All arguments are optional; what is left out comes from the environment and the profile, as with
    other AWS SDKs.

    Args:
        region: AWS Region, for example `eu-west-1`. Else `AWS_REGION`, `AWS_DEFAULT_REGION` or the
            profile's.
        credentials: `Credentials`, or a function that returns them. Else the environment, or whatever
            botocore finds: profile, SSO, assumed role, web identity, process, container, instance.
        profile: Name of the profile in the AWS config files. Else `AWS_PROFILE` or
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: Where to send requests instead of to AWS. Else `AWS_ENDPOINT_URL_<SERVICE>`,
            `AWS_ENDPOINT_URL` or the profile's.
        headers: Extra headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Else `AWS_USE_FIPS_ENDPOINT` or the profile's.
        use_dual_stack: Whether to use the endpoint that has IPv6 too. Else
            `AWS_USE_DUALSTACK_ENDPOINT` or the profile's.
        validate: What to check before sending: `basic` what the service can never accept, `full`
            every limit of the model, `off` nothing.
        timeout: Time limits, or the limit of the whole call in seconds. Default `Timeout()`, with the
            limit for connections that `AWS_DEFAULTS_MODE` or the profile chooses.
        retry: What to do about failures that may pass. Else `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`,
            or the profile's.
        http: `httpx.Client` or `httpx.BaseTransport`, or one of httpx2's, to send through; it
            is never closed.
        app_id: Name of your application, for the user agent. Else `AWS_SDK_UA_APP_ID` or the profile's.

    Raises:
        TypeError: an argument has the wrong type.
    """

    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: SyncCredentials = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate = "basic",
        timeout: Timeout | float | None = None,
        retry: RetryPolicy | None = None,
        http: SyncHttpSource | None = None,
        app_id: str | None = None,
    ) -> None:
        options = Options(
            region=region,
            profile=profile,
            endpoint_url=endpoint_url,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            app_id=app_id,
            retry=retry,
        )
        arguments = ClientArguments(
            options=options,
            credentials=credentials,
            headers=headers,
            validate=validate,
            timeout=timeout,
            http=http,
        )
        origin = CredentialProviders(credentials, blocking=True, profile=profile)
        shared = Shared(SyncHttp(http, self.service.engine_switch), self._source(origin))
        config = ConfigResolver(self.service, arguments.options, arguments.headers)
        self._set_up(arguments, shared, config, owns=True)

    def perform(self, operation: OperationModel[Req, Res, Exc], request: Req) -> Result[Res, Exc]:
        """Send a request; `Operation.request_sync` is the typed way here."""
        self._check_open()
        return self._driver.run(Call(self._context, operation, request).steps())

    def check(self) -> Result[Readiness, CheckError]:
        """Find region, endpoint and credentials as a call would, and send nothing to the service.

        For programs that had rather not start than fail with their first call.

        Returns:
            `Ok` with what was found and where, or `Err` with what is missing.
        """
        self._check_open()
        return self._driver.run(check_steps(self._context))

    def _make_driver(self) -> None:
        self._driver = SyncDriver(self._shared.http, self._shared.credentials, self._config)

    def close(self) -> None:
        """Close the connections, unless you brought them. A derived client closes nothing."""
        if self._owns and not self._shared.closed:
            self._shared.closed = True
            self._shared.http.close()

    def __enter__(self) -> Self:
        self._check_open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
