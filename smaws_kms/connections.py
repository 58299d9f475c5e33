"""Connections with TLS settings of your own, to pass to a client as `http`.

    client = kms.KMSClient(http=connections.transport(ssl_context=context))

Without any of this, clients trust whom the environment says, see `AWS_CA_BUNDLE`, `SSL_CERT_FILE` and
`SSL_CERT_DIR`, and certifi's authorities otherwise. What you pass as `http` you close yourself, and no
proxy of the environment is asked.
"""

import ssl

import httpx

from smaws_kms._runtime.http.transport_selection import (
    AsyncTransportSelector,
    SyncTransportSelector,
)
from smaws_kms._runtime.http11.tls import ClientCertificate, Trust

__all__ = ["ClientCertificate", "async_transport", "transport"]


def async_transport(
    *,
    ssl_context: ssl.SSLContext | None = None,
    client_certificate: ClientCertificate | None = None,
) -> httpx.AsyncBaseTransport:
    """Return connections for an async client: those that it would make for itself, but for TLS.

    Args:
        ssl_context: How to do TLS: authorities, versions, ciphers, client certificates.
        client_certificate: What proves who the client is, for servers that ask. It is read when the
            first connection is made; if it cannot be, calls end in `ConfigurationError`.

    Raises:
        TypeError: Both are given; load the certificate into the context instead.
    """
    return AsyncTransportSelector(Trust(ssl_context, client_certificate))


def transport(
    *,
    ssl_context: ssl.SSLContext | None = None,
    client_certificate: ClientCertificate | None = None,
) -> httpx.BaseTransport:
    """Return connections for a blocking client: those that it would make for itself, but for TLS.

    Args:
        ssl_context: How to do TLS: authorities, versions, ciphers, client certificates.
        client_certificate: What proves who the client is, for servers that ask. It is read when the
            first connection is made; if it cannot be, calls end in `ConfigurationError`.

    Raises:
        TypeError: Both are given; load the certificate into the context instead.
    """
    return SyncTransportSelector(Trust(ssl_context, client_certificate))
