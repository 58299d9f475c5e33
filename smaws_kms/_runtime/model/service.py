"""Facts about a service, which the generated package supplies to the runtime."""

from collections.abc import Callable

from attrs import frozen

from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True)
class Service:
    """Facts from the model of one service."""

    sdk_id: str
    """SDK ID, for example `Secrets Manager`; names the settings of the service."""
    target_prefix: str
    """Prefix of the operation name in the header `X-Amz-Target`."""
    json_version: str
    """Version of the awsJson protocol, `1.0` or `1.1`; part of the content type."""
    signing_name: str
    """Name of the service in signatures."""
    resolve_endpoint: Callable[[EndpointParameters], Endpoint]
    """Compiled endpoint rules; raises `EndpointError`."""

    package: str = __name__.partition(".")[0]
    """Name of the package that users import."""
    multi_region_prefix: str | None = None
    """How IDs of resources that can have replicas in other Regions start, for example `mrk-`."""
    query_compatible: bool = False
    """Whether a header carries the error codes of the service's former awsQuery protocol."""
    prefixes_hosts: bool = False
    """Whether some operations prefix the host name."""
    compresses_requests: bool = False
    """Whether the requests of some operations may be compressed."""

    @property
    def product(self) -> str:
        """Product name in the user agent."""
        return self.package.replace("_", "-")

    @property
    def engine_switch(self) -> str:
        """Environment variable that selects httpx's transports, for example `A_B_ENGINE`."""
        return f"{self.package.replace('.', '_').upper()}_ENGINE"

    @property
    def settings_key(self) -> str:
        """Key in a `services` section; in upper case, the suffix of `AWS_ENDPOINT_URL_`."""
        return self.sdk_id.lower().replace(" ", "_")


publish(globals())
