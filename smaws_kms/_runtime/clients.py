"""The clients that generated ones build on.

A constructor does no I/O: connections, settings and credentials are made or found by the first call.
"""

import time
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, Final, Generic, Self, TypeAlias, TypeVar

from attrs import define

from smaws_kms._runtime.async_driver import AsyncDriver
from smaws_kms._runtime.call import Call, Clock, Rules
from smaws_kms._runtime.credential_origin import CredentialOrigin
from smaws_kms._runtime.credential_providers import CredentialsArgument as AsyncCredentials
from smaws_kms._runtime.credentials import CredentialSource
from smaws_kms._runtime.destination import DestinationSource
from smaws_kms._runtime.given import Given
from smaws_kms._runtime.http import AsyncHttp, AsyncHttpSource, SyncHttp, SyncHttpSource
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.service import Service
from smaws_kms._runtime.settings import Options
from smaws_kms._runtime.sync_driver import SyncDriver
from smaws_kms._runtime.validation import Validate
from smaws_kms._runtime.values import Credentials, Timeout

if TYPE_CHECKING:
    from smaws_kms._runtime.operations import Operation

Req = TypeVar("Req")
Res = TypeVar("Res")
Exc = TypeVar("Exc")
Http = TypeVar("Http", AsyncHttp, SyncHttp)

SyncCredentials: TypeAlias = Credentials | Callable[[], Credentials] | None

SYSTEM_CLOCK: Final = Clock(now=lambda: datetime.now(UTC), monotonic=time.monotonic)


def new_token() -> str:
    """Return an idempotency token."""
    return str(uuid.uuid4())


@define
class _Shared(Generic[Http]):
    """What a client and those derived from it have in common."""

    http: Http
    credentials: CredentialSource
    closed: bool = False


