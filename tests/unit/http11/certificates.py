"""Certificates issued by an authority of the tests."""

import hashlib
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey


class Authority:
    """A certificate authority that no system trusts by default."""

    def __init__(self) -> None:
        self._authority: Any = trustme.CA()

    def server(self, host: str, not_after: datetime | None = None) -> ssl.SSLContext:
        """Return a server's TLS context for a host name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(host, not_after=not_after).configure_cert(context)
        return context

    def vouch_to(self, context: ssl.SSLContext) -> None:
        """Make a context trust the authority."""
        self._authority.configure_trust(context)

    def write(self, path: Path) -> None:
        """Write the authority's certificate to a file."""
        self._authority.cert_pem.write_to_path(str(path))

    def hashed_name(self) -> str:
        """Return the file name under which OpenSSL looks for the certificate in a directory."""
        subject = x509.load_pem_x509_certificate(self._authority.cert_pem.bytes()).subject
        # OpenSSL's X509_NAME_hash: SHA-1 of the name in lower case, without its outermost header.
        lower = [x509.NameAttribute(part.oid, str(part.value).lower()) for part in subject]
        encoded = x509.Name(lower).public_bytes()[2:]
        digest = hashlib.sha1(encoded, usedforsecurity=False).digest()
        return f"{int.from_bytes(digest[:4], 'little'):08x}.0"

    def revocations(self) -> bytes:
        """Return an empty list of revoked certificates."""
        key = serialization.load_pem_private_key(self._authority.private_key_pem.bytes(), None)
        assert isinstance(key, EllipticCurvePrivateKey)
        builder = x509.CertificateRevocationListBuilder(
            x509.load_pem_x509_certificate(self._authority.cert_pem.bytes()).subject,
            datetime(2026, 1, 1, tzinfo=UTC),
            datetime(2027, 1, 1, tzinfo=UTC),
        )
        return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def write_leaf(self, host: str, certificate: Path, key: Path) -> None:
        """Write a certificate and its key."""
        issued = self._authority.issue_cert(host)
        issued.cert_chain_pems[0].write_to_path(str(certificate))
        issued.private_key_pem.write_to_path(str(key))
