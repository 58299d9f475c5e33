"""Certificates: one that clients trust, three that they must reject."""

import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from trustme import CA, LeafCert

_LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)


class Certificates:
    """A trusted certificate authority and an unknown one."""

    def __init__(self) -> None:
        self._trusted, self._unknown = CA(), CA()

    def write_trusted(self, path: Path) -> None:
        """Write the trusted authority in the format of `SSL_CERT_FILE`."""
        self._trusted.cert_pem.write_to_path(str(path))

    def good(self) -> ssl.SSLContext:
        """Return the context of a server with a valid certificate."""
        return _context(self._trusted.issue_cert("127.0.0.1"))

    def write_good(self, path: Path) -> None:
        """Write a valid server certificate with its key, for another process."""
        self._trusted.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(
            str(path)
        )

    def wrong_host(self) -> ssl.SSLContext:
        """Return the context of a server with a certificate of another host."""
        return _context(self._trusted.issue_cert("elsewhere.test"))

    def expired(self) -> ssl.SSLContext:
        """Return the context of a server with an expired certificate."""
        return _context(self._trusted.issue_cert("127.0.0.1", not_after=_LONG_AGO))

    def unknown(self) -> ssl.SSLContext:
        """Return the context of a server with a certificate of the unknown authority."""
        return _context(self._unknown.issue_cert("127.0.0.1"))


def _context(certificate: LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with certificate.private_key_and_cert_chain_pem.tempfile() as path:
        context.load_cert_chain(path)
    return context
