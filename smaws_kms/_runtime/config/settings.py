"""Resolves a client's settings from its arguments, the environment and a profile, in this order.

Pure: the environment is an argument, and so is the function that loads the profile, which is called
only for settings that arguments and environment lack. The order is that of the AWS SDKs,
https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html. `AWS_REGION` comes before
`AWS_DEFAULT_REGION`, as in all SDKs except botocore.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import Attribute, field, frozen

from smaws_kms._runtime.config.compression import compress_from
from smaws_kms._runtime.config.defaults_mode import default_connect_timeout
from smaws_kms._runtime.config.regions import find_region
from smaws_kms._runtime.config.retry import retry_policy
from smaws_kms._runtime.config.sources import (
    Found,
    MisconfiguredError,
    Profile,
    Sources,
    check_endpoint_url,
    parse_flag,
)
from smaws_kms._runtime.config.user_agent import clean_app_id
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.type_names import mismatch

_IGNORES_ENDPOINTS: Final = "ignore_configured_endpoint_urls"
_NO_PREFIX: Final = "disable_host_prefix_injection"


def _only(kind: type) -> "Callable[[object, Attribute[Any], object], None]":
    # Errors of attrs' `instance_of` hold and print the value, which may be a secret.
    def check(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise TypeError(f"{attribute.name}{mismatch((kind, type(None)), value)}")

    return check


_text = _only(str)
_flag = _only(bool)


@frozen(kw_only=True)
class Options:
    """Client arguments that are settings; `None` if not passed. A wrong type raises `TypeError`."""

    region: str | None = field(default=None, validator=_text)
    profile: str | None = field(default=None, validator=_text)
    endpoint_url: str | None = field(default=None, validator=_text)
    use_fips: bool | None = field(default=None, validator=_flag)
    use_dual_stack: bool | None = field(default=None, validator=_flag)
    app_id: str | None = field(default=None, validator=_text)
    retry: RetryPolicy | None = field(default=None, validator=_only(RetryPolicy))


@frozen(kw_only=True)
class Settings:
    """The settings of one client, with defaults filled in."""

    region: str
    endpoint_url: str
    signing_name: str
    signing_region: str
    app_id: str | None
    """Name of the application for the user agent, in characters that a header allows."""
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
    retry: RetryPolicy = field(factory=RetryPolicy)
    sources: Mapping[str, str]
    """The source of each setting in words, for example `AWS_REGION`."""


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
    if options.profile == "":
        raise MisconfiguredError("the argument profile: expected a name or None, got ''")
    region, fips_of_region = find_region(options.region, sources)
    found = {
        "region": region,
        "endpoint_url": _custom_endpoint(options, service, sources),
        "use_fips": fips_of_region
        or _endpoint_flag("use_fips", "use_fips_endpoint", options, sources),
        "use_dual_stack": _endpoint_flag(
            "use_dual_stack", "use_dualstack_endpoint", options, sources
        ),
    }
    origins = _origins(found)
    endpoint = _endpoint(service, found, origins)
    retry, retry_origins = retry_policy(options.retry, sources)
    connect, mode = default_connect_timeout(sources, region.value, find_region_of_machine)
    ca_bundle = sources.configured("ca_bundle")
    others = _origins({"defaults mode": mode, "ca_bundle": ca_bundle})
    return Settings(
        region=region.value,
        endpoint_url=endpoint.url,
        signing_name=endpoint.signing_name or service.signing_name,
        signing_region=endpoint.signing_region or region.value,
        app_id=_app_id(options, sources),
        custom_endpoint=found["endpoint_url"] is not None,
        ca_bundle=ca_bundle,
        connect_timeout=connect,
        prefixes_hosts=not (service.prefixes_hosts and _is_on(sources, _NO_PREFIX)),
        compress_from=compress_from(sources) if service.compresses_requests else None,
        retry=retry,
        sources={
            "endpoint_url": f"the rules of {service.sdk_id}",
            **origins,
            **retry_origins,
            **others,
        },
    )


def _origins(found: Mapping[str, Found | None]) -> Mapping[str, str]:
    return {name: setting.source for name, setting in found.items() if setting}


def _endpoint(
    service: Service, found: Mapping[str, Found | None], origins: Mapping[str, str]
) -> Endpoint:
    region, custom = found["region"], found["endpoint_url"]
    use_fips, use_dual_stack = found["use_fips"], found["use_dual_stack"]
    parameters = EndpointParameters(
        region=region.value if region else None,
        use_fips=use_fips is not None and parse_flag(use_fips),
        use_dual_stack=use_dual_stack is not None and parse_flag(use_dual_stack),
        endpoint=custom.value if custom else None,
    )
    try:
        return service.resolve_endpoint(parameters)
    except EndpointError as error:
        where = ", ".join(f"{name} from {source}" for name, source in origins.items())
        raise MisconfiguredError(f"{error} ({where})") from None


def _custom_endpoint(options: Options, service: Service, sources: Sources) -> Found | None:
    found = sources.argument("endpoint_url", options.endpoint_url)
    if found is None and not _is_on(sources, _IGNORES_ENDPOINTS):
        section = f"{service.settings_key}.endpoint_url in the services section"
        found = (
            sources.environment(f"AWS_ENDPOINT_URL_{service.settings_key.upper()}")
            or sources.environment("AWS_ENDPOINT_URL")
            or sources.profile("service_endpoint_url", shown_as=section)
            or sources.profile("endpoint_url")
        )
    return check_endpoint_url(found) if found else None


def _is_on(sources: Sources, key: str) -> bool:
    found = sources.configured(key)
    return found is not None and parse_flag(found)


def _endpoint_flag(name: str, key: str, options: Options, sources: Sources) -> Found | None:
    argument: bool | None = getattr(options, name)
    if argument is not None:
        return sources.argument(name, str(argument).lower())
    found = sources.environment(f"AWS_{key.upper()}")
    # Code that names its endpoint has already chosen among the endpoints.
    return found or (sources.profile(key) if options.endpoint_url is None else None)


def _app_id(options: Options, sources: Sources) -> str | None:
    found = sources.argument("app_id", options.app_id) or sources.configured("sdk_ua_app_id")
    return clean_app_id(found.value) if found else None
