"""Untrusted server certificates: the error text, and that the call is not retried."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trio

import smaws_kms as kms
from smaws_kms._runtime.http import transport_selection
from smaws_kms._runtime.http.messages import WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.single_requests import SENDERS, Send, serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server, echo

UNKNOWN = "if a proxy or gateway inspects TLS here, or the endpoint is your own, name the file"
CLOCK = "if the certificate is in order, the clock of this machine may be wrong"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

CASES = [
    ("unknown", "unable to get local issuer certificate", UNKNOWN),
    ("expired", "certificate has expired", CLOCK),
    ("name", "certificate is not valid for 'localhost'", ""),
]


@pytest.fixture
def authority() -> Authority:
    """Return a certificate authority."""
    return Authority()


@pytest.fixture
def bundle(authority: Authority, tmp_path: Path) -> Bundle:
    """Return its certificate."""
    authority.write(tmp_path / "roots.pem")
    return Bundle(str(tmp_path / "roots.pem"), "x")


def context_of(kind: str, authority: Authority) -> ssl.SSLContext:
    """Return the TLS context of a server that must not be trusted."""
    match kind:
        case "unknown":
            return Authority().server("localhost")
        case "expired":
            return authority.server("localhost", LONG_AGO + timedelta(days=1))
        case _:
            return authority.server("other.test")


def post(server: Server, bundle: Bundle) -> WireRequest:
    """Return a request to a server."""
    return WireRequest(server.url, {"Host": server.where, "Content-Length": "2"}, b"hi", bundle)


@pytest.mark.parametrize("switch", ["on", "off"])
@pytest.mark.parametrize("send", SENDERS)
@pytest.mark.parametrize(("kind", "words", "hint"), CASES)
def test_untrusted(  # noqa: PLR0917 - parameters of pytest
    kind: str,
    words: str,
    hint: str,
    send: Send,
    switch: str,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error has the host, the fault of its certificate, and advice, on all transports."""
    monkeypatch.setenv(transport_selection.SWITCH, switch)
    with serving(echo, context_of(kind, authority)) as server:
        outcome = send(post(server, bundle), TIMEOUTS)

    assert isinstance(outcome, kms.ConnectError)
    assert ("no", False) == (outcome.sent, outcome.retryable)
    assert server.where in outcome.message
    assert words in outcome.message
    assert outcome.message.endswith(("AWS_CA_BUNDLE", "be wrong")) == bool(hint)
    assert hint in outcome.message


async def test_one_attempt(
    authority: Authority, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call to an untrusted server makes one attempt."""
    monkeypatch.setenv("AWS_CA_BUNDLE", bundle.path)
    credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
    with serving(echo, authority.server("other.test")) as server:
        async with kms.AsyncKMSClient(
            region="eu-west-1", credentials=credentials, endpoint_url=server.url
        ) as client:
            first = await client.list_keys()
        with kms.KMSClient(
            region="eu-west-1", credentials=credentials, endpoint_url=server.url
        ) as blocking_client:
            second = blocking_client.list_keys()
        third = trio.run(_on_trio, server.url, credentials)

    assert 3 == server.accepted
    for result in (first, second, third):
        assert isinstance(result.err, kms.ConnectError)
        assert 1 == len(result.metadata.attempts)


async def _on_trio(
    url: str, credentials: kms.Credentials
) -> "kms.Result[kms.ListKeysResponse, kms.ListKeysError]":
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=credentials, endpoint_url=url
    ) as client:
        return await client.list_keys()
