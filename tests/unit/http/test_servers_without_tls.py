"""Servers that do not speak TLS, behind a URL that says they do."""

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireRequest
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.proxy_servers import talking_nonsense
from tests.unit.http.single_requests import SENDERS, Send, serving

NO_TLS = "; if the server does not speak TLS, write http:// in its URL"


@pytest.mark.parametrize("send", SENDERS)
def test_endpoint(send: Send) -> None:
    """The error says what to change in the URL, and another attempt may be made."""
    with serving(talking_nonsense) as server:
        found = send(WireRequest(f"https://{server.where}/", {"Host": server.where}, b""), TIMEOUTS)

    assert isinstance(found, kms.ConnectError)
    assert ("no", True) == (found.sent, found.retryable)
    assert found.message.startswith(f"could not connect to {server.where}: ")
    assert found.message.endswith(NO_TLS)


@pytest.mark.parametrize("send", SENDERS)
def test_proxy(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does the error of a proxy, whose URL often says https:// by mistake."""
    with serving(talking_nonsense) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"https://{proxy.where}")
        found = send(WireRequest("https://kms.test/", {"Host": "kms.test"}, b""), TIMEOUTS)

    assert isinstance(found, kms.ConnectError)
    assert found.message.startswith(
        f"could not connect to the proxy {proxy.where} (from HTTPS_PROXY)"
    )
    assert found.message.endswith(NO_TLS)
