"""Where single requests go: prefixes of the host, and URLs in requests."""

import pytest

from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import ConfigurationError, RequestValidationError
from tests.unit.example_service import LABEL, Request, config, operation


@pytest.mark.parametrize(
    ("expected", "url"),
    [
        ("https://data-a1.hand.example", "https://hand.example"),
        ("http://data-a1.localhost:8080/base/", "http://localhost:8080/base/"),
    ],
)
def test_prefix_comes_in_front_of_the_host(expected: str, url: str) -> None:
    """URL and signature have the prefix, also with a custom endpoint."""
    found = address(config(url), operation(host_prefix=LABEL), Request(label="a1"))
    assert isinstance(found, ResolvedConfig)

    assert expected == found.url
    assert expected.split("/")[2] == found.target.host


@pytest.mark.parametrize("label", [None, "", "a.b", "a/b", "-a", "a-", "a" * 64, "é", "a\n"])
def test_invalid_label_is_an_error(label: str | None) -> None:
    """A label that would name another host is an error with the member and without its value."""
    found = address(
        config("https://hand.example"), operation(host_prefix=LABEL), Request(label=label)
    )
    assert isinstance(found, RequestValidationError)

    assert "label" == found.member
    assert found.message.startswith("label must be a label of a host name")


def test_prefix_can_be_switched_off() -> None:
    """With `prefixes_hosts` off, the endpoint is used unchanged."""
    there = config("https://hand.example", prefixes_hosts=False)

    assert there is address(there, operation(host_prefix=LABEL), Request(label="a1"))


@pytest.mark.parametrize("url", ["http://[::1]:8080", "http://127.0.0.1"])
def test_address_takes_no_prefix(url: str) -> None:
    """The error for an IP address names the setting that turns prefixes off."""
    found = address(config(url), operation(host_prefix="data."), Request())
    assert isinstance(found, ConfigurationError)

    assert "AWS_DISABLE_HOST_PREFIX_INJECTION" in found.message


def test_url_in_the_request_has_priority() -> None:
    """A URL in the request replaces the endpoint; without one the endpoint is used."""
    there = config("https://hand.example")
    elsewhere = operation(endpoint_member="url")
    found = address(there, elsewhere, Request(url="https://other.example/path"))
    assert isinstance(found, ResolvedConfig)

    assert ("https://other.example/path", "other.example") == (found.url, found.target.host)
    assert there is address(there, elsewhere, Request())


@pytest.mark.parametrize("url", ["other.example", "ftp://x", "https://u:p@x", "https://x?secret"])
def test_invalid_url_is_an_error(url: str) -> None:
    """The error for a malformed URL names the member without its value."""
    found = address(
        config("https://hand.example"), operation(endpoint_member="url"), Request(url=url)
    )
    assert isinstance(found, RequestValidationError)

    assert "url" == found.member
    assert url not in str(found)
