"""Certificates that an authority of the tests' own has issued."""

import ssl
from datetime import datetime
from pathlib import Path
from typing import Any

import trustme


class Authority:
    """Issues certificates; nobody knows it unless told."""

    def __init__(self) -> None:
        self._authority: Any = trustme.CA()

    def server(self, host: str, not_after: datetime | None = None) -> ssl.SSLContext:
        """Return a context for a server of that name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(host, not_after=not_after).configure_cert(context)
        return context

    def vouch_to(self, context: ssl.SSLContext) -> None:
        """Have a context trust the authority."""
        self._authority.configure_trust(context)

    def write(self, path: Path) -> None:
        """Write the authority's own certificate."""
        self._authority.cert_pem.write_to_path(str(path))

    def write_leaf(self, host: str, certificate: Path, key: Path) -> None:
        """Write a certificate and its key."""
        issued = self._authority.issue_cert(host)
        issued.cert_chain_pems[0].write_to_path(str(certificate))
        issued.private_key_pem.write_to_path(str(key))
