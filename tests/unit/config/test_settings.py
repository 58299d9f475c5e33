"""Settings besides Region and endpoint: sources, and checks of their values."""

from typing import Any

import pytest

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.sources import Found
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.config.settings_harness import REGION, SERVICE, URL, problem, settled


@pytest.mark.parametrize(
    ("options", "environ", "profile", "app_id"),
    [
        (REGION, {}, {}, None),
        (REGION, {}, {"sdk_ua_app_id": "file"}, "file"),
        (evolve(REGION, endpoint_url=URL), {}, {"sdk_ua_app_id": "file"}, "file"),
        (REGION, {"AWS_SDK_UA_APP_ID": "orders"}, {"sdk_ua_app_id": "file"}, "orders"),
        (evolve(REGION, app_id="mine"), {"AWS_SDK_UA_APP_ID": "orders"}, {}, "mine"),
        (evolve(REGION, app_id="a b/c#d\r\nX: y"), {}, {}, "a-b-c-d--X--y"),
        (evolve(REGION, app_id=""), {"AWS_SDK_UA_APP_ID": "orders"}, {}, None),
    ],
)
def test_app_id(
    options: Options, environ: dict[str, str], profile: dict[str, str], app_id: str | None
) -> None:
    """The app ID comes from argument, environment or profile, cleaned for the user agent."""
    assert app_id == settled(options, environ, profile).app_id


@pytest.mark.parametrize(
    ("options", "environ", "profile", "found"),
    [
        (REGION, {}, {}, None),
        (REGION, {"AWS_CA_BUNDLE": "/e"}, {"ca_bundle": "/p"}, Found("/e", "AWS_CA_BUNDLE")),
        (REGION, {"AWS_CA_BUNDLE": ""}, {"ca_bundle": "/p"}, Found("/p", "ca_bundle in the profile")),
        (
            evolve(REGION, endpoint_url=URL),
            {},
            {"ca_bundle": "/p"},
            Found("/p", "ca_bundle in the profile"),
        ),
    ],
)  # fmt: skip
def test_ca_bundle(
    options: Options, environ: dict[str, str], profile: dict[str, str], found: Found | None
) -> None:
    """The CA bundle comes from environment or profile, with its source."""
    settings = settled(options, environ, profile)

    assert found == settings.ca_bundle
    assert (found and found.source) == settings.sources.get("ca_bundle")


@pytest.mark.parametrize(
    "key",
    [
        "region",
        "endpoint_url",
        "use_fips_endpoint",
        "use_dualstack_endpoint",
        "ignore_configured_endpoint_urls",
        "retry_mode",
        "max_attempts",
        "defaults_mode",
        "ca_bundle",
        "sdk_ua_app_id",
    ],
)
@pytest.mark.parametrize("value", ["\na = b", "one\ntwo"])
def test_indented_lines_below_a_setting(key: str, value: str) -> None:
    """Indented lines below any setting are an error."""
    expected = f"{key} in the profile: expected one value, got indented lines below it"

    assert expected == problem(Options(), {}, {"region": "eu-west-1"} | {key: value})


@pytest.mark.parametrize(
    "argument",
    [{"region": 1}, {"endpoint_url": b"x"}, {"use_fips": "true"}, {"app_id": 1}, {"profile": 1}],
)
def test_wrong_types(argument: dict[str, Any]) -> None:
    """A wrong Python type is a `TypeError` that names the argument."""
    (name,) = argument

    with pytest.raises(TypeError, match=name):
        Options(**argument)


def test_settings_key() -> None:
    """The key of a service in settings is its SDK ID in snake case."""
    assert "two_words" == SERVICE.settings_key
