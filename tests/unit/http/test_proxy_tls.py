"""TLS through proxies, and to proxies: errors name the side that failed."""

from pathlib import Path

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.auth.asking import Ask, serving
from tests.unit.http.http_fakes import WAITS
from tests.unit.http.proxy_servers import FEW, hanging_up, http_proxy, post, silent, socks_proxy
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server


@pytest.mark.parametrize("host", ["other.test", None])
def test_untrusted_proxy(  # noqa: PLR0917 - parameters of pytest
    host: str | None,
    ask: Ask,
    secured: Server,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy with an untrusted certificate gets nothing, and the error names it."""
    other = Authority() if host is None else authority
    with serving(http_proxy([]), other.server(host or "localhost")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert not answer.retryable
    assert f"could not connect to the proxy {proxy.where} (from HTTPS_PROXY): " in answer.message
    assert "certificate verify failed" in answer.message
    assert (host is None) == ("AWS_CA_BUNDLE" in answer.message)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_untrusted_endpoint(
    scheme: str, ask: Ask, secured: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error for an untrusted endpoint names the endpoint, as behind TLS inspection."""
    Authority().write(tmp_path / "other.pem")
    make = http_proxy if scheme == "http" else socks_proxy
    with serving(make([])) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://{proxy.where}")
        answer = ask(post(secured, Bundle(str(tmp_path / "other.pem"), "x")), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert ("no", False) == (answer.sent, answer.retryable)
    assert answer.message.startswith(
        f"could not connect to {secured.where} through the proxy {proxy.where} (from HTTPS_PROXY): "
    )
    assert "name the file of its authority's certificate in AWS_CA_BUNDLE" in answer.message


def test_endpoint_that_hangs_up(
    ask: Ask, authority: Authority, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of the endpoint does not name the proxy, and `sent` is `maybe`."""
    with (
        serving(hanging_up, authority.server("localhost")) as server,
        serving(http_proxy([])) as via,
    ):
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        answer = ask(post(server, bundle), WAITS)

    assert isinstance(answer, kms.ConnectionLostError)
    assert "maybe" == answer.sent


def test_endpoint_that_is_slow_with_tls(
    ask: Ask, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A TLS handshake that hangs behind the proxy ends at its timeout, with `sent == "no"`."""
    with serving(silent) as server, serving(http_proxy([])) as via:
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        request = WireRequest(f"https://{server.where}/", {"Host": server.where}, b"", bundle)
        answer = ask(request, FEW)

    assert isinstance(answer, kms.ConnectTimeoutError)
    assert ("no", True) == (answer.sent, f"{server.where} through the proxy" in answer.message)
