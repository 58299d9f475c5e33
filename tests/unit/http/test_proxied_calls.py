"""The route of a request: through a proxy on loopback, or past it."""

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.proxy_servers import QUOTED, http_proxy, post, socks_proxy
from tests.unit.http.single_requests import Send, serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server


def test_connect(
    send: Send, endpoint: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For an endpoint with TLS the proxy gets CONNECT, otherwise the request."""
    seen: list[str] = []
    with serving(http_proxy(seen)) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        outcome = send(post(endpoint, bundle), TIMEOUTS)

    assert isinstance(outcome, WireResponse)
    assert b"hi" == outcome.body
    secure = f"CONNECT {endpoint.where} HTTP/1.1"
    assert [secure if endpoint.host == "localhost" else f"POST {endpoint.url} HTTP/1.1"] == seen


def test_proxy_with_tls(
    send: Send,
    endpoint: Server,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """TLS with the proxy uses the same trust roots, also with TLS to the endpoint inside."""
    seen: list[str] = []
    with serving(http_proxy(seen), authority.server("localhost")) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        outcome = send(post(endpoint, bundle), TIMEOUTS)

    assert isinstance(outcome, WireResponse)
    assert b"hi" == outcome.body
    assert 1 == len(seen)


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
@pytest.mark.parametrize(
    ("user_info", "accepted"), [(QUOTED, True), ("s3cret:s3cret", False), (None, False)]
)
def test_user_info(  # noqa: PLR0917 - parameters of pytest
    scheme: str,
    user_info: str | None,
    accepted: bool,  # noqa: FBT001 - a parameter of pytest
    send: Send,
    endpoint: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """User name and password are decoded and sent; if the proxy refuses them, the error names it once."""
    seen: list[str] = []
    make = http_proxy if scheme == "http" else socks_proxy
    with serving(make(seen, asks=True)) as proxy:
        at = f"{user_info}@" if user_info else ""
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{at}{proxy.where}")
        outcome = send(post(endpoint, bundle), TIMEOUTS)

    assert accepted == isinstance(outcome, WireResponse)
    if not isinstance(outcome, WireResponse):
        assert isinstance(outcome, kms.ConnectError)
        assert ("no", False) == (outcome.sent, outcome.retryable)
        assert f"proxy {proxy.where} (from ALL_PROXY) refused to connect to" in outcome.message
        assert "s3cret" not in outcome.message


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_socks(
    scheme: str, send: Send, endpoint: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOCKS proxy gets the endpoint's name."""
    seen: list[str] = []
    with serving(socks_proxy(seen)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        outcome = send(post(endpoint, bundle), TIMEOUTS)

    assert isinstance(outcome, WireResponse)
    assert b"hi" == outcome.body
    assert [endpoint.where] == seen


@pytest.mark.parametrize("exempt", ["localhost", "127.0.0.1,localhost"])
def test_exempt(
    exempt: str, send: Send, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A malformed proxy variable does not matter for an exempt endpoint."""
    monkeypatch.setenv("ALL_PROXY", "socks://user:p#w@h:99999")
    monkeypatch.setenv("NO_PROXY", f"[::1],fe80::/10,{exempt}")

    assert isinstance(send(post(secured, bundle), TIMEOUTS), WireResponse)
