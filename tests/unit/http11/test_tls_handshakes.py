"""TLS handshakes: authorities, host names and client certificates."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives import serialization

from smaws_kms._runtime.http11.client_certificate import ClientCertificate
from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, echo, serving
from tests.unit.http11.transport_harness import MakeTransport, post


@pytest.mark.usefixtures("trusted")
async def test_trusted(make_transport: MakeTransport, authority: Authority) -> None:
    """A server with a certificate of a trusted authority is used, over HTTP/1.1 only."""
    spoken: list[str | None] = []

    def script(peer: Peer) -> None:
        assert isinstance(peer.sock, ssl.SSLSocket)
        spoken.append(peer.sock.selected_alpn_protocol())
        echo(peer)

    context = authority.server("localhost")
    context.set_alpn_protocols(["h2", "http/1.1"])
    harness = make_transport()
    async with serving(script, context) as server:
        bodies = [(await harness.send(post(server.url, b"%d" % n))).content for n in range(3)]
        await harness.close()

    assert [b"0", b"1", b"2"] == bodies
    assert ["http/1.1"] == spoken


async def test_unknown_authority(make_transport: MakeTransport, server_tls: ssl.SSLContext) -> None:
    """A server with a certificate of an unknown authority gets no request."""
    harness = make_transport()
    async with serving(echo, server_tls) as server:
        with pytest.raises(httpx.ConnectError) as caught:
            await harness.send(post(server.url, b"secret"))

    text = str(caught.value)
    assert text.startswith(f"could not connect to {server.where}: ")
    assert "certificate verify failed: unable to get local issuer certificate" in text


async def refused(
    make_transport: MakeTransport, trusting: ssl.SSLContext, server_tls: ssl.SSLContext
) -> str:
    """Return the error text for a server that must not get a request."""
    harness = make_transport(trust=Trust(trusting))
    async with serving(echo, server_tls) as server:
        with pytest.raises(httpx.ConnectError) as caught:
            await harness.send(post(server.url, b"secret"))
    return str(caught.value)


async def test_wrong_host(
    make_transport: MakeTransport, authority: Authority, client_tls: ssl.SSLContext
) -> None:
    """A server with another host's certificate gets no request."""
    text = await refused(make_transport, client_tls, authority.server("other.test"))

    assert "Hostname mismatch" in text


async def test_expired(
    make_transport: MakeTransport, authority: Authority, client_tls: ssl.SSLContext
) -> None:
    """A server with an expired certificate gets no request."""
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    text = await refused(make_transport, client_tls, authority.server("localhost", long_ago))

    assert "certificate has expired" in text


async def test_no_tls(make_transport: MakeTransport) -> None:
    """The error for a server without TLS differs from that for an unreachable one."""

    def script(peer: Peer) -> None:
        peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        peer.await_close()

    harness = make_transport()
    async with serving(script) as server:
        with pytest.raises(httpx.ConnectError, match=r"\[SSL"):
            await harness.send(post(server.url.replace("http:", "https:"), b"secret"))


@pytest.mark.usefixtures("trusted")
async def test_client_certificate(
    make_transport: MakeTransport, authority: Authority, tmp_path: Path
) -> None:
    """A server that requests a certificate gets it, also with an encrypted key."""
    one, key, both, locked = (tmp_path / name for name in ("one.pem", "key", "both.pem", "locked"))
    authority.write_leaf("someone.test", one, key)
    both.write_bytes(one.read_bytes() + key.read_bytes())
    locked.write_bytes(encrypted(key.read_bytes(), b"a password"))
    context = authority.server("localhost")
    authority.vouch_to(context)
    context.verify_mode = ssl.CERT_REQUIRED

    async with serving(echo, context) as server:
        for certificate in (
            ClientCertificate(str(both)),
            ClientCertificate(str(one), str(locked), "a password"),
        ):
            harness = make_transport(trust=Trust(None, certificate))
            assert b"hi" == (await harness.send(post(server.url, b"hi"))).content
            await harness.close()


@pytest.mark.usefixtures("trusted")
async def test_no_client_certificate(
    make_transport: MakeTransport, authority: Authority, tmp_path: Path
) -> None:
    """A client certificate that cannot be loaded is an error, and nothing prompts for a password."""
    one, key, locked = (tmp_path / name for name in ("one.pem", "key", "locked"))
    authority.write_leaf("someone.test", one, key)
    locked.write_bytes(encrypted(key.read_bytes(), b"a password"))

    for certificate in (
        ClientCertificate(str(tmp_path / "nowhere.pem")),
        ClientCertificate(str(one)),
        ClientCertificate(str(one), str(locked)),
        ClientCertificate(str(one), str(locked), "wrong"),
    ):
        harness = make_transport(trust=Trust(None, certificate))
        with pytest.raises(Misconfigured, match=r"the client certificate .+ cannot be loaded"):
            await harness.send(post("https://127.0.0.1:1/", b"hi"))


def encrypted(key: bytes, password: bytes) -> bytes:
    """Return the key, encrypted."""
    return serialization.load_pem_private_key(key, None).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password),
    )
