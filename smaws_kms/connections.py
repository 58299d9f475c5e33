"""Connections that you configure, share between clients, and pass to them as `http`.

    http = connections.transport(client_certificate=connections.ClientCertificate("client.pem"))
    client = kms.KMSClient(http=http)

For TLS settings of a single client, pass `ssl_context` to the client instead. Without either, clients
trust the roots of `AWS_CA_BUNDLE`, the profile's `ca_bundle`, `SSL_CERT_FILE`, `SSL_CERT_DIR`,
`REQUESTS_CA_BUNDLE` or certifi. Close what you pass as `http` yourself. It ignores proxy variables.
"""

import ssl

import httpx

from smaws_kms._runtime.http.httpx_transports import AsyncTransportSelector, SyncTransportSelector
from smaws_kms._runtime.http11.client_certificate import ClientCertificate
from smaws_kms._runtime.http11.tls import Trust, check_context

__all__ = ["ClientCertificate", "async_transport", "transport"]


def async_transport(
    *,
    ssl_context: ssl.SSLContext | None = None,
    client_certificate: ClientCertificate | None = None,
) -> httpx.AsyncBaseTransport:
    """Return connections for an async client, like its own but with these TLS settings.

    Args:
        ssl_context: TLS settings, used unchanged: roots, versions, ciphers, client certificates.
        client_certificate: Certificate for servers that request one. The first connection reads it;
            if that fails, calls return `ConfigurationError`.

    Raises:
        TypeError: Both are set; load the certificate into the context instead. Or `ssl_context` is
            not a context for clients.
    """
    check_context(ssl_context)
    return AsyncTransportSelector(Trust(ssl_context, client_certificate))


def transport(
    *,
    ssl_context: ssl.SSLContext | None = None,
    client_certificate: ClientCertificate | None = None,
) -> httpx.BaseTransport:
    """Return connections for a blocking client, like its own but with these TLS settings.

    Args:
        ssl_context: TLS settings, used unchanged: roots, versions, ciphers, client certificates.
        client_certificate: Certificate for servers that request one. The first connection reads it;
            if that fails, calls return `ConfigurationError`.

    Raises:
        TypeError: Both are set; load the certificate into the context instead. Or `ssl_context` is
            not a context for clients.
    """
    check_context(ssl_context)
    return SyncTransportSelector(Trust(ssl_context, client_certificate))
