"""Errors of calls through proxies that refuse, are down or stay silent."""

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.proxy_servers import (
    FEW,
    hanging_up,
    post,
    refusing_proxy,
    silent,
    socks_proxy,
    talking_nonsense,
)
from tests.unit.http.single_requests import Send, serving
from tests.unit.http11.scripted_server import Script, Server


@pytest.mark.parametrize(
    ("status", "retryable", "text"),
    [
        (b"407 s3cret", False, "407 Proxy Authentication Required; it asks for a user name"),
        (b"403 s3cret", False, "403 Forbidden"),
        (b"502 s3cret", True, "502 Bad Gateway"),
        (b"429 s3cret", True, "429 Too Many Requests"),
        (b"799 s3cret", True, "799"),
    ],
)
def test_refused(  # noqa: PLR0917 - parameters of pytest
    status: bytes,
    retryable: bool,  # noqa: FBT001 - a parameter of pytest
    text: str,
    send: Send,
    secured: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error for a refused CONNECT has proxy and status, without the proxy's text."""
    with serving(refusing_proxy(status)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        outcome = send(post(secured, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert ("no", retryable) == (outcome.sent, outcome.retryable)
    where = f"the proxy {proxy.where} (from HTTPS_PROXY) refused to connect to {secured.where}: "
    assert outcome.message.startswith(f"{where}{text}")
    assert "s3cret" not in outcome.message


@pytest.mark.parametrize("status", [b"403 x", b"407 x"])
def test_refused_without_tls(status: bytes, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error for a response of the proxy itself names the proxy."""
    with serving(refusing_proxy(status)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        outcome = send(WireRequest("http://kms.test/", {"Host": "kms.test"}, b""), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert f"the proxy {proxy.where} (from HTTP_PROXY) refused" in outcome.message


@pytest.mark.parametrize(
    "head", [b"Content-Type: application/x-amz-json-1.1", b"x-amzn-RequestId: id"]
)
def test_denied_by_the_service(head: bytes, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the service does not name the proxy."""
    with serving(refusing_proxy(b"403 Forbidden\r\n" + head)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        outcome = send(WireRequest("http://kms.test/", {"Host": "kms.test"}, b""), TIMEOUTS)

    assert isinstance(outcome, WireResponse)
    assert 403 == outcome.status_code


def test_refused_by_socks(
    send: Send, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error of a SOCKS proxy that cannot reach the endpoint names it, and is retryable."""
    with serving(socks_proxy([], reply=5)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://{proxy.where}")
        outcome = send(post(secured, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert ("no", True) == (outcome.sent, outcome.retryable)
    assert f"the SOCKS proxy {proxy.where} (from ALL_PROXY) refused" in outcome.message
    assert "Connection refused" in outcome.message


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
@pytest.mark.parametrize("host", ["127.0.0.1:1", "proxy.invalid:1"])
def test_down(  # noqa: PLR0917 - parameters of pytest
    scheme: str,
    host: str,
    send: Send,
    endpoint: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error for an unreachable proxy names the proxy."""
    monkeypatch.setenv("ALL_PROXY", f"{scheme}://s3cret:s3cret@{host}")
    outcome = send(post(endpoint, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert ("no", True) == (outcome.sent, outcome.retryable)
    assert outcome.message.startswith(f"could not connect to the proxy {host} (from ALL_PROXY): [E")
    assert "s3cret" not in outcome.message


@pytest.mark.parametrize("script", [hanging_up, talking_nonsense])
@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_no_proxy_at_all(  # noqa: PLR0917 - parameters of pytest
    script: Script,
    scheme: str,
    send: Send,
    secured: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server that does not speak the proxy protocol does not get the request."""
    with serving(script) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        outcome = send(post(secured, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert "no" == outcome.sent
    assert "it does not respond like a proxy" in outcome.message
    assert proxy.where in outcome.message
    assert "s3cret" not in outcome.message


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
def test_silent(
    scheme: str, send: Send, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The handshake with a proxy counts towards the connect timeout."""
    with serving(silent) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        outcome = send(post(secured, bundle), FEW)

    assert isinstance(outcome, kms.ConnectTimeoutError)
    assert "no" == outcome.sent
    assert f"the proxy {proxy.where} (from ALL_PROXY) did not respond" in outcome.message


def test_broken(
    send: Send, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A malformed proxy variable is a ConfigurationError, and nothing is sent."""
    monkeypatch.setenv("HTTPS_PROXY", "ftp://h:1")
    outcome = send(post(secured, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConfigurationError)
    assert outcome.message.startswith("HTTPS_PROXY: expected a proxy")
    assert 0 == secured.accepted
