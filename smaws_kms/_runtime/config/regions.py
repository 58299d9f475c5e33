"""The Region of a client, and old Region names that select FIPS endpoints."""

from attrs import evolve

from smaws_kms._runtime.config.sources import Found, MisconfiguredError, Sources, check_region


def find_region(argument: str | None, sources: Sources) -> tuple[Found, Found | None]:
    """Return the Region, and `use_fips` if the Region's name selects it.

    Names such as `fips-us-gov-west-1` and `us-east-1-fips` are older than the setting for FIPS. As in
    botocore they select the Region with FIPS turned on, whatever the setting is.
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
