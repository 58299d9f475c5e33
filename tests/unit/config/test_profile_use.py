"""When settings load the profile, and when an unusable profile is an error."""

import pytest

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.config.settings_harness import (
    ENV,
    IGNORING,
    REGION,
    SERVICE,
    URL,
    problem,
    resolve,
    settled,
)


def no_profile() -> Profile:
    """Fail a test in which the profile must not be loaded."""
    raise AssertionError("the profile was loaded")


def test_profile_is_not_needed() -> None:
    """If arguments and environment have all settings, the profile is not loaded."""
    environ = {
        **ENV,
        **IGNORING,
        "AWS_USE_FIPS_ENDPOINT": "false",
        "AWS_USE_DUALSTACK_ENDPOINT": "false",
        "AWS_RETRY_MODE": "standard",
        "AWS_MAX_ATTEMPTS": "3",
        "AWS_DEFAULTS_MODE": "standard",
        "AWS_CA_BUNDLE": "/bundle.pem",
        "AWS_SDK_UA_APP_ID": "shop",
    }
    settings = resolve_settings(
        Options(), service=SERVICE, environ=environ, load_profile=no_profile
    )

    assert isinstance(settings, Settings)


UNUSABLE = ConfigurationError("the profile 'x' cannot be used")


@pytest.mark.parametrize("environ", [{}, {"AWS_PROFILE": "x"}])
def test_endpoint_in_code_needs_no_profile(environ: dict[str, str]) -> None:
    """An unusable profile is no error for code that names endpoint and Region."""
    assert URL == settled(evolve(REGION, endpoint_url=URL), environ, UNUSABLE).endpoint_url


def test_named_profile_is_needed() -> None:
    """An unusable profile is an error if code names it."""
    options = evolve(REGION, endpoint_url=URL, profile="x")

    assert "the profile 'x' cannot be used" == problem(options, {}, UNUSABLE)


def test_missing_region_with_an_unusable_profile() -> None:
    """The error without a Region says why the profile could not be read."""
    text = problem(Options(endpoint_url=URL), {}, UNUSABLE)

    assert text.endswith("or region in the profile; the profile 'x' cannot be used")


def test_empty_profile_argument() -> None:
    """An empty profile name is an error as argument, and counts as unset as variable."""
    assert "the argument profile: expected a name or None, got ''" == problem(
        evolve(REGION, profile="", endpoint_url=URL)
    )


def test_profile_is_loaded_once() -> None:
    """The profile is loaded once, however many settings are missing."""
    loads: list[str] = []

    def load() -> Profile:
        loads.append("load")
        return Profile({"region": "eu-west-1"})

    resolve_settings(Options(), service=SERVICE, environ={}, load_profile=load)

    assert ["load"] == loads


def test_profile_that_cannot_be_loaded() -> None:
    """An error of the profile becomes another error object with the same text."""
    error = ConfigurationError("the profile 'x' cannot be used")

    assert "the profile 'x' cannot be used" == problem(Options(), {}, error)
    assert error is not resolve(Options(), {}, error)
