"""Operations whose requests go to a host of their own: a prefix of the host, or another URL.

A prefix comes in front of whatever host the client has, also of one that the user chose: AWS answers
such operations nowhere else. `AWS_DISABLE_HOST_PREFIX_INJECTION` leaves it out, for endpoints that
have one host for everything.
"""

import re
from typing import Any, Final
from urllib.parse import urlsplit

from attrs import evolve

from smaws_kms._runtime.auth.sigv4 import target
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.sources import problem_of_url
from smaws_kms._runtime.endpoints.rules_stdlib import is_valid_host_label
from smaws_kms._runtime.errors import ConfigurationError, RequestValidationError
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.support.ip import is_address

_NAME: Final = re.compile(r"\{(\w+)\}")


def address(
    config: ResolvedConfig, operation: OperationModel[Any, Any, Any], request: object
) -> ResolvedConfig | RequestValidationError | ConfigurationError:
    """Return where one request goes.

    Args:
        config: Where the client's requests go.
        operation: The operation.
        request: An instance of its input.
    """
    if operation.endpoint_member is not None:
        return _elsewhere(config, operation.endpoint_member, request)
    if operation.host_prefix is not None and config.settings.prefixes_hosts:
        return _prefixed(config, operation.host_prefix, request)
    return config


def _elsewhere(
    config: ResolvedConfig, member: str, request: object
) -> ResolvedConfig | RequestValidationError:
    url = getattr(request, member)
    if url is None:
        return config
    if problem := problem_of_url(url):
        text = f"{member} must be an http or https URL of host, port and path, not one {problem}"
        return RequestValidationError(text, member=member)
    return _moved(config, url)


def _prefixed(
    config: ResolvedConfig, template: str, request: object
) -> ResolvedConfig | RequestValidationError | ConfigurationError:
    for name in _NAME.findall(template):
        value = getattr(request, name)
        # A label becomes part of a host name, so it must not be able to name another host.
        if not isinstance(value, str) or not is_valid_host_label(value):
            text = f"{name} must be a label of a host name: letters, digits and -, at most 63"
            return RequestValidationError(text, member=name)
    prefix = _NAME.sub(lambda found: str(getattr(request, found[1])), template)
    if is_address(urlsplit(config.url).hostname or ""):
        return ConfigurationError(
            f"the host of the endpoint is an address, which takes no prefix such as {template}: "
            "give a name, or set AWS_DISABLE_HOST_PREFIX_INJECTION"
        )
    scheme, separator, rest = config.url.partition("://")
    return _moved(config, f"{scheme}{separator}{prefix}{rest}")


def _moved(config: ResolvedConfig, url: str) -> ResolvedConfig:
    return evolve(config, url=url, target=target(url))
