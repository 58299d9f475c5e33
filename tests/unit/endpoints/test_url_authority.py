"""Valid hosts and ports are accepted, and the signed host is the host of the request."""

from typing import Any

import httpx
import pytest

import smaws_kms as kms
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.endpoints.url_authority import problem_of_authority
from smaws_kms.signing import sign
from tests.unit.auth.sigv4_examples import KEY, NOON
from tests.unit.http.http_fakes import Server

GOOD = [
    "localhost",
    "LocalHost:4566",
    "local_stack:4566",
    "_kms._tcp.test",
    "my-kms_1.internal",
    "kms.us-east-1.amazonaws.com",
    "kms.us-east-1.amazonaws.com.",
    "vpce-0a1b-c2d3.kms.us-east-1.vpce.amazonaws.com:443",
    "xn--bcher-kva.test",
    "127.0.0.1:1",
    "10.0.0.255:65535",
    "[::1]",
    "[2001:DB8::1]:8443",
    "[::ffff:127.0.0.1]",
    "0a.test",
    "a" * 63 + ".test",
    "kms.test:",
]
BAD = [
    ("", "without a host"),
    (":80", "without a host"),
    ("kms.test:0", "with a port"),
    ("kms.test:00", "with a port"),
    ("kms.test:080", "with a port"),
    ("kms.test:65536", "with a port"),
    ("kms.test:-1", "with a port"),
    ("kms.test:+80", "with a port"),
    ("kms.test: 80", "with a port"),
    ("kms.test:8_0", "with a port"),
    ("kms.test:80:80", "with a port"),
    ("kms.test:٨٠", "with a port"),
    ("me@kms.test", "with a user name or password"),
    ("me:geheim@kms.test", "with a user name or password"),
    ("kms.test@evil.test", "with a user name or password"),
    ("good<evil>", "with a host"),
    ("good;evil", "with a host"),
    ("good%2eevil", "with a host"),
    ("good%00", "with a host"),
    ("good\\evil", "with a host"),
    ("good evil", "with a host"),
    ("good\tevil", "with a host"),
    ("good\nevil", "with a host"),
    ("good,evil", "with a host"),
    ("good'evil", "with a host"),
    ('good"evil', "with a host"),
    ("good{evil}", "with a host"),
    ("good|evil", "with a host"),
    ("good^evil", "with a host"),
    ("good`evil", "with a host"),
    ("good$evil", "with a host"),
    ("good*evil", "with a host"),
    ("good~evil", "with a host"),
    ("good!evil", "with a host"),
    ("good..evil", "with a host"),
    (".evil", "with a host"),
    (".", "with a host"),
    ("evil..", "with a host"),
    ("-evil", "with a host"),
    ("evil-.test", "with a host"),
    ("bücher.test", "with a host"),
    ("good\u3002evil", "with a host"),
    ("\uff4bms.test", "with a host"),
    ("a" * 64, "with a host"),
    (".".join(["a" * 60] * 5), "with a host"),
    ("127.1", "with a host"),
    ("2130706433", "with a host"),
    ("0x7f000001", "with a host"),
    ("0x7f.0.0.1", "with a host"),
    ("127.0.0.01", "with a host"),
    ("127.0.0.1.", "with a host"),
    ("256.0.0.1", "with a host"),
    ("1.2.3.4.5", "with a host"),
    ("kms.0x", "with a host"),
    ("[::1", "with a host"),
    ("::1", "without a host"),
    ("2001:db8::1", "with a port"),
    ("[::1]x", "with a host"),
    ("[]", "with a host"),
    ("[kms.test]", "with a host"),
    ("[127.0.0.1]", "with a host"),
    ("[fe80::1%eth0]", "with a host"),
    ("[fe80::1%25eth0]", "with a host"),
    ("[::1]]", "with a host"),
    ("[[::1]]", "with a host"),
    ("[v1.x]", "with a host"),
]


@pytest.mark.parametrize("authority", GOOD)
def test_good(authority: str) -> None:
    """Valid names and addresses are accepted."""
    assert problem_of_authority(authority) is None


@pytest.mark.parametrize(("authority", "why"), BAD)
def test_bad(authority: str, why: str) -> None:
    """Hosts that parsers read differently, or that no system resolves, are refused."""
    assert (problem_of_authority(authority) or "").startswith(why)


def _settings(authority: str) -> dict[str, Any]:
    return {
        "region": "us-east-1",
        "endpoint_url": f"http://{authority}",
        "credentials": kms.Credentials("AKIDEXAMPLE", "key"),
    }


@pytest.mark.parametrize("authority", GOOD)
def test_signed_host_is_the_sent_one(authority: str) -> None:
    """The `Host` header, the address of the connection and the signed host are the same."""
    server = Server()
    with kms.KMSClient(**_settings(authority), http=server) as client:
        result = client.list_keys()
    request = server.requests[0]
    signed = target(f"http://{authority}/").host

    assert isinstance(result, kms.Ok)
    assert [signed] == request.headers.get_list("host")
    assert request.url.netloc.decode().lower() == signed.removesuffix(":80")


@pytest.mark.parametrize(("authority", "_"), BAD)
async def test_bad_endpoints_are_errors(authority: str, _: str) -> None:
    """Both clients return a `ConfigurationError` and send nothing."""
    server = Server()
    with kms.KMSClient(**_settings(authority), http=server) as client:
        blocking = client.list_keys()
    async with kms.AsyncKMSClient(**_settings(authority), http=server) as async_client:
        awaited = await async_client.list_keys()

    for result in (blocking, awaited):
        assert isinstance(result.err, kms.ConfigurationError)
        assert "the argument endpoint_url: expected an http or https URL" in str(result.err)
        assert "geheim" not in str(result.err)
        assert str(result.err).isprintable()
    assert [] == server.requests


@pytest.mark.parametrize(("authority", "_"), BAD)
def test_bad_hosts_are_not_signed(authority: str, _: str) -> None:
    """The public signer refuses bad hosts and names the argument."""
    with pytest.raises(ValueError, match=r"^url: expected ") as caught:
        sign(
            method="GET",
            url=f"https://{authority}/",
            headers={},
            body=b"",
            region="us-east-1",
            service="kms",
            credentials=KEY,
            now=NOON,
        )

    assert caught.value.__cause__ is None
    assert "geheim" not in f"{caught.value}{caught.value.__context__}"


@pytest.mark.parametrize(
    "path", ["<x>", '"', "a|b", "{x}", "^", "`", "\\x", "%", "%2", "%zz", "a b", "a\tb", "\u00e9"]
)
def test_paths_that_http_libraries_encode(path: str) -> None:
    """A path that HTTP libraries percent-encode is refused: its signature would be wrong."""
    with kms.KMSClient(**_settings(f"kms.test/{path}"), http=Server()) as client:
        error = client.list_keys().err

    assert isinstance(error, kms.ConfigurationError)
    assert str(error).endswith("with a character that a URL cannot have, such as a space")


def test_paths_that_need_no_encoding() -> None:
    """A path of the characters of URLs reaches the server unchanged."""
    path = "/a-b_c.d~e!$&'()*+,;=:@%2F%C3%A9/"
    server = Server()
    with kms.KMSClient(**_settings(f"kms.test{path}"), http=server) as client:
        assert client.list_keys().is_ok

    assert path.encode() == server.requests[0].url.raw_path
    assert httpx.URL(f"http://kms.test{path}").raw_path == server.requests[0].url.raw_path
