"""Sources of settings, and checks of their values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from attrs import evolve

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.settings import Settings, resolve_settings
from smaws_kms._runtime.config.sources import Found, Profile
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.model.service import Service


def rules(parameters: EndpointParameters) -> Endpoint:
    """Resolve endpoints as most services do."""
    if parameters.endpoint is not None:
        if parameters.use_fips:
            raise EndpointError("FIPS and custom endpoint are not supported")
        if parameters.use_dual_stack:
            raise EndpointError("Dualstack and custom endpoint are not supported")
        return Endpoint(parameters.endpoint)
    fips = "-fips" if parameters.use_fips else ""
    suffix = "api.aws" if parameters.use_dual_stack else "amazonaws.com"
    return Endpoint(f"https://two-words{fips}.{parameters.region}.{suffix}")


SERVICE = Service(
    sdk_id="Two Words",
    target_prefix="TwoWordsService",
    json_version="1.1",
    signing_name="twowords",
    resolve_endpoint=rules,
)


NOTHING_PASSED = Options()
NOTHING_SET: Mapping[str, str] = MappingProxyType({})


def resolve(
    options: Options = NOTHING_PASSED,
    environ: Mapping[str, str] = NOTHING_SET,
    profile: Mapping[str, str] | ConfigurationError = NOTHING_SET,
    service: Service = SERVICE,
) -> Settings | ConfigurationError:
    """Resolve settings, with defaults for all parameters."""
    loaded = profile if isinstance(profile, ConfigurationError) else Profile(profile)
    return resolve_settings(options, service=service, environ=environ, load_profile=lambda: loaded)


def settled(*args: Any, **kwargs: Any) -> Settings:
    """Return settings that are valid."""
    settings = resolve(*args, **kwargs)

    assert isinstance(settings, Settings)
    return settings


def problem(*args: Any, **kwargs: Any) -> str:
    """Return the text of the error."""
    error = resolve(*args, **kwargs)

    assert isinstance(error, ConfigurationError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    return error.message


ENV = {"AWS_REGION": "env-1", "AWS_DEFAULT_REGION": "default-1"}


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
        "no region: looked at the argument region, AWS_REGION, AWS_DEFAULT_REGION "
        "and region in the profile"
    ) == problem()


@pytest.mark.parametrize(
    "region", ["", "-a", "a-", "us-east-1.evil.test", "eu west", "x/", "é", "a\n"]
)
def test_region_that_names_another_host(region: str) -> None:
    """A Region has to be a single label of a host name."""
    assert f"the argument region: expected a region such as us-east-1, got {region!r}" == problem(
        Options(region=region)
    )


URL = "https://custom.test"
REGION = Options(region="eu-west-1")
OF_SERVICE = {"AWS_ENDPOINT_URL_TWO_WORDS": "http://service.test:8080/path/"}
OF_ALL = {"AWS_ENDPOINT_URL": "https://all.test"}
IGNORING = {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "True"}
IN_FILE = {"service_endpoint_url": "https://section.test", "endpoint_url": "https://file.test"}
RULES = "https://two-words.eu-west-1.amazonaws.com"


@pytest.mark.parametrize(
    ("options", "environ", "profile", "url", "source"),
    [
        (
            evolve(REGION, endpoint_url=URL),
            OF_SERVICE | OF_ALL | IGNORING,
            IN_FILE,
            URL,
            "the argument endpoint_url",
        ),
        (
            REGION,
            OF_ALL | OF_SERVICE,
            IN_FILE,
            OF_SERVICE["AWS_ENDPOINT_URL_TWO_WORDS"],
            "AWS_ENDPOINT_URL_TWO_WORDS",
        ),
        (REGION, OF_ALL, IN_FILE, "https://all.test", "AWS_ENDPOINT_URL"),
        (
            REGION,
            {},
            IN_FILE,
            "https://section.test",
            "two_words.endpoint_url in the services section in the profile",
        ),
        (
            REGION,
            {},
            {"endpoint_url": "https://file.test"},
            "https://file.test",
            "endpoint_url in the profile",
        ),
        (REGION, {}, {}, RULES, "the rules of Two Words"),
        (REGION, OF_SERVICE | OF_ALL | IGNORING, IN_FILE, RULES, "the rules of Two Words"),
        (
            REGION,
            OF_SERVICE,
            {"ignore_configured_endpoint_urls": "true"},
            RULES,
            "the rules of Two Words",
        ),
        (
            REGION,
            OF_ALL | {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"},
            {"ignore_configured_endpoint_urls": "true"},
            "https://all.test",
            "AWS_ENDPOINT_URL",
        ),
    ],
)
def test_endpoint(
    options: Options, environ: dict[str, str], profile: dict[str, str], url: str, source: str
) -> None:
    """The endpoint comes from argument, environment or profile, else from the endpoint rules."""
    settings = settled(options, environ, profile)

    assert url == settings.endpoint_url
    assert source == settings.sources["endpoint_url"]
    assert ("twowords", "eu-west-1") == (settings.signing_name, settings.signing_region)


@pytest.mark.parametrize(
    ("url", "shown", "why"),
    [
        ("", "''", "with another scheme or none"),
        ("kms.test", "'kms.test'", "with another scheme or none"),
        ("ftp://kms.test", "'ftp://kms.test'", "with another scheme or none"),
        ("https://", "'https://'", "without a host"),
        ("https:///path", "'https:///path'", "without a host"),
        (
            "https://kms.test:port",
            "'https://kms.test:port'",
            "with a port that is no number from 1 to 65535",
        ),
        (
            "https://kms.test:99999",
            "'https://kms.test:99999'",
            "with a port that is no number from 1 to 65535",
        ),
        ("https://[::1", "'https://[::1'", "with a host or port that cannot be read"),
        ("https://kms.test/ x", "'https://kms.test/ x'", "with characters that no URL has"),
        ("https://kms.test/\n", "'https://kms.test/\\n'", "with characters that no URL has"),
        ("https://me:geheim@kms.test/", "'https://***@kms.test/'", "with user info"),
        ("https://geheim@kms.test", "'https://***@kms.test'", "with user info"),
        ("me:geheim@kms.test", "'***@kms.test'", "with another scheme or none"),
        ("https://kms.test/?geheim=1", "'https://kms.test/'", "with a query or fragment"),
        ("https://kms.test/?", "'https://kms.test/'", "with a query or fragment"),
        ("https://kms.test/#geheim", "'https://kms.test/'", "with a query or fragment"),
    ],
)
def test_endpoint_that_is_none(url: str, shown: str, why: str) -> None:
    """A URL that is not that of a service is an error that shows no secrets."""
    assert (
        "the argument endpoint_url: expected an http or https URL of host, port and path, "
        f"got {shown}, {why}"
    ) == problem(evolve(REGION, endpoint_url=url))


@pytest.mark.parametrize(
    "url",
    ["http://localhost:4566", "https://[::1]:8443/", "https://kms.test/a/b/", "HTTPS://KMS.test"],
)
def test_unusual_endpoints(url: str) -> None:
    """URLs with ports, IPv6 addresses and paths are valid."""
    assert url == settled(evolve(REGION, endpoint_url=url)).endpoint_url


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
def test_flag_that_is_none(environ: dict[str, str], profile: dict[str, str], expected: str) -> None:
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


def test_rules_may_sign_otherwise() -> None:
    """Signing name and Region of the endpoint rules override those of the service."""

    def other_rules(_: EndpointParameters) -> Endpoint:
        return Endpoint(URL, signing_name="n", signing_region="r")

    service = evolve(SERVICE, resolve_endpoint=other_rules)
    settings = settled(REGION, service=service)

    assert ("n", "r") == (settings.signing_name, settings.signing_region)
    assert "eu-west-1" == settings.region


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


def test_missing_region_says_why_the_profile_lacks_it() -> None:
    """The error without a Region says why the profile could not be read."""
    text = problem(Options(endpoint_url=URL), {}, UNUSABLE)

    assert text.endswith("and region in the profile; the profile 'x' cannot be used")


def test_empty_profile_argument() -> None:
    """An empty profile name is an error as argument, and counts as unset as variable."""
    assert "the argument profile: expected a name or None, got ''" == problem(
        evolve(REGION, profile="", endpoint_url=URL)
    )


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
