"""Region names that select FIPS endpoints, compared with botocore."""

import pytest
from botocore.session import Session

from smaws_kms import ConfigurationError, Encrypt
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile


def resolve(environ: dict[str, str], **options: object) -> Settings | ConfigurationError:
    """Resolve the settings of a KMS client."""
    return resolve_settings(
        Options(**options),  # type: ignore[arg-type]  # any option
        service=Encrypt.service,
        environ=environ,
        load_profile=lambda: Profile({}),
    )


def pseudo_regions() -> list[str]:
    """Return every such name in botocore's data, of KMS and of all other services."""
    partitions = Session().get_data("endpoints")["partitions"]
    names = {
        name
        for partition in partitions
        for service in partition["services"].values()
        for name in service["endpoints"]
        if name.startswith("fips-") or name.endswith("-fips")
    }
    return sorted(names | {"fips-us-gov-west-1", "us-east-1-fips", "fips-us-east-1"})


def test_same_endpoints_as_botocore() -> None:
    """Each has the endpoint and the signing Region of botocore."""
    session = Session()
    found: dict[str, tuple[str, str]] = {}
    expected: dict[str, tuple[str, str]] = {}
    for name in pseudo_regions():
        settings = resolve({"AWS_REGION": name})
        client = session.create_client(
            "kms", region_name=name, aws_access_key_id="a", aws_secret_access_key="b"
        )
        expected[name] = (client.meta.endpoint_url, client.meta.region_name)

        assert isinstance(settings, Settings), settings
        found[name] = (settings.endpoint_url, settings.signing_region)

    assert expected == found
    assert len(found) > 10


@pytest.mark.parametrize(
    ("environ", "options"),
    [
        ({"AWS_REGION": "fips-us-gov-west-1"}, {}),
        ({}, {"region": "us-gov-west-1-fips"}),
        ({"AWS_USE_FIPS_ENDPOINT": "false"}, {"region": "us-gov-west-1-fips"}),
        ({}, {"region": "us-gov-west-1-fips", "use_fips": False}),
    ],
)
def test_fips_is_on(environ: dict[str, str], options: dict[str, object]) -> None:
    """No setting turns off FIPS for such a name."""
    settings = resolve(environ, **options)

    assert isinstance(settings, Settings)
    assert "https://kms-fips.us-gov-west-1.amazonaws.com" == settings.endpoint_url
    assert ("us-gov-west-1", "us-gov-west-1") == (settings.region, settings.signing_region)
    assert "us-gov-west-1" in settings.sources["use_fips"]


def test_custom_endpoint() -> None:
    """A custom endpoint contradicts it, and the error names the source of FIPS."""
    error = resolve({"AWS_REGION": "us-east-1-fips"}, endpoint_url="https://kms.test")

    assert isinstance(error, ConfigurationError)
    assert "use_fips from us-east-1-fips (AWS_REGION)" in error.message


@pytest.mark.parametrize("region", ["fips-", "fips--", "-fips", "fips"])
def test_nothing_but_fips(region: str) -> None:
    """A name without a Region in it is an error, or an ordinary Region."""
    found = resolve({"AWS_REGION": region})

    if region == "fips":
        assert isinstance(found, Settings)
    else:
        assert isinstance(found, ConfigurationError)
        assert found.message.startswith("AWS_REGION: expected a region")
