"""The endpoint URL: its sources, and checks of its value."""

import pytest

from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointParameters
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.config.settings_harness import (
    IGNORING,
    OF_ALL,
    REGION,
    RULES,
    SERVICE,
    URL,
    problem,
    settled,
)

OF_SERVICE = {"AWS_ENDPOINT_URL_TWO_WORDS": "http://service.test:8080/path/"}
IN_FILE = {"service_endpoint_url": "https://section.test", "endpoint_url": "https://file.test"}


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
        ("", "''", "without http:// or https:// at the start"),
        ("kms.test", "'kms.test'", "without http:// or https:// at the start"),
        ("ftp://kms.test", "'ftp://kms.test'", "without http:// or https:// at the start"),
        ("https://", "'https://'", "without a host"),
        ("https:///path", "'https:///path'", "without a host"),
        (
            "https://kms.test:port",
            "'https://kms.test:port'",
            "with a port that is not a number from 1 to 65535",
        ),
        (
            "https://kms.test:99999",
            "'https://kms.test:99999'",
            "with a port that is not a number from 1 to 65535",
        ),
        ("https://[::1", "'https://[::1'", "with a host or port that is not valid"),
        (
            "https://kms.test/ x",
            "'https://kms.test/ x'",
            "with a character that a URL cannot have, such as a space",
        ),
        (
            "https://kms.test/\n",
            "'https://kms.test/\\n'",
            "with a character that a URL cannot have, such as a space",
        ),
        ("https://me:geheim@kms.test/", "'https://***@kms.test/'", "with a user name or password"),
        ("https://geheim@kms.test", "'https://***@kms.test'", "with a user name or password"),
        ("me:geheim@kms.test", "'***@kms.test'", "without http:// or https:// at the start"),
        ("https://kms.test/?geheim=1", "'https://kms.test/'", "with a query or fragment"),
        ("https://kms.test/?", "'https://kms.test/'", "with a query or fragment"),
        ("https://kms.test/#geheim", "'https://kms.test/'", "with a query or fragment"),
    ],
)
def test_invalid_endpoint(url: str, shown: str, why: str) -> None:
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


def test_signing_name_and_region_of_the_rules() -> None:
    """Signing name and Region of the endpoint rules override those of the service."""

    def other_rules(_: EndpointParameters) -> Endpoint:
        return Endpoint(URL, signing_name="n", signing_region="r")

    service = evolve(SERVICE, resolve_endpoint=other_rules)
    settings = settled(REGION, service=service)

    assert ("n", "r") == (settings.signing_name, settings.signing_region)
    assert "eu-west-1" == settings.region
