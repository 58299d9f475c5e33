"""The Region: its sources, and checks of its value."""

import pytest

from smaws_kms._runtime.config.options import Options
from tests.unit.config.settings_harness import ENV, problem, settled


@pytest.mark.parametrize(
    ("options", "environ", "profile", "region", "source"),
    [
        (Options(region="arg-1"), ENV, {"region": "file-1"}, "arg-1", "the argument region"),
        (Options(), ENV, {"region": "file-1"}, "env-1", "AWS_REGION"),
        (Options(), {**ENV, "AWS_REGION": ""}, {}, "default-1", "AWS_DEFAULT_REGION"),
        (Options(), {"AWS_REGION": ""}, {"region": "file-1"}, "file-1", "region in the profile"),
    ],
)
def test_region(
    options: Options,
    environ: dict[str, str],
    profile: dict[str, str],
    region: str,
    source: str,
) -> None:
    """The Region comes from argument, environment or profile; empty variables count as unset."""
    settings = settled(options, environ, profile)

    assert region == settings.region == settings.signing_region
    assert f"https://two-words.{region}.amazonaws.com" == settings.endpoint_url
    assert source == settings.sources["region"]


def test_no_region() -> None:
    """Without a Region, the error names all four sources."""
    assert (
        "no region: pass region to the client, or set AWS_REGION, AWS_DEFAULT_REGION, or "
        "region in the profile"
    ) == problem()


@pytest.mark.parametrize(
    "region", ["", "-a", "a-", "us-east-1.evil.test", "eu west", "x/", "é", "a\n"]
)
def test_region_that_names_another_host(region: str) -> None:
    """A Region has to be a single label of a host name."""
    assert f"the argument region: expected a region such as us-east-1, got {region!r}" == problem(
        Options(region=region)
    )
