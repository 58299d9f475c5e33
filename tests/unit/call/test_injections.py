"""Settings cannot change the host, the request line or other headers."""

import os
from collections.abc import Iterator
from typing import Any, Final

import pytest

import smaws_kms as kms
from tests.unit.http.http_fakes import Server

REGIONS: Final = [
    "evil.test",
    "us-east-1.evil.test",
    "us-east-1.",
    ".us-east-1",
    "evil.test/",
    "evil.test#",
    "evil.test?",
    "evil.test\\",
    "@evil.test",
    "x@evil.test",
    "x:y@evil.test",
    "us-east-1:8080",
    "us-east-1/../..",
    "us-east-1%2eevil",
    "us-east-1%00",
    "us-east-1\0",
    "us-east-1\r\nX: y",
    "us-east-1\n",
    "us-east-1\t",
    " us-east-1",
    "us-east-1 ",
    "us east",
    "-us",
    "us-",
    "[::1]",
    "us\u3002east",
    "\uff55s-east-1",
    "\u202eus-east-1",
    "us;east",
    "us,east",
    "us<east>",
    "us_east_1",
    "$us",
    "{region}",
    "a" * 64,
    "\ud800",
]
"""Without the empty string, which means "not set" in the environment."""
VALUES: Final = [
    "a\r\nX-Injected: 1",
    "a\nX-Injected: 1",
    "a\rX-Injected: 1",
    "a\r\n\r\nGET / HTTP/1.1",
    "a\0",
    "a\x0b",
    "a\x7f",
    "a\x85b",
    "a\u2028b",
    "a\u010d\u010a",
    "\u560d\u560a",
    "\ud800",
    " a",
    "a ",
    "a\t",
]
NAMES: Final = [
    "",
    "X-A:",
    "X-A: b\r\nX-Injected",
    "X A",
    " X-A",
    "X-A ",
    "X-A\n",
    "X\0A",
    "X-\u00c4",
    "X-\u212a",
    "(X)",
    "X/A",
    "Host",
    "HOST",
    "Content-Length",
    "content-length",
    "Transfer-Encoding",
    "Connection",
    "Authorization",
    "X-Amz-Date",
    "X-Amz-Target",
    "X-Amz-Security-Token",
    "Accept-Encoding",
]
CLIENTS: Final = ["async", "blocking"]


def _settings(**changes: Any) -> dict[str, Any]:
    given = {"region": "us-east-1", "credentials": kms.Credentials("AKID", "key"), **changes}
    return {name: value for name, value in given.items() if value is not None}


async def _error_of(client: str, server: Server, **changes: Any) -> Any:
    if client == "async":
        async with kms.AsyncKMSClient(**_settings(**changes), http=server) as asynchronous:
            return (await asynchronous.list_keys()).err
    with kms.KMSClient(**_settings(**changes), http=server) as blocking:
        return blocking.list_keys().err


@pytest.fixture
def no_region() -> Iterator[pytest.MonkeyPatch]:
    """Patch the environment so that it has no Region."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
            patch.delenv(name, raising=False)
        yield patch


def _refused(error: object, server: Server) -> None:
    assert isinstance(error, kms.ConfigurationError)
    assert str(error).isprintable()
    assert str(error).encode()
    assert 4096 > len(str(error))
    assert [] == server.requests


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("region", REGIONS, ids=ascii)
async def test_regions_as_arguments(region: str, client: str) -> None:
    """A Region argument that would change the host or the URL is refused."""
    server = Server()

    _refused(await _error_of(client, server, region=region), server)


@pytest.mark.parametrize("variable", ["AWS_REGION", "AWS_DEFAULT_REGION"])
@pytest.mark.parametrize("region", [it for it in REGIONS if "\0" not in it], ids=ascii)
async def test_regions_in_the_environment(
    region: str, variable: str, no_region: pytest.MonkeyPatch
) -> None:
    """The same Regions are refused in the environment."""
    server = Server()
    no_region.setenv(variable, os.fsdecode(region.encode("utf-8", "surrogatepass")))

    for client in CLIENTS:
        _refused(await _error_of(client, server, region=None), server)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("value", VALUES, ids=ascii)
@pytest.mark.parametrize("name", ["X-A", "User-Id", "traceparent"])
async def test_values_of_headers(name: str, value: str, client: str) -> None:
    """A header value with a line break is refused, and not quoted."""
    server = Server()

    error = await _error_of(client, server, headers={name: value})
    _refused(error, server)
    assert "Injected" not in str(error)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", NAMES, ids=ascii)
async def test_names_of_headers(name: str, client: str) -> None:
    """An invalid header name, or one that a call sets itself, is refused."""
    server = Server()

    _refused(await _error_of(client, server, headers={name: "1"}), server)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("value", VALUES, ids=ascii)
async def test_app_ids(value: str, client: str) -> None:
    """An app ID only changes its part of the user agent."""
    server = Server()

    assert await _error_of(client, server, app_id=value) is None
    sent = server.requests[0].headers
    assert "x-injected" not in sent
    assert sent["user-agent"].isprintable()
    assert sent["user-agent"].isascii()
