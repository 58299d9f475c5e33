"""Parameters and result of endpoint resolution, and the partitions of AWS.

The rules differ by service. The generator compiles them into a function `resolve_endpoint`, which uses
this module and `rules_stdlib`.
"""

import re
from collections.abc import Sequence
from typing import Final

from smaws_kms._runtime.support.frozen import Frozen
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.support.record import Record

_BY_PREFIX: Final = {
    "cn-": "aws-cn",
    "us-gov-": "aws-us-gov",
    "us-iso-": "aws-iso",
    "us-isob-": "aws-iso-b",
    "eu-isoe-": "aws-iso-e",
    "us-isof-": "aws-iso-f",
    "eusc-": "aws-eusc",
}


class EndpointError(Exception):
    """No endpoint fits the settings; the message names the settings and the reason."""


class Endpoint(Frozen):
    """Where to send requests, and the signing scope where it differs from the default."""

    __slots__ = ("url", "signing_name", "signing_region")  # noqa: RUF023  # the order of `repr`
    __match_args__ = ("url", "signing_name", "signing_region")

    url: str
    """Scheme, host and, with a custom endpoint, port and path."""
    signing_name: str | None
    """Service name to sign for, or `None` for the service's own."""
    signing_region: str | None
    """Region to sign for, or `None` for the client's."""

    def __init__(
        self, url: str, signing_name: str | None = None, signing_region: str | None = None
    ) -> None:
        self._set(url=url, signing_name=signing_name, signing_region=signing_region)


class EndpointParameters(Frozen):
    """Settings that endpoint rules use."""

    __slots__ = ("region", "use_fips", "use_dual_stack", "endpoint")  # noqa: RUF023  # the order of `repr`

    region: str | None
    """AWS Region, for example `eu-west-1`."""
    use_fips: bool
    """Whether to use an endpoint with FIPS 140 validated cryptography."""
    use_dual_stack: bool
    """Whether to use an endpoint with IPv6 and IPv4 addresses."""
    endpoint: str | None
    """Custom URL, which replaces the one of AWS."""

    def __init__(
        self,
        *,
        region: str | None,
        use_fips: bool = False,
        use_dual_stack: bool = False,
        endpoint: str | None = None,
    ) -> None:
        self._set(
            region=region, use_fips=use_fips, use_dual_stack=use_dual_stack, endpoint=endpoint
        )


class Partition(Record):
    """A group of Regions with the same domain names and accounts, for example `aws-cn`."""

    __slots__ = ()

    name: str
    """Name of the partition, which is also the second part of its ARNs."""
    dns_suffix: str
    """Domain of endpoints with IPv4 only."""
    dual_stack_dns_suffix: str
    """Domain of dual-stack endpoints."""
    supports_fips: bool
    """Whether FIPS endpoints exist."""
    supports_dual_stack: bool
    """Whether dual-stack endpoints exist."""
    implicit_global_region: str
    """Signing Region of services without Regions."""
    region_regex: str
    """Pattern of the names of present and future Regions."""
    regions: frozenset[str]
    """Names of the Regions known at the time of generation."""


def partition_of(region: str) -> str:
    """Return the name of a Region's partition, for error texts; endpoints follow `find_partition`."""
    found = (name for prefix, name in _BY_PREFIX.items() if region.startswith(prefix))
    return next(found, "aws")


def find_partition(region: str, partitions: Sequence[Partition]) -> Partition:
    """Return the partition that lists the Region, else the one whose pattern fits, else `aws`."""
    for partition in partitions:
        if region in partition.regions:
            return partition
    for partition in partitions:
        # Patterns are stored as text to keep imports cheap; `re` caches compiled ones.
        if re.fullmatch(partition.region_regex, region, re.ASCII):
            return partition
    return next(partition for partition in partitions if partition.name == "aws")


publish(globals(), names=("Endpoint", "EndpointParameters"))
