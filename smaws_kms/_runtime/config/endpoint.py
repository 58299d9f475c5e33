"""The endpoint of a client, and the settings that select it, such as the Region."""

from typing import Final

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.sources import (
    Found,
    MisconfiguredError,
    Sources,
    check_endpoint_url,
    check_region,
    origins,
    parse_flag,
)
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.support.record import Record

_IGNORES_ENDPOINTS: Final = "ignore_configured_endpoint_urls"
_NO_PREFIX: Final = "disable_host_prefix_injection"


class EndpointSettings(Record):
    """The settings that select an endpoint; `None` if not set."""

    __slots__ = ()

    region: Found
    endpoint_url: Found | None
    use_fips: Found | None
    use_dual_stack: Found | None

    def origins(self) -> dict[str, str]:
        """Return the source of each setting that is set."""
        return origins(self._asdict())


def find_endpoint_settings(
    options: Options, service: Service, sources: Sources
) -> EndpointSettings:
    """Return the settings that select the endpoint; raise if the Region is missing or one is wrong."""
    region, fips_of_region = _find_region(options.region, sources)
    return EndpointSettings(
        region,
        _custom_endpoint(options, service, sources),
        fips_of_region or _flag("use_fips", "use_fips_endpoint", options, sources),
        _flag("use_dual_stack", "use_dualstack_endpoint", options, sources),
    )


def resolve_endpoint(found: EndpointSettings, service: Service) -> Endpoint:
    """Return the endpoint by the rules of the service; raise if they refuse the settings."""
    parameters = EndpointParameters(
        region=found.region.value,
        use_fips=found.use_fips is not None and parse_flag(found.use_fips),
        use_dual_stack=found.use_dual_stack is not None and parse_flag(found.use_dual_stack),
        endpoint=found.endpoint_url.value if found.endpoint_url else None,
    )
    try:
        return service.resolve_endpoint(parameters)
    except EndpointError as error:
        where = ", ".join(f"{name} from {source}" for name, source in found.origins().items())
        raise MisconfiguredError(f"{error} ({where})") from None


def prefixes_hosts(service: Service, sources: Sources) -> bool:
    """Return whether operations may add their host prefix."""
    return not (service.prefixes_hosts and _is_on(sources, _NO_PREFIX))


def _find_region(argument: str | None, sources: Sources) -> tuple[Found, Found | None]:
    """Return the Region, and `use_fips` if the Region's name selects it.

    Names such as `fips-us-gov-west-1` and `us-east-1-fips` are older than the setting for FIPS. As in
    botocore they select the Region with FIPS turned on, whatever the setting is.
    """
    found = (
        sources.argument("region", argument)
        or sources.environment("AWS_REGION", "AWS_DEFAULT_REGION")
        or sources.profile("region")
    )
    if found is None:
        raise MisconfiguredError(
            "no region: pass region to the client, or set AWS_REGION, AWS_DEFAULT_REGION, or "
            f"region in the profile{sources.unread()}"
        )
    check_region(found)
    real = found.value.replace("fips-", "").replace("-fips", "")
    if real == found.value:
        return found, None
    return check_region(found.replaced(value=real)), Found(
        "true", f"{found.value} ({found.source})"
    )


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


def _flag(name: str, key: str, options: Options, sources: Sources) -> Found | None:
    argument: bool | None = getattr(options, name)
    if argument is not None:
        return sources.argument(name, str(argument).lower())
    found = sources.environment(f"AWS_{key.upper()}")
    # Code that names its endpoint has already chosen among the endpoints.
    return found or (sources.profile(key) if options.endpoint_url is None else None)
