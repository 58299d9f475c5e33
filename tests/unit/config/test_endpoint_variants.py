"""FIPS and dual-stack endpoints: sources of the two flags, and errors about them."""

import pytest

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.config.settings_harness import OF_ALL, REGION, RULES, URL, problem, settled


@pytest.mark.parametrize(
    ("options", "environ", "profile", "url"),
    [
        (evolve(REGION, use_fips=True), {}, {}, "https://two-words-fips.eu-west-1.amazonaws.com"),
        (
            REGION,
            {"AWS_USE_FIPS_ENDPOINT": "TRUE"},
            {"use_fips_endpoint": "false"},
            "https://two-words-fips.eu-west-1.amazonaws.com",
        ),
        (
            REGION,
            {},
            {"use_fips_endpoint": "true"},
            "https://two-words-fips.eu-west-1.amazonaws.com",
        ),
        (
            evolve(REGION, use_fips=False),
            {"AWS_USE_FIPS_ENDPOINT": "true"},
            {"use_fips_endpoint": "true"},
            RULES,
        ),
        (evolve(REGION, use_dual_stack=True), {}, {}, "https://two-words.eu-west-1.api.aws"),
        (
            REGION,
            {"AWS_USE_DUALSTACK_ENDPOINT": "true"},
            {},
            "https://two-words.eu-west-1.api.aws",
        ),
        (
            REGION,
            {"AWS_USE_FIPS_ENDPOINT": "true"},
            {"use_dualstack_endpoint": "true"},
            "https://two-words-fips.eu-west-1.api.aws",
        ),
    ],
)
def test_endpoint_variants(
    options: Options, environ: dict[str, str], profile: dict[str, str], url: str
) -> None:
    """FIPS and dual-stack come from argument, environment or profile."""
    assert url == settled(options, environ, profile).endpoint_url


@pytest.mark.parametrize(
    ("environ", "profile", "expected"),
    [
        (
            {"AWS_USE_FIPS_ENDPOINT": "banana"},
            {},
            "AWS_USE_FIPS_ENDPOINT: expected true or false, got 'banana'",
        ),
        (
            {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "1"},
            {},
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: expected true or false, got '1'",
        ),
        (
            {},
            {"use_dualstack_endpoint": "yes"},
            "use_dualstack_endpoint in the profile: expected true or false, got 'yes'",
        ),
    ],
)
def test_invalid_flag(environ: dict[str, str], profile: dict[str, str], expected: str) -> None:
    """A flag is true or false, and anything else is an error."""
    assert expected == problem(REGION, environ, profile)


def test_fips_with_custom_endpoint() -> None:
    """An error of the endpoint rules names the settings that caused it."""
    assert (
        "FIPS and custom endpoint are not supported (region from the argument region, "
        "endpoint_url from AWS_ENDPOINT_URL, use_fips from use_fips_endpoint in the profile)"
    ) == problem(REGION, OF_ALL, {"use_fips_endpoint": "true"})


def test_dual_stack_with_custom_endpoint() -> None:
    """An error of the endpoint rules about dual-stack names its setting too."""
    assert problem(evolve(REGION, use_dual_stack=True, endpoint_url=URL)).startswith(
        "Dualstack and custom endpoint are not supported ("
    )
