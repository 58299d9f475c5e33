"""TLS through proxies, and to proxies: errors name the side that failed."""

from pathlib import Path

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.proxy_servers import FEW, hanging_up, http_proxy, post, silent, socks_proxy
from tests.unit.http.single_requests import Send, serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server


@pytest.mark.parametrize("host", ["other.test", None])
def test_untrusted_proxy(  # noqa: PLR0917 - parameters of pytest
    host: str | None,
    send: Send,
    secured: Server,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy with an untrusted certificate gets nothing, and the error names it."""
    other = Authority() if host is None else authority
    with serving(http_proxy([]), other.server(host or "localhost")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        outcome = send(post(secured, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert not outcome.retryable
    assert f"could not connect to the proxy {proxy.where} (from HTTPS_PROXY): " in outcome.message
    assert "certificate verify failed" in outcome.message
    assert (host is None) == ("AWS_CA_BUNDLE" in outcome.message)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_untrusted_endpoint(
    scheme: str, send: Send, secured: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error for an untrusted endpoint names the endpoint, as behind TLS inspection."""
    Authority().write(tmp_path / "other.pem")
    make = http_proxy if scheme == "http" else socks_proxy
    with serving(make([])) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://{proxy.where}")
        outcome = send(post(secured, Bundle(str(tmp_path / "other.pem"), "x")), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert ("no", False) == (outcome.sent, outcome.retryable)
    assert outcome.message.startswith(
        f"could not connect to {secured.where} through the proxy {proxy.where} (from HTTPS_PROXY): "
    )
    assert "name the file of its authority's certificate in AWS_CA_BUNDLE" in outcome.message


def test_endpoint_that_hangs_up(
    send: Send, authority: Authority, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of the endpoint does not name the proxy, and `sent` is `maybe`."""
    with (
        serving(hanging_up, authority.server("localhost")) as server,
        serving(http_proxy([])) as via,
    ):
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        outcome = send(post(server, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectionLostError)
    assert "maybe" == outcome.sent


def test_endpoint_that_is_slow_with_tls(
    send: Send, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A TLS handshake that hangs behind the proxy ends at its timeout, with `sent == "no"`."""
    with serving(silent) as server, serving(http_proxy([])) as via:
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        request = WireRequest(f"https://{server.where}/", {"Host": server.where}, b"", bundle)
        outcome = send(request, FEW)

    assert isinstance(outcome, kms.ConnectTimeoutError)
    assert ("no", True) == (outcome.sent, f"{server.where} through the proxy" in outcome.message)
