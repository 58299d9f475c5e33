"""Constructor arguments of a client, kept unchanged for `with_options`, pickling and `repr`."""

import re
import ssl
from collections.abc import Mapping
from typing import Any, Final, cast, get_args

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.sources import problem_of_url
from smaws_kms._runtime.http11.tls import check_context
from smaws_kms._runtime.redaction.external_text import quote_value
from smaws_kms._runtime.redaction.secret_headers import carries_secret
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.frozen import evolve, names_of, values_of
from smaws_kms._runtime.support.type_names import mismatch, name_of
from smaws_kms._runtime.values import AsyncCredentialsSource, Credentials, Timeout, Validate

_SCHEME: Final = r"(?i)\s*(?:basic|bearer|digest|negotiate|token)\s"
"""Start of a header value that authenticates the sender."""


def _check_timeout(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, Timeout | int | float | None):
        raise TypeError(f"timeout{mismatch((Timeout, float, type(None)), value)}")


def _headers(value: Mapping[str, str] | None) -> Mapping[str, str]:
    """Copy the headers, so that later changes to the caller's mapping have no effect."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]  # users without a type checker
        raise TypeError(f"headers must be a mapping of str to str, not {name_of(value)}")
    for part in (part for entry in value.items() for part in cast("tuple[object, ...]", entry)):
        if not isinstance(part, str):
            raise TypeError(f"headers must be a mapping of str to str, not with {name_of(part)}")
    return dict(value)


def _check_validate(value: object) -> None:
    if value not in get_args(Validate):
        raise TypeError(f"validate must be 'basic', 'full' or 'off', not {value!r}")


def _check_ssl_context(value: object, http: object) -> None:
    check_context(value)
    if value is not None and http is not None:
        raise TypeError(
            "ssl_context and http cannot be combined: configure TLS in the client or transport "
            "that you pass as http"
        )


class ClientArguments(Options):
    """Arguments of a client's constructor. The generator copies this text to each client class.

    Args:
        region: AWS Region, for example `eu-west-1`. Default: `AWS_REGION`, `AWS_DEFAULT_REGION`,
            then the profile.
        credentials: `Credentials`, or a function that returns them; the async client also takes an
            async function. Default: environment variables, then botocore's chain: profile, SSO,
            assumed role, web identity, process, container, instance metadata.
        profile: Name of a profile in the AWS config files. Default: `AWS_PROFILE`, then
            `AWS_DEFAULT_PROFILE`.
        endpoint_url: URL to send requests to, instead of the AWS endpoint. Default:
            `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, then the profile.
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
        TypeError: An argument has the wrong type, `ssl_context` is for servers, or `ssl_context` and
            `http` are both set.
        ValueError: `timeout` is negative, infinite or not a number.
    """

    __slots__ = ("credentials", "headers", "validate", "timeout", "ssl_context", "http")  # noqa: RUF023  # the order of `repr`
    hidden = frozenset({"credentials", "headers", "ssl_context", "http"})

    credentials: AsyncCredentialsSource | None
    headers: Mapping[str, str]
    validate: Validate
    timeout: Timeout | float | None
    ssl_context: ssl.SSLContext | None
    http: object | None

    def __init__(
        self,
        *,
        region: str | None = None,
        profile: str | None = None,
        endpoint_url: str | None = None,
        use_fips: bool | None = None,
        use_dual_stack: bool | None = None,
        app_id: str | None = None,
        retry: RetryPolicy | None = None,
        credentials: AsyncCredentialsSource | None = None,
        headers: Mapping[str, str] | None = None,
        validate: Validate = "basic",
        timeout: Timeout | float | None = None,
        ssl_context: ssl.SSLContext | None = None,
        http: object | None = None,
    ) -> None:
        super().__init__(
            region=region,
            profile=profile,
            endpoint_url=endpoint_url,
            use_fips=use_fips,
            use_dual_stack=use_dual_stack,
            app_id=app_id,
            retry=retry,
        )
        _check_validate(validate)
        _check_timeout(timeout)
        _check_ssl_context(ssl_context, http)
        self._set(
            credentials=credentials,
            headers=_headers(headers),
            validate=validate,
            timeout=timeout,
            ssl_context=ssl_context,
            http=http,
        )

    @property
    def limits(self) -> Timeout:
        """Convert `timeout`: a number of seconds limits the whole call."""
        if isinstance(self.timeout, Timeout):
            return self.timeout
        return Timeout() if self.timeout is None else Timeout(operation=float(self.timeout))

    @property
    def makes_tls_context(self) -> bool:
        """Whether the client makes its TLS context: neither it nor a client or transport was passed."""
        return self.ssl_context is None and self.http is None

    def resolves_like(self, other: "ClientArguments") -> bool:
        """Return whether both resolve to the same configuration: region, endpoint, headers, retry."""
        names = (*names_of(Options), "headers")
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def changed(self, changes: Mapping[str, Any]) -> "ClientArguments":
        """Return a copy with the changes that are not `None`."""
        return evolve(self, **{k: value for k, value in changes.items() if value is not None})

    def keywords(self) -> dict[str, object]:
        """Return what to pass to the constructor of an unpickled client."""
        unpicklable = ("http", "ssl_context")
        return {k: value for k, value in values_of(self).items() if k not in unpicklable}

    def check_picklable(self, client: str) -> None:
        """Raise `TypeError` that names an argument which must not, or cannot, leave the process."""
        refusal = f"{client} cannot be pickled"
        for name in ("http", "ssl_context"):
            if getattr(self, name) is not None:
                raise TypeError(f"{refusal}: its `{name}` belongs to this process")
        if isinstance(self.credentials, Credentials):
            raise TypeError(
                f"{refusal}: it has explicit `credentials`, and pickles must not hold secrets; "
                "pass a function that returns them"
            )
        if header := _secret_header(self.headers):
            raise TypeError(
                f"{refusal}: its `headers` have {quote_value(header)}, which looks like a secret, "
                "and pickles must not hold secrets"
            )
        if self.endpoint_url and problem_of_url(self.endpoint_url):
            raise TypeError(
                f"{refusal}: its `endpoint_url` may hold a secret; "
                "only a plain URL of scheme, host and path can be pickled"
            )


def _secret_header(headers: Mapping[str, str]) -> str | None:
    """Return the name of the first header that looks like a secret."""
    secret = (k for k, value in headers.items() if carries_secret(k) or re.match(_SCHEME, value))
    return next(secret, None)
