"""What the runtime has to know of a service; a generated package fills it in."""

from collections.abc import Callable

from attrs import frozen

from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True)
class Service:
    """The facts of one service's model that calls need."""

    sdk_id: str
    """Name in settings, for example in `AWS_ENDPOINT_URL_<SDK_ID>`."""
    target_prefix: str
    """What stands before the operation's name in `X-Amz-Target`."""
    json_version: str
    """`1.0` or `1.1`, for the content type."""
    signing_name: str
    """Name in signatures."""
    resolve_endpoint: Callable[[EndpointParameters], Endpoint]
    """The model's endpoint rules, compiled; raises `EndpointError`."""

    package: str = __name__.partition(".")[0]
    """Name of the package that users import."""
    query_compatible: bool = False
    """Whether errors have the codes of an awsQuery service, in a header."""
    prefixes_hosts: bool = False
    """Whether the host of some operations has a prefix."""
    compresses_requests: bool = False
    """Whether the requests of some operations may be compressed."""

    @property
    def product(self) -> str:
        """Name in the user agent."""
        return self.package.replace("_", "-")

    @property
    def engine_switch(self) -> str:
        """The environment variable that turns our own connections off, for example `A_B_ENGINE`."""
        return f"{self.package.replace('.', '_').upper()}_ENGINE"

    @property
    def settings_key(self) -> str:
        """Name in the `services` section of a config file; in upper case, in the environment."""
        return self.sdk_id.lower().replace(" ", "_")


publish(globals())