class _Client(Generic[Http]):
    """What async and blocking clients have in common."""

    service: ClassVar[Service]
    """The service that the client is for."""

    _given: Given
    _shared: _Shared[Http]
    _owns: bool
    _rules: Rules
    _destination: DestinationSource

    def __repr__(self) -> str:
        region = self._given.options.region
        return (
            f"<{type(self).__name__} region={region!r}>" if region else f"<{type(self).__name__}>"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (type(self), self._given.to_pickle(type(self).__name__))

    def with_options(
        self,
        *,
        region: str | None = None,
        endpoint_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        validate: Validate | None = None,
        timeout: Timeout | float | None = None,
        app_id: str | None = None,
    ) -> Self:
        """Return a client that differs in these options and shares connections and credentials.

        It is cheap, and closing it does nothing; it ends with the client it was derived from. What is
        `None` stays as it is.

        Args:
            region: AWS Region.
            endpoint_url: Where to send requests instead.
            headers: Extra headers for every request, in place of those given before.
            use_fips: Whether to use the endpoint with FIPS 140 validated cryptography.
            use_dual_stack: Whether to use the endpoint that has IPv6 too.
            validate: How much to check before sending.
            timeout: Time limits, or the limit of the whole call in seconds.
            app_id: Name of your application, for the user agent.
        """
        options = {
            "region": region,
            "endpoint_url": endpoint_url,
            "use_fips": use_fips,
            "use_dual_stack": use_dual_stack,
            "app_id": app_id,
        }
        client = object.__new__(type(self))
        given = self._given.changed(options, headers, validate, timeout)
        client._set_up(given, self._shared, owns=False)  # of the same class
        return client

    def _set_up(self, given: Given, shared: _Shared[Http], *, owns: bool) -> None:
        self._given = given
        self._shared = shared
        self._owns = owns
        self._rules = Rules(given.validate, given.timeout, SYSTEM_CLOCK, new_token)
        self._destination = DestinationSource(self.service, given.options, given.headers)

    def _check_open(self) -> None:
        if self._shared.closed:
            raise RuntimeError(f"{type(self).__name__} is closed")


def _unpickled(cls: "type[AsyncClient | SyncClient]", given: Given) -> object:
    options = given.options
    return cls(
        region=options.region,
        credentials=given.credentials,  # type: ignore[arg-type]  # it was this class's argument
        profile=options.profile,
        endpoint_url=options.endpoint_url,
        headers=given.headers,
        use_fips=options.use_fips,
        use_dual_stack=options.use_dual_stack,
        validate=given.validate,
        timeout=given.timeout,
        app_id=options.app_id,
    )


class AsyncClient(_Client[AsyncHttp]):
    """Base of the generated async clients.

    All arguments are optional; what is left out comes from the environment and the profile, as with
    other AWS SDKs.

    Args:
        region: AWS Region, for example `eu-west-1`. Else `AWS_REGION`, `AWS_DEFAULT_REGION` or the
            profile's.
        credentials: `Credentials`, or a function, async or blocking, that returns
            them. Else the environment, or whatever botocore finds: profile, SSO, assumed role, web
            identity, process, container, instance.
        profile: Name of the profile in the AWS config files. Else `AWS_PROFILE`.
        endpoint_url: Where to send requests instead of to AWS. Else `AWS_ENDPOINT_URL_<SERVICE>`,
            `AWS_ENDPOINT_URL` or the profile's.
        headers: Extra headers for every request; they are signed.
        use_fips: Whether to use the endpoint with FIPS 140 validated cryptography. Else
            `AWS_USE_FIPS_ENDPOINT` or the profile's.
        use_dual_stack: Whether to use the endpoint that has IPv6 too. Else
            `AWS_USE_DUALSTACK_ENDPOINT` or the profile's.
        validate: What to check before sending: `basic` what the service can never accept, `full`
            every limit of the model, `off` nothing.
        timeout: Time limits, or the limit of the whole call in seconds. Default `Timeout()`.
        http: `httpx.AsyncClient` or `httpx.AsyncBaseTransport` to send through; it is never closed.
        app_id: Name of your application, for the user agent. Else `AWS_SDK_UA_APP_ID`.

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
        )
        given = Given(
            options=options,
            credentials=credentials,
            headers=headers,
            validate=validate,
            timeout=timeout,
            http=http,
        )
        origin = CredentialOrigin(credentials, blocking=False, profile=profile)
        shared = _Shared(AsyncHttp(http), CredentialSource(origin))
        self._set_up(given, shared, owns=True)

    async def perform(
        self, operation: "Operation[Req, Res, Exc]", request: Req
    ) -> Result[Res, Exc]:
        """Send a request; `Operation.request` is the typed way here."""
        self._check_open()
        shared = self._shared
        driver = AsyncDriver(shared.http, shared.credentials, self._destination)
        return await driver.run(Call(self._rules, operation, request).story())

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


class SyncClient(_Client[SyncHttp]):
    """Base of the generated blocking clients.

    All arguments are optional; what is left out comes from the environment and the profile, as with
    other AWS SDKs.

    Args:
        region: AWS Region, for example `eu-west-1`. Else `AWS_REGION`, `AWS_DEFAULT_REGION` or the
            profile's.
        credentials: `Credentials`, or a function that returns
            them. Else the environment, or whatever botocore finds: profile, SSO, assumed role, web
            identity, process, container, instance.
        profile: Name of the profile in the AWS config files. Else `AWS_PROFILE`.
        endpoint_url: Where to send requests instead of to AWS. Else `AWS_ENDPOINT_URL_<SERVICE>`,
            `AWS_ENDPOINT_URL` or the profile's.
        headers: Extra headers for every request; they are signed.
        use_fips: Whether to use the endpoint with FIPS 140 validated cryptography. Else
            `AWS_USE_FIPS_ENDPOINT` or the profile's.
        use_dual_stack: Whether to use the endpoint that has IPv6 too. Else
            `AWS_USE_DUALSTACK_ENDPOINT` or the profile's.
        validate: What to check before sending: `basic` what the service can never accept, `full`
            every limit of the model, `off` nothing.
        timeout: Time limits, or the limit of the whole call in seconds. Default `Timeout()`.
        http: `httpx.Client` or `httpx.BaseTransport` to send through; it is never closed.
        app_id: Name of your application, for the user agent. Else `AWS_SDK_UA_APP_ID`.

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
        )
        given = Given(
            options=options,
            credentials=credentials,
            headers=headers,
            validate=validate,
            timeout=timeout,
            http=http,
        )
        origin = CredentialOrigin(credentials, blocking=True, profile=profile)
        shared = _Shared(SyncHttp(http), CredentialSource(origin))
        self._set_up(given, shared, owns=True)

    def perform(self, operation: "Operation[Req, Res, Exc]", request: Req) -> Result[Res, Exc]:
        """Send a request; `Operation.request_sync` is the typed way here."""
        self._check_open()
        shared = self._shared
        driver = SyncDriver(shared.http, shared.credentials, self._destination)
        return driver.run(Call(self._rules, operation, request).story())

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
