"""Resolves a client's settings from its arguments, the environment and a profile, in this order.

Pure: the environment is an argument, and so is the function that loads the profile, which is called
only for settings that arguments and environment lack. The order is that of the AWS SDKs,
https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html. `AWS_REGION` comes before
`AWS_DEFAULT_REGION`, as in all SDKs except botocore.
"""

from collections.abc import Callable, Mapping
from typing import Final

from smaws_kms._runtime.config.compression import compress_from
from smaws_kms._runtime.config.defaults_mode import default_connect_timeout
from smaws_kms._runtime.config.endpoint import (
    find_endpoint_settings,
    prefixes_hosts,
    resolve_endpoint,
)
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.retry import retry_policy
from smaws_kms._runtime.config.sources import (
    Found,
    MisconfiguredError,
    Profile,
    Sources,
    origins,
)
from smaws_kms._runtime.config.user_agent import clean_app_id
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.record import Record

DEFAULTS_MODE: Final = "defaults mode"
"""Key of the source of the connect timeout, for clients without a timeout argument."""


class Settings(Record):
    """The settings of one client, with defaults filled in."""

    __slots__ = ()

    region: str
    endpoint_url: str
    signing_name: str
    signing_region: str
    app_id: str | None
    """Name of the application for the user agent, in characters that a header allows."""
    sources: Mapping[str, str]
    """The source of each setting in words, for example `AWS_REGION`."""
    custom_endpoint: bool = False
    """Whether a setting replaces the endpoint of the service's endpoint rules."""
    ca_bundle: Found | None = None
    """File or directory of trust roots, from `AWS_CA_BUNDLE` or the profile."""
    connect_timeout: float | None = None
    """Seconds to connect, from the defaults mode, for clients without a timeout argument."""
    prefixes_hosts: bool = True
    """Whether operations may add their host prefix."""
    compress_from: int | None = None
    """Minimum size in bytes of requests that are compressed, where the model allows it."""
    retry: RetryPolicy = RetryPolicy()


def resolve_settings(
    options: Options,
    *,
    service: Service,
    environ: Mapping[str, str],
    load_profile: Callable[[], Profile | ConfigurationError],
    find_region_of_machine: Callable[[], str | None] = lambda: None,
) -> Settings | ConfigurationError:
    """Return the settings, or an error about the first that is missing, wrong or contradictory.

    Both functions may block. `load_profile` is called at most once, if arguments and environment lack
    a setting, and `find_region_of_machine` if the defaults depend on it.
    """
    if options.profile == "":
        return ConfigurationError("the argument profile: expected a name or None, got ''")
    # Code that names its endpoint works without a profile, but uses the settings of one that exists.
    needs_profile = options.endpoint_url is None or options.profile is not None
    sources = Sources(environ, load_profile, needs_profile=needs_profile)
    try:
        return _resolve(options, service, sources, find_region_of_machine)
    except MisconfiguredError as error:
        problem = str(error)
    # Outside the handler: the error must not hold frames, and with them the environment.
    return ConfigurationError(problem)


def _resolve(
    options: Options,
    service: Service,
    sources: Sources,
    find_region_of_machine: Callable[[], str | None],
) -> Settings:
    found = find_endpoint_settings(options, service, sources)
    endpoint = resolve_endpoint(found, service)
    region = found.region.value
    retry, retry_origins = retry_policy(options.retry, sources)
    connect, mode = default_connect_timeout(sources, region, find_region_of_machine)
    ca_bundle = sources.configured("ca_bundle") if options.makes_tls_context else None
    return Settings(
        region=region,
        endpoint_url=endpoint.url,
        signing_name=endpoint.signing_name or service.signing_name,
        signing_region=endpoint.signing_region or region,
        app_id=_app_id(options, sources),
        custom_endpoint=found.endpoint_url is not None,
        ca_bundle=ca_bundle,
        connect_timeout=connect,
        prefixes_hosts=prefixes_hosts(service, sources),
        compress_from=compress_from(sources) if service.compresses_requests else None,
        retry=retry,
        sources={
            "endpoint_url": f"the rules of {service.sdk_id}",
            **found.origins(),
            **retry_origins,
            **origins({DEFAULTS_MODE: mode, "ca_bundle": ca_bundle}),
        },
    )


def _app_id(options: Options, sources: Sources) -> str | None:
    found = sources.argument("app_id", options.app_id) or sources.configured("sdk_ua_app_id")
    return clean_app_id(found.value) if found else None
