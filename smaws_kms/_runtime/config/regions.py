"""The Region of a client, and the old names that ask for FIPS endpoints in it."""

from attrs import evolve

from smaws_kms._runtime.config.sources import Found, MisconfiguredError, Sources, check_region


def find_region(argument: str | None, sources: Sources) -> tuple[Found, Found | None]:
    """Return the Region, and `use_fips` if the Region's name asks for it.

    `fips-us-gov-west-1` and `us-east-1-fips` are names of endpoints from before there was a setting
    for FIPS. botocore takes them for the Region with FIPS turned on, whatever else says.
    """
    found = (
        sources.argument("region", argument)
        or sources.environment("AWS_REGION", "AWS_DEFAULT_REGION")
        or sources.profile("region")
    )
    if found is None:
        raise MisconfiguredError(
            "no region: looked at the argument region, AWS_REGION, AWS_DEFAULT_REGION "
            f"and region in the profile{sources.unread()}"
        )
    check_region(found)
    real = found.value.replace("fips-", "").replace("-fips", "")
    if real == found.value:
        return found, None
    return check_region(evolve(found, value=real)), Found("true", f"{found.value} ({found.source})")
