"""The path of requests, below the one that an endpoint has."""

from concurrent.futures import Future

import pytest

from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from smaws_kms._runtime.config.settings import Options
from tests.unit.hand_made import service


@pytest.mark.parametrize(
    ("expected", "path", "url"),
    [
        ("https://x.test", "/", "https://x.test"),
        ("https://x.test/", "/", "https://x.test/"),
        ("https://x.test/custom/", "/custom/", "https://x.test/custom"),
        ("https://x.test/custom/", "/custom/", "https://x.test/custom/"),
    ],
)
def test_requests_are_for_the_root_below_the_endpoint(expected: str, path: str, url: str) -> None:
    """`/` is appended to the path that the user gave; the signature covers the same."""
    options = Options(region="us-east-1", endpoint_url=url)
    flight = ConfigResolver(service(), options, {}).get()
    assert isinstance(flight, Future)
    found = flight.result(10)
    assert isinstance(found, ResolvedConfig)

    assert (expected, path) == (found.url, found.target.path)
