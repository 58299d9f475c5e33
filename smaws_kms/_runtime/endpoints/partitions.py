"""Where a service is: what goes into endpoint resolution, what comes out, and AWS's partitions.

The rules themselves differ by service. They are compiled into a `resolve_endpoint` function of the
generated package, which builds on this module and on `endpoint_functions`.
"""

import re
from collections.abc import Sequence

from attrs import frozen

from smaws_kms._runtime.support.lazy_imports import publish


class EndpointError(Exception):
    """The settings lead to no endpoint; the message says which and why."""


@frozen
class Endpoint:
    """Where to send requests, and what to sign them for where that is not the obvious."""

    url: str
    """Scheme, host and, with a custom endpoint, port and path."""
    signing_name: str | None = None
    """Service name to sign for, or `None` for the service's own."""
    signing_region: str | None = None
    """Region to sign for, or `None` for the client's."""


@frozen(kw_only=True)
class EndpointParameters:
    """The settings that rules decide by."""

    region: str | None
    """AWS Region, for example `eu-west-1`."""
    use_fips: bool = False
    """Whether to use an endpoint with FIPS 140 validated cryptography."""
    use_dual_stack: bool = False
    """Whether to use an endpoint that answers over IPv6 as well as IPv4."""
    endpoint: str | None = None
    """URL that the user wants instead of AWS's own."""


@frozen(kw_only=True)
class Partition:
    """A group of Regions that share domain names and accounts, for example `aws-cn`."""

    name: str
    """AWS's name of the partition, also the second part of its ARNs."""
    dns_suffix: str
    """Domain of the ordinary endpoints."""
    dual_stack_dns_suffix: str
    """Domain of the endpoints that have IPv6 too."""
    supports_fips: bool
    """Whether FIPS endpoints exist."""
    supports_dual_stack: bool
    """Whether dual-stack endpoints exist."""
    implicit_global_region: str
    """Region that services without Regions are signed for."""
    region_regex: str
    """Pattern of its Regions' names, also of those that are not built yet."""
    regions: frozenset[str]
    """Names of the Regions known when this was generated."""


def find_partition(region: str, partitions: Sequence[Partition]) -> Partition:
    """Return the partition that lists the Region, else the one whose pattern fits, else `aws`."""
    for partition in partitions:
        if region in partition.regions:
            return partition
    for partition in partitions:
        # Patterns are kept as text: `re` caches the compiled ones, and an import stays cheap.
        if re.fullmatch(partition.region_regex, region, re.ASCII):
            return partition
    return next(partition for partition in partitions if partition.name == "aws")


publish(globals(), names=("Endpoint", "EndpointParameters"))
