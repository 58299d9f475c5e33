"""HTTP/1.1 transports: one for asyncio, one that blocks.

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
    channel            what a connection needs of a socket or a layer of TLS
    waits, connection  one connection: an exchange as a generator that yields what it waits for
    async_connect      addresses to a connected socket, on asyncio
    establish          a connected socket to a channel, with TLS
    async_connection   runs the exchanges of a connection by the readers of an event loop
    loop_pools         the pools of one event loop, and waiting for a lease
    async_transport    sends a request over a connection from a pool
    sync_connect, sync_connection, sync_transport    the blocking counterparts
"""

from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from smaws_kms._runtime.http11.async_transport import Http11AsyncTransport
    from smaws_kms._runtime.http11.sync_transport import Http11Transport

    __all__ = ["Http11AsyncTransport", "Http11Transport"]
else:
    # Importing the errors must not import sockets, TLS and a parser.
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {"sync_transport": ["Http11Transport"], "async_transport": ["Http11AsyncTransport"]},
    )
