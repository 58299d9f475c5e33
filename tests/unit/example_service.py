"""A small service with operations, as a generated package defines them."""

from typing import Any, Final

from attrs import field, frozen

from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.settings import Settings
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.model.service import Service
from smaws_kms._runtime.serde.fields import member, members


@frozen(kw_only=True, field_transformer=members)
class Request:
    """Input of all operations."""

    label: str | None = field(default=None, metadata=member("Label"))
    url: str | None = field(default=None, metadata=member("Url"))
    token: str | None = field(default=None, metadata=member("Token"))


def _resolve(parameters: EndpointParameters) -> Endpoint:
    return Endpoint(parameters.endpoint or f"https://hand.{parameters.region}.example")


def service(**facts: Any) -> Service:
    """Return a service with additional facts."""
    return Service(
        sdk_id="Hand Made",
        target_prefix="Hand",
        json_version="1.0",
        signing_name="hand",
        resolve_endpoint=_resolve,
        **facts,
    )


def operation(
    *errors: type[ServiceError], of: Service | None = None, **facts: Any
) -> Operation[Request, None, Any]:
    """Return an operation with additional facts."""
    return Operation(
        name="Do", service=of or service(), input=Request, output=None, errors=errors, **facts
    )


def config(url: str, *, prefixes_hosts: bool = True) -> ResolvedConfig:
    """Return a resolved configuration for a URL."""
    settings = Settings(
        region="us-east-1",
        endpoint_url=url,
        signing_name="hand",
        signing_region="us-east-1",
        app_id=None,
        prefixes_hosts=prefixes_hosts,
        sources={},
    )
    return ResolvedConfig(settings, url, target(url), {})


LABEL: Final = "data-{label}."
"""A host prefix."""
