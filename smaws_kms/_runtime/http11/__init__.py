"""HTTP/1.1 transports: one for asyncio, one for trio, one that blocks.

Requests are sent whole and responses returned whole. In doubt, a connection is closed: it must never
be unclear which response the bytes on it belong to. Nothing here knows AWS.

    errors             exceptions raised here
    limits             sizes that bound what is read and written
    head_parser        bytes to status line and headers, strictly
    plain_response     the usual response, in one piece, to head and body
    response_parser    any other bytes to a response, without I/O
    request_encoder    a request to bytes
    timeouts           deadlines of one request
    pool               leases on the connections to one origin, without I/O
    trust_roots, tls   root certificates and the shared TLS context
    dns                host names to addresses
    polling            readiness of a socket
    channel            a byte stream that does not block
    waiting            what opening a channel waits for; a driver each for blocking calls, asyncio, trio
    connect            addresses to a connected socket
    proxy, tunnel, nested_tls, proxy_errors    the way through a proxy
    opening            an origin to a channel: connect, TLS, proxy
    waits, connection  one request and its response over a channel
    async_sending      sends a request over a connection from a pool; for asyncio and trio
    async_connection, async_transport    on asyncio
    trio_connection, trio_transport      on trio
    sync_connection, sync_transport      blocking
    loop_pools, trio_pools    the pools of one event loop, and waiting for a lease
"""

from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from smaws_kms._runtime.http11.async_transport import Http11AsyncTransport
    from smaws_kms._runtime.http11.sync_transport import Http11Transport
    from smaws_kms._runtime.http11.trio_transport import Http11TrioTransport

    __all__ = ["Http11AsyncTransport", "Http11Transport", "Http11TrioTransport"]
else:
    # Importing the errors must not import sockets, TLS and a parser.
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "sync_transport": ["Http11Transport"],
            "async_transport": ["Http11AsyncTransport"],
            "trio_transport": ["Http11TrioTransport"],
        },
    )
