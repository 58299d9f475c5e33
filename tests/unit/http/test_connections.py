"""TLS settings of the user, passed to both clients as `http`."""

import ssl
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import pytest
import trio

import smaws_kms as kms
from smaws_kms import connections
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Server, echo

OPTIONS: Final[dict[str, Any]] = {
    "region": "eu-west-1",
    "credentials": kms.Credentials("AKIDEXAMPLE", "not a secret"),
    "retry": kms.RetryPolicy(mode="off"),
}

both_engines = pytest.mark.parametrize("engine", ["on", "off"])


@pytest.fixture
def authority() -> Authority:
    """Return a certificate authority that is trusted only where a test says so."""
    return Authority()


@pytest.fixture
def trusting(authority: Authority) -> ssl.SSLContext:
    """Return a context that trusts the authority."""
    context = ssl.create_default_context()
    authority.vouch_to(context)
    return context


@pytest.fixture
def server(authority: Authority) -> Generator[Server]:
    """Serve empty lists of keys."""
    started = Server(echo, authority.server("localhost"))
    started.start()
    yield started
    started.stop()


async def send_both(
    url: str, context: ssl.SSLContext | None, certificate: connections.ClientCertificate | None
) -> list[object]:
    """List keys with both clients; return the outcomes."""
    tls: dict[str, Any] = {"ssl_context": context, "client_certificate": certificate}
    http, blocking = connections.async_transport(**tls), connections.transport(**tls)
    options: dict[str, Any] = {**OPTIONS, "endpoint_url": url}
    async with kms.AsyncKMSClient(**options, http=http) as client:
        outcomes: list[object] = [(await client.list_keys()).outcome]
    with kms.KMSClient(**options, http=blocking) as blocking_client:
        outcomes.append(blocking_client.list_keys().outcome)
    await http.aclose()
    blocking.close()
    return outcomes


@both_engines
async def test_context(
    engine: str, server: Server, trusting: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's TLS context decides which servers are trusted, on http11 and on httpx's transports."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", engine)

    results = await send_both(server.url, trusting, None)
    refusals = await send_both(server.url, ssl.create_default_context(), None)

    assert [kms.ListKeysResponse(keys=())] * 2 == results
    assert [kms.ConnectError] * 2 == [type(refusal) for refusal in refusals]


def test_context_on_trio(server: Server, trusting: ssl.SSLContext) -> None:
    """The context decides on trio too."""

    async def send() -> object:
        http = connections.async_transport(ssl_context=trusting)
        async with kms.AsyncKMSClient(**OPTIONS, endpoint_url=server.url, http=http) as client:
            outcome: object = (await client.list_keys()).outcome
        await http.aclose()
        return outcome

    assert kms.ListKeysResponse(keys=()) == trio.run(send)


@both_engines
async def test_client_certificate(
    engine: str, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client certificate is sent to a server that requires one."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", engine)
    one, key, roots = (tmp_path / name for name in ("one.pem", "key.pem", "roots.pem"))
    authority.write_leaf("someone.test", one, key)
    authority.write(roots)
    monkeypatch.setenv("AWS_CA_BUNDLE", str(roots))
    context = authority.server("localhost")
    authority.vouch_to(context)
    context.verify_mode = ssl.CERT_REQUIRED
    server = Server(echo, context)
    server.start()

    certificate = connections.ClientCertificate(str(one), str(key))
    results = await send_both(server.url, None, certificate)
    nowhere = connections.ClientCertificate(str(tmp_path / "nowhere.pem"))
    refusals = await send_both(server.url, None, nowhere)
    server.stop()

    assert [kms.ListKeysResponse(keys=())] * 2 == results
    for refusal in refusals:
        assert isinstance(refusal, kms.ConfigurationError)
        assert "cannot be loaded: [Errno 2] No such file" in refusal.message


def test_secret() -> None:
    """The `repr` hides the password of a key, and the class has its public name."""
    certificate = connections.ClientCertificate("one.pem", password="a password")

    assert "ClientCertificate(certificate='one.pem', key=None)" == repr(certificate)
    assert "smaws_kms.connections" == connections.ClientCertificate.__module__


@pytest.mark.parametrize("make", [connections.transport, connections.async_transport])
def test_both(make: Any) -> None:
    """A context together with a client certificate is refused."""
    certificate = connections.ClientCertificate("one.pem")

    with pytest.raises(TypeError, match="load the client certificate into the context"):
        make(ssl_context=ssl.create_default_context(), client_certificate=certificate)
