"""Settings of a small service, resolved from arguments, variables and a profile."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.model.service import Service


def rules(parameters: EndpointParameters) -> Endpoint:
    """Resolve endpoints as most services do."""
    if parameters.endpoint is not None:
        if parameters.use_fips:
            raise EndpointError("FIPS and custom endpoint are not supported")
        if parameters.use_dual_stack:
            raise EndpointError("Dualstack and custom endpoint are not supported")
        return Endpoint(parameters.endpoint)
    fips = "-fips" if parameters.use_fips else ""
    suffix = "api.aws" if parameters.use_dual_stack else "amazonaws.com"
    return Endpoint(f"https://two-words{fips}.{parameters.region}.{suffix}")


SERVICE = Service(
    sdk_id="Two Words",
    target_prefix="TwoWordsService",
    json_version="1.1",
    signing_name="twowords",
    resolve_endpoint=rules,
)


NOTHING_PASSED = Options()
NOTHING_SET: Mapping[str, str] = MappingProxyType({})


def resolve(
    options: Options = NOTHING_PASSED,
    environ: Mapping[str, str] = NOTHING_SET,
    profile: Mapping[str, str] | ConfigurationError = NOTHING_SET,
    service: Service = SERVICE,
) -> Settings | ConfigurationError:
    """Resolve settings, with defaults for all parameters."""
    loaded = profile if isinstance(profile, ConfigurationError) else Profile(profile)
    return resolve_settings(options, service=service, environ=environ, load_profile=lambda: loaded)


def settled(*args: Any, **kwargs: Any) -> Settings:
    """Return settings that are valid."""
    settings = resolve(*args, **kwargs)

    assert isinstance(settings, Settings)
    return settings


def problem(*args: Any, **kwargs: Any) -> str:
    """Return the text of the error."""
    error = resolve(*args, **kwargs)

    assert isinstance(error, ConfigurationError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    return error.message


ENV = {"AWS_REGION": "env-1", "AWS_DEFAULT_REGION": "default-1"}


URL = "https://custom.test"
REGION = Options(region="eu-west-1")
OF_ALL = {"AWS_ENDPOINT_URL": "https://all.test"}
IGNORING = {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "True"}
RULES = "https://two-words.eu-west-1.amazonaws.com"
