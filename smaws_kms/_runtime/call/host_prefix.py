"""Endpoints of single operations: a prefix before the host name, or a URL from the request.

The prefix also goes before a host that the user configured, since AWS serves such operations nowhere
else. `AWS_DISABLE_HOST_PREFIX_INJECTION` turns it off, for endpoints with one host for everything.
"""

import re
from typing import Any, Final

from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.sources import problem_of_url
from smaws_kms._runtime.endpoints.rules_stdlib import is_valid_host_label
from smaws_kms._runtime.endpoints.url_parts import split_url
from smaws_kms._runtime.errors import ConfigurationError, RequestValidationError
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms._runtime.support.ip import is_address

_NAME: Final = r"\{(\w+)\}"


def address(
    config: ResolvedConfig, operation: OperationModel[Any, Any, Any], request: object
) -> ResolvedConfig | RequestValidationError | ConfigurationError:
    """Return the config with the endpoint of one request.

    Args:
        config: The client's config.
        operation: The operation.
        request: An instance of its input.
    """
    if operation.endpoint_member is not None:
        return _with_endpoint_of(config, operation.endpoint_member, request)
    if operation.host_prefix is not None and config.settings.prefixes_hosts:
        return _with_prefix(config, operation.host_prefix, request)
    return config


def _with_endpoint_of(
    config: ResolvedConfig, member: str, request: object
) -> ResolvedConfig | RequestValidationError:
    url = getattr(request, member)
    if url is None:
        return config
    if problem := problem_of_url(url):
        text = f"{member} must be an http or https URL of host, port and path, not one {problem}"
        return RequestValidationError(text, member=member)
    return _with_url(config, url)


def _with_prefix(
    config: ResolvedConfig, template: str, request: object
) -> ResolvedConfig | RequestValidationError | ConfigurationError:
    for name in re.findall(_NAME, template):
        value = getattr(request, name)
        # The value becomes part of a host name: with a dot or slash in it, it could name another host.
        if not isinstance(value, str) or not is_valid_host_label(value):
            text = f"{name} must be a label of a host name: letters, digits and -, at most 63"
            return RequestValidationError(text, member=name)
    prefix = re.sub(_NAME, lambda label: str(getattr(request, label[1])), template)
    if is_address(split_url(config.url).hostname or ""):
        return ConfigurationError(
            f"the host of the endpoint is an IP address, which cannot take the prefix {template!r}: "
            "use a host name, or set AWS_DISABLE_HOST_PREFIX_INJECTION=true"
        )
    scheme, separator, rest = config.url.partition("://")
    return _with_url(config, f"{scheme}{separator}{prefix}{rest}")


def _with_url(config: ResolvedConfig, url: str) -> ResolvedConfig:
    return evolve(config, url=url, target=target(url))
