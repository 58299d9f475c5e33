"""Facts about a service, which the generated package supplies to the runtime."""

from collections.abc import Callable

from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.lazy_imports import publish


class Service(Frozen):
    """Facts from the model of one service."""

    __slots__ = (  # noqa: RUF023  # the order of `repr`
        "sdk_id",
        "target_prefix",
        "json_version",
        "signing_name",
        "resolve_endpoint",
        "package",
        "multi_region_prefix",
        "query_compatible",
        "prefixes_hosts",
        "compresses_requests",
    )

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

    package: str
    """Name of the package that users import."""
    multi_region_prefix: str | None
    """How IDs of resources that can have replicas in other Regions start, for example `mrk-`."""
    query_compatible: bool
    """Whether a header carries the error codes of the service's former awsQuery protocol."""
    prefixes_hosts: bool
    """Whether some operations prefix the host name."""
    compresses_requests: bool
    """Whether the requests of some operations may be compressed."""

    def __init__(
        self,
        *,
        sdk_id: str,
        target_prefix: str,
        json_version: str,
        signing_name: str,
        resolve_endpoint: Callable[[EndpointParameters], Endpoint],
        package: str = __name__.partition(".")[0],
        multi_region_prefix: str | None = None,
        query_compatible: bool = False,
        prefixes_hosts: bool = False,
        compresses_requests: bool = False,
    ) -> None:
        self._set(
            sdk_id=sdk_id,
            target_prefix=target_prefix,
            json_version=json_version,
            signing_name=signing_name,
            resolve_endpoint=resolve_endpoint,
            package=package,
            multi_region_prefix=multi_region_prefix,
            query_compatible=query_compatible,
            prefixes_hosts=prefixes_hosts,
            compresses_requests=compresses_requests,
        )

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
