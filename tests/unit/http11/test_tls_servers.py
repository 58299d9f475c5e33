"""Servers that must not get a request: each has one fault in its certificate or its TLS."""

import ssl
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.scripted_server import Peer, serving
from tests.unit.http11.transport_harness import MakeTransport, post

_NOW: Final = datetime.now(UTC)
_DAY: Final = timedelta(days=1)
_SERVER: Final = ExtendedKeyUsageOID.SERVER_AUTH
_CLIENT: Final = ExtendedKeyUsageOID.CLIENT_AUTH


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


class _Issuer:
    """An authority that issues certificates of any kind."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = _name("authority of the tests")
        builder = _builder(self.name, self.name, self.key.public_key(), _NOW - _DAY, _NOW + _DAY)
        builder = builder.add_extension(
            x509.BasicConstraints(ca=True, path_length=1), critical=True
        )
        usage = x509.KeyUsage(
            digital_signature=True,
            key_cert_sign=True,
            crl_sign=True,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            encipher_only=False,
            decipher_only=False,
        )
        builder = builder.add_extension(usage, critical=True)
        identifier = x509.SubjectKeyIdentifier.from_public_key(self.key.public_key())
        builder = builder.add_extension(identifier, critical=False)
        self.certificate = builder.sign(self.key, hashes.SHA256())

    def pem(self) -> bytes:
        """Return the authority's own certificate."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: Any, start: datetime, end: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )


def _server(
    issuer: _Issuer,
    folder: Path,
    *,
    common_name: str = "localhost",
    names: tuple[str, ...] = ("localhost",),
    start: datetime = _NOW - _DAY,
    end: datetime = _NOW + _DAY,
    purpose: x509.ObjectIdentifier = _SERVER,
    self_signed: bool = False,
) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(common_name)
    builder = _builder(
        subject, subject if self_signed else issuer.name, key.public_key(), start, end
    )
    if names:
        alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
        builder = builder.add_extension(alternatives, critical=False)
    builder = builder.add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
    # Python 3.13 requires the extension (VERIFY_X509_STRICT).
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(
        key.public_key() if self_signed else issuer.key.public_key()
    )
    builder = builder.add_extension(authority, critical=False)
    certificate = builder.sign(key if self_signed else issuer.key, hashes.SHA256())
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def _old(version: ssl.TLSVersion) -> Callable[[_Issuer, Path], ssl.SSLContext]:
    def make(issuer: _Issuer, folder: Path) -> ssl.SSLContext:
        context = _server(issuer, folder)
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # what is tested is that old
            context.minimum_version = version
            context.maximum_version = version
        return context

    return make


BAD: Final[dict[str, tuple[Callable[[_Issuer, Path], ssl.SSLContext], str]]] = {
    "common name only": (lambda it, at: _server(it, at, names=()), "Hostname mismatch"),
    "common name beside another name": (
        lambda it, at: _server(it, at, names=("other.test",)),
        "Hostname mismatch",
    ),
    "another name": (
        lambda it, at: _server(it, at, common_name="other.test", names=("other.test",)),
        "Hostname mismatch",
    ),
    "a wildcard for all": (lambda it, at: _server(it, at, names=("*",)), "Hostname mismatch"),
    "a part of the name": (
        lambda it, at: _server(it, at, names=("localhost.evil.test", "local")),
        "Hostname mismatch",
    ),
    "expired": (
        lambda it, at: _server(it, at, start=_NOW - 9 * _DAY, end=_NOW - _DAY / 24),
        "certificate has expired",
    ),
    "not yet valid": (
        lambda it, at: _server(it, at, start=_NOW + _DAY / 24, end=_NOW + 9 * _DAY),
        "certificate is not yet valid",
    ),
    "self-signed": (lambda it, at: _server(it, at, self_signed=True), "self-signed certificate"),
    "unknown authority": (lambda _, at: _server(_Issuer(), at), "certificate verify failed"),
    "for clients": (
        lambda it, at: _server(it, at, purpose=_CLIENT),
        "unsuitable certificate purpose",
    ),
    "TLS 1.0": (_old(ssl.TLSVersion.TLSv1), "could not connect"),
    "TLS 1.1": (_old(ssl.TLSVersion.TLSv1_1), "could not connect"),
}


def _trusting(issuer: _Issuer, folder: Path) -> Trust:
    bundle = folder / "authority.pem"
    bundle.write_bytes(issuer.pem())
    return Trust(environ={"AWS_CA_BUNDLE": str(bundle)})


@pytest.mark.parametrize(("make", "text"), BAD.values(), ids=BAD)
async def test_refused(
    make: Callable[[_Issuer, Path], ssl.SSLContext],
    text: str,
    make_transport: MakeTransport,
    tmp_path: Path,
) -> None:
    """The handshake fails before a byte of the request is sent."""
    issuer = _Issuer()
    got: list[bytes] = []

    def script(peer: Peer) -> None:
        got.append(peer.sock.recv(1))

    harness = make_transport(trust=_trusting(issuer, tmp_path))
    async with serving(script, make(issuer, tmp_path)) as server:
        with pytest.raises(httpx.ConnectError, match=text):
            await harness.send(post(server.url.replace("127.0.0.1", "localhost"), b"secret"))
        await harness.close()

    assert not any(got)


async def test_accepted(make_transport: MakeTransport, tmp_path: Path) -> None:
    """A server without a fault gets the request, so the others fail because of their fault."""
    issuer = _Issuer()

    def script(peer: Peer) -> None:
        for body in peer.requests():
            peer.respond(body)

    harness = make_transport(trust=_trusting(issuer, tmp_path))
    async with serving(script, _server(issuer, tmp_path)) as server:
        response = await harness.send(post(server.url.replace("127.0.0.1", "localhost"), b"mine"))
        await harness.close()

    assert b"mine" == response.content


def test_context() -> None:
    """The default context refuses old TLS, compression and renegotiation."""
    context = Trust(environ={}).context().result(20)

    assert not context.hostname_checks_common_name
    assert context.check_hostname
    assert ssl.CERT_REQUIRED == context.verify_mode
    assert ssl.TLSVersion.TLSv1_2 <= context.minimum_version
    assert context.options & ssl.OP_NO_COMPRESSION
    assert context.options & ssl.OP_NO_RENEGOTIATION
