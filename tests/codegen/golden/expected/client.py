# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The clients: an index of the operations."""

from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.methods import method, paginated_method
from smaws_kms._runtime.support.lazy_imports import publish
from tests.codegen.golden.expected import operations as ops
from tests.codegen.golden.expected.service import SERVICE


class AsyncToolWorkshopClient(AsyncClient):
    """Tool Workshop, for `async` code.

    Constructing a client does no I/O. Every argument is optional.

    Args:
        region: AWS Region, for example `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`,
            then the profile.
        credentials: `Credentials`, or a function that returns them; the async client also takes an
            async function. Default: environment variables, then botocore's chain: profile, SSO,
            assumed role, web identity, process, container, instance metadata.
        profile: Name of a profile in the AWS config files. Default: `AWS_PROFILE`, then
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: URL to send requests to, instead of the AWS endpoint. Default:
            `AWS_ENDPOINT_URL_TOOL_WORKSHOP`, `AWS_ENDPOINT_URL`, then the profile.
        headers: Extra HTTP headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Default: `AWS_USE_FIPS_ENDPOINT`, then the
            profile.
        use_dual_stack: Whether to use endpoints that support both IPv4 and IPv6. Default:
            `AWS_USE_DUALSTACK_ENDPOINT`, then the profile.
        validate: Checks before a request is sent. `basic` checks lower bounds only, such as that a
            text is not empty; upper bounds are left to the service, which changes them. `full`
            enforces every limit of the model. `off` checks only that times have a time zone.
        timeout: A `Timeout`, or the limit of the whole call in seconds. Default: `Timeout()`, whose
            connect limit depends on `AWS_DEFAULTS_MODE` or the profile.
        retry: A `RetryPolicy`. Default: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then the profile.
        ssl_context: TLS settings of the client's own connections, used unchanged. Default: a
            context that trusts the roots of `AWS_CA_BUNDLE`, the profile's `ca_bundle`,
            `SSL_CERT_FILE`, `SSL_CERT_DIR`, `REQUESTS_CA_BUNDLE` or certifi. Not together with
            `http`.
        http: `httpx.Client` or `httpx.BaseTransport` to send requests through; the async client
            takes `httpx.AsyncClient` or `httpx.AsyncBaseTransport`. Those of httpx2 work too. The
            client never closes it.
        app_id: Name of your application for the user agent. Default: `AWS_SDK_UA_APP_ID`, then the
            profile.

    Raises:
        TypeError: An argument has the wrong type, `ssl_context` is for servers, or `ssl_context`
            and `http` are both set.
        ValueError: `timeout` is negative, infinite or not a number.
    """

    service = SERVICE

    @method(lambda: ops.find_things)
    def find_things(self) -> None: ...

    @paginated_method(lambda: ops.list_things, lambda: ops.ListThingsPages)
    def list_things(self) -> None:
        """Calls `ListThings`.

        ```python
        async def list_things(
            *,
            marker: str | None = None,
        ) -> Result[ThingPage, ListThingsError]: ...
        ```

        Args:
            marker: `Marker`, a string.

        Returns:
            `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
        """

    @method(lambda: ops.ping)
    def ping(self) -> None: ...

    @method(lambda: ops.put_thing)
    def put_thing(self) -> None: ...


class ToolWorkshopClient(SyncClient):
    """Tool Workshop, for blocking code.

    Constructing a client does no I/O. Every argument is optional.

    Args:
        region: AWS Region, for example `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`,
            then the profile.
        credentials: `Credentials`, or a function that returns them; the async client also takes an
            async function. Default: environment variables, then botocore's chain: profile, SSO,
            assumed role, web identity, process, container, instance metadata.
        profile: Name of a profile in the AWS config files. Default: `AWS_PROFILE`, then
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: URL to send requests to, instead of the AWS endpoint. Default:
            `AWS_ENDPOINT_URL_TOOL_WORKSHOP`, `AWS_ENDPOINT_URL`, then the profile.
        headers: Extra HTTP headers for every request; they are signed.
        use_fips: Whether to use FIPS 140 endpoints. Default: `AWS_USE_FIPS_ENDPOINT`, then the
            profile.
        use_dual_stack: Whether to use endpoints that support both IPv4 and IPv6. Default:
            `AWS_USE_DUALSTACK_ENDPOINT`, then the profile.
        validate: Checks before a request is sent. `basic` checks lower bounds only, such as that a
            text is not empty; upper bounds are left to the service, which changes them. `full`
            enforces every limit of the model. `off` checks only that times have a time zone.
        timeout: A `Timeout`, or the limit of the whole call in seconds. Default: `Timeout()`, whose
            connect limit depends on `AWS_DEFAULTS_MODE` or the profile.
        retry: A `RetryPolicy`. Default: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, then the profile.
        ssl_context: TLS settings of the client's own connections, used unchanged. Default: a
            context that trusts the roots of `AWS_CA_BUNDLE`, the profile's `ca_bundle`,
            `SSL_CERT_FILE`, `SSL_CERT_DIR`, `REQUESTS_CA_BUNDLE` or certifi. Not together with
            `http`.
        http: `httpx.Client` or `httpx.BaseTransport` to send requests through; the async client
            takes `httpx.AsyncClient` or `httpx.AsyncBaseTransport`. Those of httpx2 work too. The
            client never closes it.
        app_id: Name of your application for the user agent. Default: `AWS_SDK_UA_APP_ID`, then the
            profile.

    Raises:
        TypeError: An argument has the wrong type, `ssl_context` is for servers, or `ssl_context`
            and `http` are both set.
        ValueError: `timeout` is negative, infinite or not a number.
    """

    service = SERVICE

    @method(lambda: ops.find_things_sync)
    def find_things(self) -> None: ...

    @paginated_method(lambda: ops.list_things_sync, lambda: ops.ListThingsPagesSync)
    def list_things(self) -> None:
        """Calls `ListThings`.

        ```python
        def list_things(
            *,
            marker: str | None = None,
        ) -> Result[ThingPage, ListThingsError]: ...
        ```

        Args:
            marker: `Marker`, a string.

        Returns:
            `Ok` with the `ThingPage`, or `Err` with `BusyException` or one of `CommonError`.
        """

    @method(lambda: ops.ping_sync)
    def ping(self) -> None: ...

    @method(lambda: ops.put_thing_sync)
    def put_thing(self) -> None: ...


publish(globals(), "tests.codegen.golden.expected")
