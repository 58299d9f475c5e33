# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Endpoints of AWS Key Management Service."""

from typing import Final

from smaws_kms._runtime.endpoints.partitions import (
    Endpoint,
    EndpointError,
    EndpointParameters,
    Partition,
    find_partition,
)

PARTITIONS: Final = (
    Partition(
        name="aws",
        dns_suffix="amazonaws.com",
        dual_stack_dns_suffix="api.aws",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="us-east-1",
        region_regex=r"^(us|eu|ap|sa|ca|me|af|il|mx)\-\w+\-\d+$",
        regions=frozenset(
            {
                "af-south-1",
                "ap-east-1",
                "ap-east-2",
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-northeast-3",
                "ap-south-1",
                "ap-south-2",
                "ap-southeast-1",
                "ap-southeast-2",
                "ap-southeast-3",
                "ap-southeast-4",
                "ap-southeast-5",
                "ap-southeast-6",
                "ap-southeast-7",
                "aws-global",
                "ca-central-1",
                "ca-west-1",
                "eu-central-1",
                "eu-central-2",
                "eu-north-1",
                "eu-south-1",
                "eu-south-2",
                "eu-west-1",
                "eu-west-2",
                "eu-west-3",
                "il-central-1",
                "me-central-1",
                "me-south-1",
                "me-west-1",
                "mx-central-1",
                "sa-east-1",
                "sa-west-1",
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2",
            }
        ),
    ),
    Partition(
        name="aws-cn",
        dns_suffix="amazonaws.com.cn",
        dual_stack_dns_suffix="api.amazonwebservices.com.cn",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="cn-northwest-1",
        region_regex=r"^cn\-\w+\-\d+$",
        regions=frozenset({"aws-cn-global", "cn-north-1", "cn-northwest-1"}),
    ),
    Partition(
        name="aws-eusc",
        dns_suffix="amazonaws.eu",
        dual_stack_dns_suffix="api.amazonwebservices.eu",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="eusc-de-east-1",
        region_regex=r"^eusc\-(de)\-\w+\-\d+$",
        regions=frozenset({"eusc-de-east-1"}),
    ),
    Partition(
        name="aws-iso",
        dns_suffix="c2s.ic.gov",
        dual_stack_dns_suffix="api.aws.ic.gov",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="us-iso-east-1",
        region_regex=r"^us\-iso\-\w+\-\d+$",
        regions=frozenset({"aws-iso-global", "us-iso-east-1", "us-iso-west-1"}),
    ),
    Partition(
        name="aws-iso-b",
        dns_suffix="sc2s.sgov.gov",
        dual_stack_dns_suffix="api.aws.scloud",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="us-isob-east-1",
        region_regex=r"^us\-isob\-\w+\-\d+$",
        regions=frozenset({"aws-iso-b-global", "us-isob-east-1", "us-isob-west-1"}),
    ),
    Partition(
        name="aws-iso-e",
        dns_suffix="cloud.adc-e.uk",
        dual_stack_dns_suffix="api.cloud-aws.adc-e.uk",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="eu-isoe-west-1",
        region_regex=r"^eu\-isoe\-\w+\-\d+$",
        regions=frozenset({"aws-iso-e-global", "eu-isoe-west-1"}),
    ),
    Partition(
        name="aws-iso-f",
        dns_suffix="csp.hci.ic.gov",
        dual_stack_dns_suffix="api.aws.hci.ic.gov",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="us-isof-south-1",
        region_regex=r"^us\-isof\-\w+\-\d+$",
        regions=frozenset({"aws-iso-f-global", "us-isof-east-1", "us-isof-south-1"}),
    ),
    Partition(
        name="aws-us-gov",
        dns_suffix="amazonaws.com",
        dual_stack_dns_suffix="api.aws",
        supports_fips=True,
        supports_dual_stack=True,
        implicit_global_region="us-gov-west-1",
        region_regex=r"^us\-gov\-\w+\-\d+$",
        regions=frozenset({"aws-us-gov-global", "us-gov-east-1", "us-gov-west-1"}),
    ),
)


def resolve_endpoint(parameters: EndpointParameters) -> Endpoint:
    """Return the service's endpoint for these settings.

    Raises:
        EndpointError: If the settings contradict each other or lead nowhere.
    """
    region = parameters.region
    endpoint = parameters.endpoint
    use_fips = parameters.use_fips
    use_dual_stack = parameters.use_dual_stack
    if endpoint is not None:
        if use_fips:
            raise EndpointError("use_fips cannot be combined with a custom endpoint")
        if use_dual_stack:
            raise EndpointError("use_dual_stack cannot be combined with a custom endpoint")
        return Endpoint(url=endpoint)
    if region is None:
        raise EndpointError("no region is set")
    partition = find_partition(region, PARTITIONS)
    if use_fips and use_dual_stack:
        if not (partition.supports_fips and partition.supports_dual_stack):
            raise EndpointError(
                "there are no endpoints with both FIPS and dual-stack in the region's partition"
            )
        return Endpoint(url=f"https://kms-fips.{region}.{partition.dual_stack_dns_suffix}")
    if use_fips:
        if not partition.supports_fips:
            raise EndpointError("there are no FIPS endpoints in the region's partition")
        return Endpoint(url=f"https://kms-fips.{region}.{partition.dns_suffix}")
    if use_dual_stack:
        if not partition.supports_dual_stack:
            raise EndpointError("there are no dual-stack endpoints in the region's partition")
        return Endpoint(url=f"https://kms.{region}.{partition.dual_stack_dns_suffix}")
    return Endpoint(url=f"https://kms.{region}.{partition.dns_suffix}")
